import { readdirSync, readFileSync } from 'node:fs';

/** Resident bytes of a process and its descendants at this moment, the shell that we start them from included; pages that two of them share count twice.
 * @returns 0 where there is no Linux /proc, or the process has ended */
export function residentBytesOfTree(pid: number): number {
  let bytes = 0;
  const pending = [pid];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    // Any of them may end between two reads.
    try {
      bytes += residentBytes(next);
      pending.push(...childrenOf(next));
    } catch {}
  }
  return bytes;
}

const RESIDENT = /^VmRSS:\s+(\d+) kB/m;

function residentBytes(pid: number): number {
  return Number(RESIDENT.exec(readFileSync(`/proc/${pid}/status`, 'latin1'))?.[1] ?? 0) * 1024;
}

/** A child belongs to the thread that started it. */
function childrenOf(pid: number): number[] {
  return readdirSync(`/proc/${pid}/task`).flatMap((thread) =>
    readFileSync(`/proc/${pid}/task/${thread}/children`, 'latin1').split(' ').filter(Boolean).map(Number),
  );
}

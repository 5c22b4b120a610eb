/**
 * A parser that overflows its native stack takes the whole process down, so what it was doing must be
 * written down outside the process. Each parse worker owns one slot of a small file and writes into it,
 * before each file, the file's number and the time; when the process dies, the supervisor reads the slots.
 *
 *   slot i at byte 16 i:   f64 number of the file in flight + 1 (0: none) │ f64 start, ms since the epoch
 *
 * The system keeps written pages when a process is killed, so no fsync is needed (a power cut ends the
 * supervisor as well). One 16-byte pwrite a file costs about two microseconds.
 */
import { closeSync, openSync, readSync, writeFileSync, writeSync } from 'node:fs';

const SLOT_BYTES = 16;

export interface InFlight {
  /** Position in the list of files that the build was given to parse. */
  readonly file: number;
  readonly startedMs: number;
}

export function createNotes(path: string, slots: number): void {
  writeFileSync(path, new Uint8Array(slots * SLOT_BYTES));
}

/** The writer's side, one a worker. */
export function openNoteSlot(path: string, slot: number): { begin(file: number): void; end(): void } {
  const descriptor = openSync(path, 'r+');
  const words = new Float64Array(2);
  const write = (file: number, time: number) => {
    words[0] = file;
    words[1] = time;
    writeSync(descriptor, words, 0, SLOT_BYTES, slot * SLOT_BYTES);
  };
  return { begin: (file) => write(file + 1, Date.now()), end: () => write(0, 0) };
}

/** What is, or was when the process died, being parsed. */
export function readNotes(path: string, slots: number): InFlight[] {
  const words = new Float64Array(slots * 2);
  const descriptor = openSync(path, 'r');
  try {
    readSync(descriptor, words, 0, words.byteLength, 0);
  } finally {
    closeSync(descriptor);
  }
  const inFlight: InFlight[] = [];
  for (let slot = 0; slot < slots; slot++) {
    const file = words[slot * 2] ?? 0;
    if (file > 0) inFlight.push({ file: file - 1, startedMs: words[slot * 2 + 1] ?? 0 });
  }
  return inFlight;
}

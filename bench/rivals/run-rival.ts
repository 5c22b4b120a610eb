import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Measured, measureProcess } from '../measure-process.ts';
import type { Found, Rival, Task } from './rival.ts';
import type { NoResult } from './rival-result.ts';

/** Null when the tool is there. */
export function findAbsent(rival: Rival, task: Task): NoResult | null {
  if (existsSync(task.installed(`node_modules/${rival.name}/package.json`))) return null;
  return { state: 'absent', message: 'not installed: npm ci --prefix bench/rivals --ignore-scripts' };
}

/** One run of the timed command. */
export async function runRival(rival: Rival, task: Task, milliseconds: number): Promise<Measured | NoResult> {
  return judge(rival, await measureProcess(rival.command(task), { cwd: task.root, milliseconds }), milliseconds);
}

/** What the tool found: from a run of its timed command, or of the one that says more. */
export async function readFound(
  rival: Rival,
  task: Task,
  timed: Measured,
  milliseconds: number,
): Promise<Found | NoResult> {
  const details = rival.details?.(task);
  const run = details
    ? judge(rival, await measureProcess(details, { cwd: task.root, milliseconds }), milliseconds)
    : timed;
  if ('state' in run) return run;
  try {
    const written = (name: string): string => readFileSync(join(task.scratch, name), 'utf8');
    return rival.read({ stdout: run.stdout, written }, task);
  } catch (error) {
    return { state: 'unreadable', message: shorten(String(error)) };
  }
}

function judge({ goodStatus }: Rival, run: Measured, milliseconds: number): Measured | NoResult {
  if (run.overLimit) return { state: 'over limit', message: `not done after ${milliseconds / 1000} s` };
  if (run.status !== null && (goodStatus === 'any' || goodStatus.includes(run.status))) return run;
  return { state: 'failed', message: shorten(`ended with ${run.status}: ${run.stderr.trim() || run.stdout.trim()}`) };
}

const shorten = (text: string): string => text.replaceAll(/\s+/g, ' ').slice(0, 400);

import { setImmediate as nextTurn } from 'node:timers/promises';
import { compareCodeUnits } from '../../base/text.ts';
import type { SourceFile } from '../records.ts';
import { readPackages } from './read-packages.ts';
import type { Scan, ScanOptions, Sweep } from './scan-records.ts';
import { sweepSources, sweepSteps } from './sweep-sources.ts';

export type { Scan, ScanOptions } from './scan-records.ts';

/**
 * What is here: the project's sources, folders, packages and configuration files, and what was passed over.
 * @param root absolute path of an existing folder
 */
export function scanSources(root: string, options: ScanOptions): Scan {
  return withPackages(root, sweepSources(root, options));
}

/**
 * The same, telling of sources while others are still looked for.
 * @param onFound hears of each source once, in no order; between two calls the event loop turns
 */
export async function scanWhileTelling(
  root: string,
  options: ScanOptions,
  onFound: (files: readonly SourceFile[]) => void,
): Promise<Scan> {
  const steps = sweepSteps(root, options);
  for (;;) {
    const step = steps.next();
    if (step.done) return withPackages(root, step.value);
    onFound(step.value);
    await nextTurn();
  }
}

function withPackages(root: string, sweep: Sweep): Scan {
  const { packages, manifests, diagnostics } = readPackages(root, sweep.configs);
  return {
    ...sweep,
    packages,
    manifests,
    diagnostics: [...sweep.diagnostics, ...diagnostics].sort((a, b) => compareCodeUnits(a.path, b.path)),
  };
}

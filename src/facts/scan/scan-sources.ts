import { compareCodeUnits } from '../../base/text.ts';
import { readPackages } from './read-packages.ts';
import type { Scan, ScanOptions } from './scan-records.ts';
import { sweepSources } from './sweep-sources.ts';

export type { Scan, ScanOptions } from './scan-records.ts';

/**
 * What is here: the project's sources, folders, packages and configuration files, and what was passed over.
 * @param root absolute path of an existing folder
 */
export function scanSources(root: string, options: ScanOptions): Scan {
  const sweep = sweepSources(root, options);
  const { packages, diagnostics } = readPackages(root, sweep.configs);
  return {
    ...sweep,
    packages,
    diagnostics: [...sweep.diagnostics, ...diagnostics].sort((a, b) => compareCodeUnits(a.path, b.path)),
  };
}

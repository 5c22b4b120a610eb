import type { ScanOptions } from '../../../src/facts/scan/scan-sources.ts';

/** What a project without configuration gets. */
export const DEFAULT_OPTIONS: ScanOptions = {
  include: [],
  exclude: [],
  maxFileBytes: 2 * 1024 * 1024,
  dotDirectories: false,
  minified: false,
};

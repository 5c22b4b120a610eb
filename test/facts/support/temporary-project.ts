import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { ScanOptions } from '../../../src/facts/scan/scan-sources.ts';

/** What a project without configuration gets. */
export const DEFAULT_OPTIONS: ScanOptions = {
  include: [],
  exclude: [],
  maxFileBytes: 2 * 1024 * 1024,
  dotDirectories: false,
  minified: false,
};

/** Writes files into a new folder that goes away with the test; objects are written as JSON. Returns its real path. */
export function temporaryProject(files: Readonly<Record<string, string | object>>): string {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'conduit-project-')));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  for (const [path, content] of Object.entries(files)) {
    const absolute = join(root, path);
    mkdirSync(dirname(absolute), { recursive: true });
    writeFileSync(absolute, typeof content === 'string' ? content : JSON.stringify(content));
  }
  return root;
}

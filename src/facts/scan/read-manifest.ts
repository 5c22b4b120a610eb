import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isRecord } from '../../base/is-record.ts';
import type { Diagnostic } from '../records.ts';
import { type PnpmWorkspace, pnpmWorkspace } from './workspace-globs.ts';

/** A package.json as data. */
export type Manifest = Readonly<Record<string, unknown>>;

export interface FoundManifest {
  /** From the root; '' is the root. */
  readonly directory: string;
  readonly path: string;
  readonly manifest: Manifest;
  /** As it stands in the file, for who needs lines. */
  readonly text: string;
}

/** Stands for a manifest that could not be read. */
export const BROKEN: Manifest = {};

/** A manifest, or {@link BROKEN} and a word in the diagnostics. */
export function readManifest(
  root: string,
  path: string,
  diagnostics: Diagnostic[],
): Pick<FoundManifest, 'manifest' | 'text'> {
  const problem = (message: string) => {
    diagnostics.push({ path, code: 'broken-package-json', message, line: 0, column: 0 });
    return { manifest: BROKEN, text: '' };
  };
  let source: string;
  try {
    source = readFileSync(join(root, path), 'utf8');
  } catch {
    return problem('cannot be read');
  }
  try {
    const text = source.replace(/^\uFEFF/, '');
    const data: unknown = JSON.parse(text);
    return isRecord(data) ? { manifest: data, text } : problem('is not an object');
  } catch {
    // The engine's own words differ between Node versions and quote the file: not for an image.
    return problem('is not valid JSON');
  }
}

/** A pnpm-workspace.yaml. Without its list the packages are there all the same: only which of several of one name is meant may change. */
export function readPnpmWorkspace(root: string, path: string, diagnostics: Diagnostic[]): PnpmWorkspace {
  try {
    return pnpmWorkspace(readFileSync(join(root, path), 'utf8'));
  } catch {
    diagnostics.push({ path, code: 'broken-workspace', message: 'is not valid YAML', line: 0, column: 0 });
    return { globs: [], overrides: null };
  }
}

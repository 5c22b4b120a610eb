import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildImage } from '../build/build-image.ts';
import { loadInProcess } from '../load-in-process.ts';
import { changedLines } from './compare-outlines.ts';
import { outlineOf } from './outline.ts';

/** A source in two versions. */
export interface Versions {
  readonly path: string;
  readonly before: Buffer;
  readonly after: Buffer;
}

/** With more, reading both versions of all would take longer than what it may save. */
const MOST_FILES = 400;

/**
 * Which lines of some sources mean something else than before, where the change stays within declarations. Both versions of each are parsed as every
 * source is, in a project of their own: in a child process, because a parser may crash.
 * @returns by path; a source that is not there has changed in more than declarations, or could not be compared
 */
export async function narrowSources(
  sources: readonly Versions[],
  signal: AbortSignal | undefined,
): Promise<Map<string, string[]>> {
  const narrowed = new Map<string, string[]>();
  const files = sources.filter(({ before, after }) => !before.equals(after));
  for (const { path, before, after } of sources) if (before.equals(after)) narrowed.set(path, []);
  if (files.length === 0 || files.length > MOST_FILES) return narrowed;
  const folder = mkdtempSync(join(tmpdir(), 'introspect-versions-'));
  try {
    // Numbers, because a path may be too long for a folder elsewhere, or mean something to it.
    const names = files.map(
      ({ path }, at) => [`before-${at}${extensionOf(path)}`, `after-${at}${extensionOf(path)}`] as const,
    );
    files.forEach(({ before, after }, at) => {
      writeFileSync(join(folder, names[at]?.[0] ?? ''), before);
      writeFileSync(join(folder, names[at]?.[1] ?? ''), after);
    });
    const { image: path } = await buildImage(folder, { signal });
    const { image } = loadInProcess(path, ['strings', 'graph', 'diagnostics', 'symbols']);
    files.forEach((file, at) => {
      const before = outlineOf(image, names[at]?.[0] ?? '', file.before.toString('utf8'));
      const after = outlineOf(image, names[at]?.[1] ?? '', file.after.toString('utf8'));
      const lines = before && after ? changedLines(before, after) : null;
      if (lines) narrowed.set(file.path, lines);
    });
    return narrowed;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const extensionOf = (path: string): string => /(?:\.d)?\.\w+$/.exec(path)?.[0] ?? '';

import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { compareCodeUnits } from '../../../base/text.ts';
import type { UnusedResult } from '../../../queries/registry.ts';
import { createExportReader } from './read-exports.ts';
import { undeclare } from './undeclare.ts';
import { unexportAll } from './unexport-all.ts';
import { changedFile, deletedFile } from './unified-diff.ts';

export interface Patch {
  /** As `git apply` takes it, from the root of the project; empty when there is nothing to change. */
  readonly text: string;
  readonly deleted: number;
  readonly unexported: number;
  readonly undeclared: number;
  /** What is left to people, each with the reason. */
  readonly left: readonly { readonly id: string; readonly why: string }[];
}

/** Names that a patch would have to quote. */
const PLAIN_PATH = /^[^"\\\n\r\t]+$/;

/**
 * A patch that takes out what is unused: files, the word `export`, lines of manifests. Every module is parsed before and after: the patch changes what it
 * exports by the names that are meant, and nothing else. Members and duplicates are left to people.
 */
export function makePatch(root: string, found: Pick<UnusedResult, 'files' | 'exports' | 'dependencies'>): Patch {
  const left: { id: string; why: string }[] = [];
  const parts = new Map<string, string>();
  const counts = { deleted: 0, unexported: 0, undeclared: 0 };
  for (const { id } of found.files) {
    const text = textOf(root, id);
    if (text === null) left.push({ id, why: 'cannot be read, or has a name that a patch cannot hold' });
    else {
      parts.set(id, deletedFile(id, text, modeOf(root, id)));
      counts.deleted++;
    }
  }
  const exportsOf = createExportReader();
  for (const [path, findings] of byPath(found.exports, ({ location }) => location.path)) {
    const text = textOf(root, path);
    if (text === null) {
      left.push(...findings.map(({ id }) => ({ id, why: 'stands in a file that cannot be read' })));
      continue;
    }
    const { edits, kept } = unexportAll(path, text, findings, exportsOf);
    left.push(...kept.map((id) => ({ id, why: 'is not exported by a word that stands for it alone' })));
    counts.unexported += findings.length - kept.length;
    if (edits.length > 0) parts.set(path, changedFile(path, text, edits));
  }
  const declared = found.dependencies.filter(({ kind, location }) => kind === 'unused' && location !== null);
  for (const [path, findings] of byPath(declared, (finding) => finding.in)) {
    const text = textOf(root, path);
    const wanted = findings.map(({ package: name, location }) => ({ name, line: location?.line ?? 0 }));
    const { edits, left: kept } =
      text === null ? { edits: [], left: wanted.map(({ name }) => name) } : undeclare(text, wanted);
    for (const name of kept) left.push({ id: `${path} ${name}`, why: 'does not stand on a line of its own' });
    if (text === null || edits.length === 0) continue;
    parts.set(path, changedFile(path, text, edits));
    counts.undeclared += wanted.length - kept.length;
  }
  const text = [...parts]
    .sort(([a], [b]) => compareCodeUnits(a, b))
    .map(([, part]) => part)
    .join('');
  return { text, ...counts, left };
}

function byPath<Item>(items: readonly Item[], pathOf: (item: Item) => string): Map<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) groups.set(pathOf(item), [...(groups.get(pathOf(item)) ?? []), item]);
  return groups;
}

function textOf(root: string, path: string): string | null {
  if (!PLAIN_PATH.test(path)) return null;
  try {
    return readFileSync(join(root, path), 'utf8');
  } catch {
    return null;
  }
}

function modeOf(root: string, path: string): string {
  return (statSync(join(root, path)).mode & 0o100) === 0 ? '100644' : '100755';
}

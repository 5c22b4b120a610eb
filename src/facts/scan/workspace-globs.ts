import picomatch from 'picomatch';
import { isRecord } from '../../base/is-record.ts';
import { isTameGlob } from './tame-glob.ts';

/**
 * The patterns of pnpm-workspace.yaml's `packages`. Reads the two forms in which YAML writes a list of strings,
 * one item a line or in brackets; anything richer has no meaning there.
 */
export function pnpmWorkspaceGlobs(yaml: string): string[] {
  const lines = yaml.split(/\r?\n/).map((line) => line.replace(/(^|\s)#.*$/, '').trimEnd());
  const start = lines.findIndex((line) => /^packages\s*:/.test(line));
  if (start < 0) return [];
  // By two searches: a pattern with `.*` would be quadratic on a line of nothing but brackets.
  const line = lines[start] ?? '';
  const [open, close] = [line.indexOf('['), line.lastIndexOf(']')];
  if (open >= 0 && open < close)
    return line
      .slice(open + 1, close)
      .split(',')
      .map(unquote)
      .filter(Boolean);
  const globs: string[] = [];
  for (const line of lines.slice(start + 1)) {
    const item = /^\s*-\s+(.+)$/.exec(line)?.[1];
    if (item !== undefined) globs.push(unquote(item));
    else if (line.trim() !== '') break;
  }
  return globs;
}

const unquote = (text: string): string => text.trim().replace(/^(['"])(.*)\1$/, '$2');

/** The patterns of a manifest's `workspaces`: a list, or an object with `packages` (yarn). */
export function manifestWorkspaceGlobs(workspaces: unknown): string[] {
  const list = isRecord(workspaces) ? workspaces.packages : workspaces;
  return Array.isArray(list) ? list.filter((item) => typeof item === 'string') : [];
}

/** A test for folders, given from the workspace's root; `!pattern` takes out what the others let in. */
export function workspaceMatcher(globs: readonly string[]): (directory: string) => boolean {
  const sensible = globs.filter(isTameGlob);
  const clean = (glob: string): string => glob.replace(/^\.?\//, '').replace(/\/+$/, '');
  // `/` and `.` name the workspace's own root, which is a member in any case; the matcher throws on an empty pattern.
  const cleaned = (some: readonly string[]): string[] => some.map(clean).filter((glob) => glob !== '' && glob !== '.');
  const taken = cleaned(sensible.filter((glob) => !glob.startsWith('!')));
  const left = cleaned(sensible.filter((glob) => glob.startsWith('!')).map((glob) => glob.slice(1)));
  if (taken.length === 0) return () => false;
  return picomatch(taken, { ignore: left, dot: true });
}

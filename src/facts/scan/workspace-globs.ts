import picomatch from 'picomatch';
import { parse } from 'yaml';
import { isRecord } from '../../base/is-record.ts';
import { isTameGlob } from '../../base/tame-glob.ts';

/** What is written by hand has a few hundred lines, catalogs included. */
const LONGEST_YAML = 2 ** 20;
const MOST_BRACKETS = 10_000;

/** What pnpm-workspace.yaml says of packages. */
export interface PnpmWorkspace {
  /** The patterns of `packages`; none when it has no such list. */
  readonly globs: readonly string[];
  /** As written. */
  readonly overrides: unknown;
}

/** @throws Error when the text is no YAML, too long, or nested too deep */
export function pnpmWorkspace(yaml: string): PnpmWorkspace {
  if (yaml.length > LONGEST_YAML) throw new Error(`more than ${LONGEST_YAML} characters`);
  // The parser keeps a kilobyte a bracket. Real files, catalogs included, nest three deep and list a few hundred things.
  if ((yaml.match(/[[{]/g)?.length ?? 0) > MOST_BRACKETS) throw new Error(`more than ${MOST_BRACKETS} brackets`);
  // The check for keys that come twice compares each with all.
  const data: unknown = parse(yaml, { logLevel: 'error', uniqueKeys: false });
  return isRecord(data) ? { globs: strings(data.packages), overrides: data.overrides } : { globs: [], overrides: null };
}

/** The patterns of a manifest's `workspaces`: a list, or an object with `packages` (yarn). */
export function manifestWorkspaceGlobs(workspaces: unknown): string[] {
  const list = isRecord(workspaces) ? workspaces.packages : workspaces;
  return strings(list);
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

function strings(list: unknown): string[] {
  return Array.isArray(list) ? list.filter((item) => typeof item === 'string') : [];
}

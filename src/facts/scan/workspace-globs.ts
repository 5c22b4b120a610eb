import picomatch from 'picomatch';
import { parse } from 'yaml';
import { isTameGlob } from './tame-glob.ts';

/** What is written by hand has a few hundred lines, catalogs included. */
const LONGEST_YAML = 2 ** 20;

/**
 * The patterns of pnpm-workspace.yaml's `packages`; none when it has no such list.
 * @throws Error when the text is no YAML, too long, or nested too deep
 */
export function pnpmWorkspaceGlobs(yaml: string): string[] {
  if (yaml.length > LONGEST_YAML) throw new Error(`more than ${LONGEST_YAML} characters`);
  // The check for keys that come twice compares each with all.
  const data: unknown = parse(yaml, { logLevel: 'error', uniqueKeys: false });
  return isRecord(data) ? strings(data.packages) : [];
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
  const taken = sensible.filter((glob) => !glob.startsWith('!')).map(clean);
  const left = sensible.filter((glob) => glob.startsWith('!')).map((glob) => clean(glob.slice(1)));
  if (taken.length === 0) return () => false;
  return picomatch(taken, { ignore: left, dot: true });
}

function strings(list: unknown): string[] {
  return Array.isArray(list) ? list.filter((item) => typeof item === 'string') : [];
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

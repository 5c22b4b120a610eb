import { readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { isRecord } from '../../base/is-record.ts';
import type { SourceFile } from '../records.ts';
import type { ProjectPackage } from './scan-records.ts';

/** Where the workspaces of a project are, and what lies among their members without being one. */
export interface WorkspaceFolders {
  /** Folders with a pnpm-workspace.yaml. */
  readonly pnpm: ReadonlyMap<string, unknown>;
  /** Folders whose manifest lists workspaces. */
  readonly hoisting: ReadonlySet<string>;
  /** Folders in which yarn is told to link only what is asked for with `workspace:`. */
  readonly asking: ReadonlySet<string>;
  readonly isMember: (directory: string) => boolean;
  readonly configs: readonly SourceFile[];
}

const LOCK_FILE = /^(?:package-lock\.json|npm-shrinkwrap\.json|yarn\.lock|pnpm-lock\.yaml|bun\.lock)$/;

/**
 * Which package manager's workspace is the nearest around a folder: see {@link ProjectPackage.linking}. What has a lock file of its
 * own and is no member is installed by itself, as examples are that try what was published.
 */
export function workspaceLinking({
  pnpm,
  hoisting,
  asking,
  isMember,
  configs,
}: WorkspaceFolders): (directory: string) => ProjectPackage['linking'] {
  const locked = new Set<string>();
  for (const { path } of configs) {
    const directory = path.includes('/') ? posix.dirname(path) : '';
    if (LOCK_FILE.test(posix.basename(path)) && !isMember(directory)) locked.add(directory);
  }
  return (directory) => {
    let isAlone = false;
    for (let at = directory; ; at = at.includes('/') ? posix.dirname(at) : '') {
      if (pnpm.has(at)) return 'declared';
      if (hoisting.has(at) && !isAlone) return asking.has(at) ? 'asked' : 'members';
      if (hoisting.has(at)) return 'declared';
      isAlone ||= locked.has(at);
      if (at === '') return null;
    }
  };
}

/** Whether a .yarnrc.yml says that a range alone never links a member. */
export function asksForWorkspaces(file: string): boolean {
  try {
    return /^enableTransparentWorkspaces:\s*["']?false\b/m.test(readFileSync(file, 'utf8'));
  } catch {
    // Gone since the scan, or not for us: yarn's default.
    return false;
  }
}

/** Names that a manifest, or a pnpm-workspace.yaml, makes lead to folders of the project whatever range others ask for. */
export function localOverrides(...fields: readonly unknown[]): string[] {
  const names: string[] = [];
  for (const field of fields) {
    for (const [key, range] of Object.entries(isRecord(field) ? field : {})) {
      // `vite`, `vite@^5`, and by whom it is asked for: `shop>vite`, `shop/vite`, `**/vite`.
      const name = /(?:^|[/>])((?:@[^/@>]+\/)?[^/@>]+)(?:@[^/>]*)?$/.exec(key)?.[1];
      if (name && typeof range === 'string' && /^(?:workspace|link|file|portal):/.test(range)) names.push(name);
    }
  }
  return names;
}

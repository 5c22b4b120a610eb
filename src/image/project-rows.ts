import type { DependencyRecord, ProjectPackageRecord } from '../facts/project-records.ts';

/** What is true of a package, lowest bit first. Append only. */
export const PACKAGE_FLAGS = [
  'isPrivate',
  'isNamed',
  'isBroken',
  'isMember',
  'isHoisting',
] as const satisfies readonly (keyof ProjectPackageRecord)[];

/** What is true of a declared dependency, lowest bit first. Append only. */
export const DEPENDENCY_FLAGS = ['isNamed', 'isOptionalPeer'] as const satisfies readonly (keyof DependencyRecord)[];

/** How many words a row of each list has, and which of them are texts. */
export const PROJECT_ROWS = {
  packages: { words: 4, texts: [0, 1, 2] },
  entries: { words: 8, texts: [1, 2, 3, 4, 5] },
  dependencies: { words: 6, texts: [1, 2, 3] },
  owners: { words: 3, texts: [0, 1] },
  settings: { words: 2, texts: [0, 1] },
} as const;

export function packFlags<Flag extends string>(
  flags: readonly Flag[],
  record: Readonly<Record<Flag, unknown>>,
): number {
  return flags.reduce((bits, flag, bit) => (record[flag] === true ? bits | (1 << bit) : bits), 0);
}

/** Bits of a later version are passed over. */
export function unpackFlags<Flag extends string>(flags: readonly Flag[], bits: number): Record<Flag, boolean> {
  return Object.fromEntries(flags.map((flag, bit) => [flag, (bits & (1 << bit)) !== 0])) as Record<Flag, boolean>;
}

import type { EdgeKind } from '../../src/base/edge-kinds.ts';

/** Where a specifier leads, in terms that two resolvers can share. Paths are from the root. */
export type EdgeTarget =
  | { readonly kind: 'module' | 'json' | 'asset' | 'external' | 'builtin'; readonly id: string }
  /** A file that is not among the project's sources, such as what a generator writes into an ignored folder. */
  | { readonly kind: 'beyond'; readonly id: string }
  | { readonly kind: 'nothing'; readonly reason: string };

/** A place that names a module, and where that leads. */
export interface EdgeSite {
  readonly path: string;
  /** 1-based, columns in UTF-16 units, at the opening quote. */
  readonly line: number;
  readonly column: number;
  readonly specifier: string;
  readonly kind: EdgeKind;
  readonly target: EdgeTarget;
  /** Set for a template or glob that leads to whatever matches it. */
  readonly isPattern?: boolean;
}

/** What makes a place the same on both sides. */
export function siteKey({ path, line, column, specifier }: EdgeSite): string {
  return `${path}:${line}:${column} '${specifier}'`;
}

export function targetText(target: EdgeTarget): string {
  return target.kind === 'nothing' ? `nothing (${target.reason})` : target.id;
}

import type { EdgeKind } from '../../../../base/edge-kinds.ts';

export type DrawnKind =
  | 'module'
  | 'symbol'
  | 'json'
  | 'asset'
  | 'package'
  | 'folder'
  | 'external'
  | 'builtin'
  | 'unresolved';

/** A box of a picture. */
export interface DrawnNode {
  /** Distinct among the nodes of a drawing. */
  readonly id: string;
  readonly kind: DrawnKind;
  /** What is said beside the id, such as a version range; empty when there is nothing to say. */
  readonly remark: string;
  /** The package that it is part of; null for a package itself, and for what lies in several or in none. */
  readonly package: string | null;
  /** Where it lies in the project; null for what is not of the project. */
  readonly path: string | null;
  /** What the picture is about, and must not disappear in a folder. */
  readonly isTarget: boolean;
}

/** An arrow from the importer to the imported. */
export interface DrawnEdge {
  readonly from: string;
  readonly to: string;
  /** In the order of EDGE_KINDS; empty when nobody knows, and where one symbol needs another when it runs. */
  readonly kinds: readonly EdgeKind[];
}

/** An answer as boxes and arrows, whatever language it is then drawn in. */
export interface Drawing {
  readonly title: string;
  readonly nodes: readonly DrawnNode[];
  /** At most one from a node to another. */
  readonly edges: readonly DrawnEdge[];
}

/** How an arrow looks: imports that run at once, that run later, and that TypeScript erases. */
export type Stroke = 'plain' | 'deferred' | 'type';

const ERASED: ReadonlySet<EdgeKind> = new Set<EdgeKind>(['type', 'jsdoc', 'triple-slash']);
const AT_ONCE: ReadonlySet<EdgeKind> = new Set<EdgeKind>(['static', 'export-from', 'require', 'import-equals']);

/** The strongest tie decides: a module that is imported both as a type and at once is needed at once. */
export function strokeOf({ kinds }: DrawnEdge): Stroke {
  if (kinds.length === 0 || kinds.some((kind) => AT_ONCE.has(kind))) return 'plain';
  return kinds.every((kind) => ERASED.has(kind)) ? 'type' : 'deferred';
}

/** What the strokes mean, for a comment; null where that is what they mean for imports. */
export function legendOfSymbols({ nodes }: Drawing): string | null {
  return nodes.some(({ kind }) => kind === 'symbol') ? 'solid: used when it runs; broken: in types only' : null;
}

/**
 * What a node of the module graph is. `module` is a source file that was read; `json` and `asset` are
 * files of the project that are only ever imported (leaves); the other three are not files of the project:
 * `external` (`npm:zod`), `builtin` (`node:fs`), `unresolved` (`?:./gone`).
 * The order is part of the image format: append only.
 */
export const NODE_KINDS = ['module', 'json', 'asset', 'external', 'builtin', 'unresolved'] as const;

export type NodeKind = (typeof NODE_KINDS)[number];

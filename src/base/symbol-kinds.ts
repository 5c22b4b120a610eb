/** What a symbol is declared as. The order is part of the image format: append only. */
export const SYMBOL_KINDS = [
  // a file as a whole: what its top level does, what `import * as` binds; its id is its path
  'module',
  'function',
  'class',
  'interface',
  'type',
  'enum',
  'enum-member',
  'namespace',
  'constant',
  'variable',
  'method',
  'property',
  'accessor',
  'constructor',
  // of another package: known by the name under which it is imported, never by its declaration
  'external',
] as const;

export type SymbolKind = (typeof SYMBOL_KINDS)[number];

/**
 * How one place refers to a symbol, one bit each in a mask. The order is part of the image format: append only.
 *
 * - `call`, `new`: what stands in front of the parentheses, tagged templates included; `jsx`: a component's opening tag.
 * - `extends`, `implements`: named in a heritage clause; `decorate`: named in a decorator.
 * - `accepts`, `returns`: named in the type of a parameter or of a result; `injects`: in that of a constructor's parameter of a class.
 * - `type`: anywhere else in a type. `write`: assigned to. `read`: any other use of its value.
 * - `import`, `export`: named in an import or export clause. `define`: a property of an object literal, an attribute or
 *   a destructuring pattern that has the member's name and is checked against its type.
 * - `override`: no place in a text, but a relation: a member has the name of one of a type that its own extends or implements.
 */
export const USE_KINDS = [
  'read',
  'write',
  'call',
  'new',
  'jsx',
  'extends',
  'implements',
  'decorate',
  'accepts',
  'returns',
  'injects',
  'type',
  'import',
  'export',
  'define',
  'override',
] as const;

export type UseKind = (typeof USE_KINDS)[number];

/** Every kind at once. */
export const ALL_USE_KINDS: number = 2 ** USE_KINDS.length - 1;

/** The bit of one kind. */
export function useKindBit(kind: UseKind): number {
  return 1 << USE_KINDS.indexOf(kind);
}

/** The mask of several kinds; no kinds at all means every kind. */
export function useMask(kinds: readonly UseKind[]): number {
  if (kinds.length === 0) return ALL_USE_KINDS;
  return kinds.reduce((mask, kind) => mask | useKindBit(kind), 0);
}

/** The kinds in a mask, in the order of {@link USE_KINDS}. */
export function useKindsOf(mask: number): UseKind[] {
  return USE_KINDS.filter((_, bit) => (mask & (1 << bit)) !== 0);
}

import type { FileFacts } from '../../records.ts';
import type { ModuleLinks } from './module-links.ts';
import type { SymbolInput } from './site-targets.ts';
import type { TypeContext } from './types/type-context.ts';

/**
 * What linking found of each module, for a later build: as columns, by names and places that outlast a renumbering. A symbol is a node of the graph and a number in it: of a module its place
 * among the module's symbols, of a package that of a name in {@link names}.
 */
export interface KeptLinks {
  /** Ids of the nodes of the graph, those of the modules first. */
  readonly nodes: readonly string[];
  /** What {@link textOf} the modules is. */
  readonly hashes: readonly string[];
  readonly names: readonly string[];
  /** Of terms with type arguments, in all builds on which it rests. */
  readonly evaluations: number;
  readonly columns: Readonly<Record<KeptColumn, Uint32Array>>;
}

/**
 * `ambient`: modules with `declare module`. `siteBases`, `siteTargets`: see SiteColumns. `edgeEnds`, `unknownEnds`, `exportEnds`: one a module, into the columns whose names begin so.
 */
export type KeptColumn = (typeof KEPT_COLUMNS)[number];
export const KEPT_COLUMNS = [
  'ambient',
  'siteBases',
  'siteTargets',
  'edgeEnds',
  'edgeFrom',
  'edgeNodes',
  'edgeSymbols',
  'edgeKinds',
  'edgeUses',
  'unknownEnds',
  'unknownNames',
  'exportEnds',
  'exportNames',
  'exportNodes',
  'exportSymbols',
] as const;

/** The content of a file, as its hash; of one whose symbols are not known, although another attempt may find them, another one. */
export function textOf({ hash, symbols }: FileFacts): string {
  return symbols ? hash : `?${hash}`;
}

/** @param links as they were found: what is of other packages has its first numbers */
export function keepLinks(
  { edges, ends, unknown, exportedNames, exportedSymbols }: ModuleLinks,
  { symbols, externals, ambient }: TypeContext,
  { sites, nodes }: SymbolInput,
  evaluations: number,
): KeptLinks {
  const names: string[] = [];
  const placeOf = new Uint32Array(symbols.names.texts.length);
  const nameAt = (number: number): number => {
    if (placeOf[number] === 0) placeOf[number] = names.push(symbols.names.text(number));
    return (placeOf[number] ?? 0) - 1;
  };
  const nodeOf = (symbol: number): number =>
    externals.has(symbol) ? externals.nodeOf(symbol) : (symbols.modules[symbol] ?? 0);
  const inNode = (symbol: number): number =>
    externals.has(symbol)
      ? nameAt(externals.nameNumberOf(symbol))
      : symbol - (symbols.moduleSymbols[symbols.modules[symbol] ?? 0] ?? 0);
  const column = (list: ArrayLike<number>, length: number, numberFor: (value: number) => number): Uint32Array => {
    const values = new Uint32Array(length);
    for (let at = 0; at < length; at++) values[at] = numberFor(list[at] ?? 0);
    return values;
  };
  const { length } = edges;
  return {
    nodes,
    hashes: symbols.files.map(textOf),
    names,
    evaluations,
    columns: {
      ambient: Uint32Array.from(ambient.modules),
      siteBases: sites.bases,
      siteTargets: sites.targets,
      edgeEnds: ends.edges,
      edgeFrom: column(edges.from, length, inNode),
      edgeNodes: column(edges.to, length, nodeOf),
      edgeSymbols: column(edges.to, length, inNode),
      edgeKinds: new Uint32Array(edges.kinds.subarray(0, length)),
      edgeUses: edges.uses.slice(0, length),
      unknownEnds: ends.unknown,
      unknownNames: column(unknown, unknown.length, nameAt),
      exportEnds: ends.exported,
      exportNames: column(exportedNames, exportedNames.length, nameAt),
      exportNodes: column(exportedSymbols, exportedSymbols.length, nodeOf),
      exportSymbols: column(exportedSymbols, exportedSymbols.length, inNode),
    },
  };
}

import { SYMBOL_KINDS, type SymbolKind } from '../../src/base/symbol-kinds.ts';
import { EXPORTED_SYMBOL, NO_SYMBOL, SYMBOL_PLACE, type SymbolRecords } from '../../src/facts/symbol-records.ts';
import { seededRandom } from '../random.ts';

/** What every generated module declares, in this order; every second a class, every fourth an enum with it. Eight declarations in the mean. */
const COMMON: readonly SymbolKind[] = ['function', 'function', 'constant', 'interface', 'function'];
const MEMBERED: Readonly<Record<string, readonly SymbolKind[]>> = {
  class: ['class', 'method', 'method', 'property'],
  enum: ['enum', 'enum-member', 'enum-member', 'enum-member'],
};
/** Declarations of {@link COMMON} that are exported; so is a class or enum. */
export const EXPORTED_COMMON = 4;

/** Words that names are made of: projects use one word again and again. */
const WORDS = 20_000;
export const MEMBER_WORDS = 3_000;
const DOC_TEXTS = 5_000;
/** An entry of its package passes on what so many modules behind it export. */
export const PASSED_ON = 20;
export const PACKAGE_MODULES = 100;

/** `class`, `enum` or nothing, by the number of a module. */
export const memberedKind = (node: number): 'class' | 'enum' | null =>
  node % 2 === 0 ? 'class' : node % 4 === 1 ? 'enum' : null;

/** By module: the number of its own symbol; one more at the end. */
export function moduleSymbols(nodeCount: number): Uint32Array {
  const first = new Uint32Array(nodeCount + 1);
  for (let node = 0; node < nodeCount; node++) {
    const kind = memberedKind(node);
    const members = kind === null ? 0 : (MEMBERED[kind]?.length ?? 0);
    first[node + 1] = (first[node] ?? 0) + 1 + COMMON.length + members;
  }
  return first;
}

/** Names, kinds, places, doc comments and exports of generated modules, without who uses what. The same arguments give the same symbols. */
export function declareSymbols(
  nodeIds: readonly string[],
  first: Uint32Array,
  seed: number,
): Pick<
  SymbolRecords,
  | 'names'
  | 'kinds'
  | 'nodes'
  | 'parents'
  | 'flags'
  | 'declarationOffsets'
  | 'declarations'
  | 'texts'
  | 'exported'
  | 'exportNames'
> {
  const random = seededRandom(seed);
  const below = (limit: number): number => Math.floor(random() * limit);
  const count = first[nodeIds.length] ?? 0;
  const names = new Array<string>(count);
  const kinds = new Uint8Array(count);
  const nodes = new Uint32Array(count);
  const parents = new Uint32Array(count).fill(NO_SYMBOL);
  const declarations = new Uint32Array((count - nodeIds.length) * SYMBOL_PLACE.WORDS);
  const declarationOffsets = new Uint32Array(count + 1);
  const given: number[][] = nodeIds.map(() => []);
  let declared = 0;
  nodeIds.forEach((id, node) => {
    const module = first[node] ?? 0;
    const membered = memberedKind(node);
    const own = [...COMMON, ...(membered === null ? [] : (MEMBERED[membered] ?? []))];
    names[module] = id.slice(id.lastIndexOf('/') + 1);
    nodes[module] = node;
    declarationOffsets[module + 1] = declared;
    own.forEach((kind, at) => {
      const symbol = module + 1 + at;
      const isMember = at > COMMON.length;
      names[symbol] = isMember ? memberName(below(MEMBER_WORDS), at) : `${kind}${below(WORDS)}x${at}`;
      kinds[symbol] = SYMBOL_KINDS.indexOf(kind);
      nodes[symbol] = node;
      parents[symbol] = isMember ? module + 1 + COMMON.length : module;
      const [line, length] = [2 + at * 4, names[symbol]?.length ?? 0];
      declarations.set([line, 1, line + 3, 2, line, 17, 17 + length], declared * SYMBOL_PLACE.WORDS);
      declarations[declared * SYMBOL_PLACE.WORDS + SYMBOL_PLACE.DOC] = random() < 0.2 ? 1 + below(DOC_TEXTS - 1) : 0;
      declared++;
      declarationOffsets[symbol + 1] = declared;
      if (at < EXPORTED_COMMON || at === COMMON.length) given[node]?.push(symbol);
    });
  });
  return {
    ...{ names, kinds, nodes, parents, declarations, declarationOffsets, flags: new Uint32Array(count) },
    // The first text is that of what has none.
    texts: Array.from({ length: DOC_TEXTS }, (_, at) => (at === 0 ? '' : docText(at))),
    ...exportedFrom(given, names, first),
  };
}

export const memberName = (word: number, at: number): string => `member${word}x${at}`;

const docText = (at: number): string => (at % 50 === 0 ? `Text ${at}. @public` : `Text ${at} of a declaration.`);

/** The entry of each package, its first module, passes on what the modules behind it export. */
function exportedFrom(
  given: readonly (readonly number[])[],
  names: readonly string[],
  first: Uint32Array,
): Pick<SymbolRecords, 'exported' | 'exportNames'> {
  const exportNames = [...new Set(given.flat().map((symbol) => names[symbol] ?? ''))].sort();
  const numbers = new Map(exportNames.map((name, number) => [name, number]));
  const rows = given.flatMap((own, node) => {
    const passed = node % PACKAGE_MODULES === 0 ? given.slice(node + 1, node + 1 + PASSED_ON).flat() : [];
    const byName = new Map([...passed, ...own].map((symbol) => [numbers.get(names[symbol] ?? '') ?? 0, symbol]));
    return [...byName].sort(([a], [b]) => a - b).map(([name, symbol]) => [first[node] ?? 0, name, symbol] as const);
  });
  const exported = new Uint32Array(rows.length * EXPORTED_SYMBOL.WORDS);
  rows.forEach((row, at) => {
    exported.set(row, at * EXPORTED_SYMBOL.WORDS);
  });
  return { exported, exportNames };
}

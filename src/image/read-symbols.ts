import { symbolFlagsOf } from '../base/symbol-flags.ts';
import { SYMBOL_KINDS, type SymbolKind } from '../base/symbol-kinds.ts';
import { readExports } from './read-exports.ts';
import type { Texts } from './read-strings.ts';
import { readSymbolIds } from './read-symbol-ids.ts';
import { readSymbolPlaces } from './read-symbol-places.ts';
import type { GraphReader, SymbolsReader } from './reader.ts';
import type { SymbolVectors } from './symbol-vectors.ts';
import { elementAt, lowerBound, NONE } from './vectors.ts';

const MODULE = SYMBOL_KINDS.indexOf('module');
const EXTERNAL = SYMBOL_KINDS.indexOf('external');

/**
 * What a query sees of checked vectors. Makes no object a symbol or an edge.
 * @param texts the section's own
 * @param graph throws when the section `graph` was not loaded
 */
export function readSymbols(symbols: SymbolVectors, texts: Texts, graph: () => GraphReader): SymbolsReader {
  const { names, kinds, nodes, parents, forward, reverse, reverseEdges } = symbols;
  const externals = kinds.indexOf(EXTERNAL);
  const projectEnd = externals < 0 ? kinds.length : externals;
  let known: Uint32Array | undefined;
  const modules = (): Uint32Array => {
    known ??= Uint32Array.from(placesOf(MODULE, kinds));
    return known;
  };
  let counts: Map<number, number> | undefined;
  const unknownCounts = (): ReadonlyMap<number, number> => {
    counts ??= new Map(Array.from(symbols.unknown.names, (name, at) => [name, symbols.unknown.counts[at] ?? 0]));
    return counts;
  };
  const endOfModule = (module: number): number => modules()[lowerBound(modules(), module + 1)] ?? projectEnd;
  /** Where the symbols end that are in the module around a symbol; an external is in none. */
  const endAround = (symbol: number): number =>
    symbol < projectEnd ? endOfModule(elementAt(modules(), lowerBound(modules(), symbol + 1) - 1)) : 0;

  return {
    count: names.length,
    projectEnd,
    get declaredCount() {
      return projectEnd - modules().length;
    },
    edgeCount: forward.targets.length,
    forward,
    reverse,
    reverseEdges,
    columns: { kinds, nodes, parents },
    get modules() {
      return modules();
    },
    endOfModule,
    nameOf: (symbol) => texts.get(elementAt(names, symbol)),
    // The cast holds: kinds beyond the list are refused when the image is opened.
    kindOf: (symbol) => SYMBOL_KINDS[elementAt(kinds, symbol)] as SymbolKind,
    flagsOf: (symbol) => symbolFlagsOf(elementAt(symbols.flags, symbol)),
    nodeOf: (symbol) => elementAt(nodes, symbol),
    parentOf(symbol) {
      const parent = elementAt(parents, symbol);
      return parent === NONE ? null : parent;
    },
    membersOf(symbol) {
      const found: number[] = [];
      const end = endAround(symbol);
      for (let member = symbol + 1; member < end; member++) if (parents[member] === symbol) found.push(member);
      return found;
    },
    allWithin(symbol) {
      const within = new Set([symbol]);
      const end = endAround(symbol);
      // Parents come before what is in them.
      for (let one = symbol + 1; one < end; one++) if (within.has(parents[one] ?? NONE)) within.add(one);
      return [...within];
    },
    named(name) {
      const found: number[] = [];
      const text = texts.numberOf(name);
      for (let symbol = 0; text >= 0 && symbol < names.length; symbol++) if (names[symbol] === text) found.push(symbol);
      return found;
    },
    unknownUses(name) {
      const text = texts.numberOf(name);
      const place = text < 0 ? -1 : symbols.unknown.names.indexOf(text);
      return symbols.unknown.counts[place] ?? 0;
    },
    unknownUsesOf: (symbol) => unknownCounts().get(elementAt(names, symbol)) ?? 0,
    get allUnknownUses() {
      return symbols.unknown.counts.reduce((sum, count) => sum + count, 0);
    },
    ...readSymbolIds(symbols, texts, graph),
    ...readSymbolPlaces(symbols, graph),
    ...readExports(symbols, texts),
  };
}

function placesOf(wanted: number, values: Uint8Array): number[] {
  const found: number[] = [];
  for (let at = values.indexOf(wanted); at >= 0; at = values.indexOf(wanted, at + 1)) found.push(at);
  return found;
}

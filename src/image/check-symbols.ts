import { ALL_USE_KINDS, SYMBOL_KINDS, USE_KINDS } from '../base/symbol-kinds.ts';
import type { VectorChecks } from '../base/vector-checks.ts';
import { damaged } from './container.ts';
import { PLACE_WORDS, type SymbolVectors } from './symbol-vectors.ts';
import { NONE } from './vectors.ts';

const MODULE = SYMBOL_KINDS.indexOf('module');
const EXTERNAL = SYMBOL_KINDS.indexOf('external');

/** Makes sure that vectors which are read together are as long as each other. Cheap, so done at every opening. */
export function checkSymbolLengths(symbols: SymbolVectors): void {
  const count = symbols.names.length;
  const edges = symbols.forward.targets.length;
  const sites = symbols.sites.kinds.length;
  const exported = symbols.exported.modules.length;
  const expected: [string, { readonly length: number }, number][] = [
    ['ids of symbols', symbols.ids, count],
    ['kinds of symbols', symbols.kinds, count],
    ['nodes of symbols', symbols.nodes, count],
    ['parents of symbols', symbols.parents, count],
    ['flags of symbols', symbols.flags, count],
    ['offsets of declarations', symbols.declarationOffsets, count + 1],
    ['names of exports', symbols.exported.names, exported],
    ['symbols of exports', symbols.exported.symbols, exported],
    ['offsets of uses', symbols.forward.offsets, count + 1],
    ['masks of uses', symbols.forward.masks, edges],
    ['reverse offsets of uses', symbols.reverse.offsets, count + 1],
    ['using symbols', symbols.reverse.targets, edges],
    ['reverse masks of uses', symbols.reverse.masks, edges],
    ['reverse uses', symbols.reverseEdges, edges],
    ['offsets of places', symbols.siteOffsets, edges + 1],
    ['lines of places', symbols.sites.lines, sites],
    ['columns of places', symbols.sites.columns, sites],
    ['lengths of places', symbols.sites.lengths, sites],
    ['counts of unknown members', symbols.unknown.counts, symbols.unknown.names.length],
  ];
  for (const [what, { length }, wanted] of expected) {
    if (length !== wanted) throw damaged(`there are ${length} ${what} where there should be ${wanted}`);
  }
  if (symbols.declarations.length % PLACE_WORDS !== 0) throw damaged('a declaration is cut short');
}

/**
 * Makes sure that every number that is used as an index is one, and that whoever goes from a symbol to what it is a member of gets to an end.
 * @param nodeCount nodes of the graph
 */
export function checkSymbols(symbols: SymbolVectors, textCount: number, nodeCount: number, checks: VectorChecks): void {
  const count = symbols.names.length;
  const edges = symbols.forward.targets.length;
  const need = (holds: boolean, what: string): void => {
    if (!holds) throw damaged(what);
  };

  need(checks.allBelow(symbols.names, textCount), 'a name of a symbol is no text');
  need(checks.allBelow(symbols.ids, textCount, NONE), 'an id of a symbol is no text');
  need(checks.allBelow(symbols.nodes, nodeCount), 'a symbol belongs to no node');
  need(isHighest(symbols.kinds, SYMBOL_KINDS.length - 1), 'a symbol has an unknown kind');
  need(standTogether(symbols), 'symbols are in the wrong order');
  const declarations = symbols.declarations.length / PLACE_WORDS;
  need(checks.ascendsTo(symbols.declarationOffsets, declarations), 'offsets of declarations do not ascend');

  need(checks.allBelow(symbols.exported.modules, count), 'an export belongs to no symbol');
  need(checks.allBelow(symbols.exported.names, textCount), 'a name of an export is no text');
  need(checks.allBelow(symbols.exported.symbols, count), 'an export leads to no symbol');

  for (const [direction, rows] of [
    ['', symbols.forward],
    ['reverse ', symbols.reverse],
  ] as const) {
    need(checks.ascendsTo(rows.offsets, edges), `${direction}offsets of uses do not ascend`);
    need(checks.allBelow(rows.targets, count), `a ${direction}use leads to no symbol`);
    need(checks.allBelow(rows.masks, ALL_USE_KINDS + 1), `a ${direction}mask has an unknown kind of use`);
  }
  need(checks.allBelow(symbols.reverseEdges, edges), 'a reverse use is none');
  need(checks.ascendsTo(symbols.siteOffsets, symbols.sites.kinds.length), 'offsets of places do not ascend');
  need(isHighest(symbols.sites.kinds, USE_KINDS.length - 1), 'a place has an unknown kind');
  need(checks.allBelow(symbols.unknown.names, textCount), 'a name of an unknown member is no text');
}

/** Not `every`: there are millions of places. */
function isHighest(values: Uint8Array, limit: number): boolean {
  for (let at = 0; at < values.length; at++) if ((values[at] ?? 0) > limit) return false;
  return true;
}

/** A module, what is in it, the next module …, and externals at the end; parents come first and are of the same module. */
function standTogether({ kinds, nodes, parents }: SymbolVectors): boolean {
  let module = NONE;
  for (let symbol = 0; symbol < kinds.length; symbol++) {
    const kind = kinds[symbol];
    const parent = parents[symbol] ?? NONE;
    if (kind === MODULE || kind === EXTERNAL) {
      if (parent !== NONE || (symbol > 0 && kind === MODULE && kinds[symbol - 1] === EXTERNAL)) return false;
      if (kind === MODULE && module !== NONE && (nodes[symbol] ?? 0) <= (nodes[module] ?? 0)) return false;
      module = kind === MODULE ? symbol : NONE;
    } else if (module === NONE || parent >= symbol || parent < module || nodes[symbol] !== nodes[module]) return false;
  }
  return true;
}

import { SYMBOL_FLAGS, type SymbolFlag } from '../../src/base/symbol-flags.ts';
import { SYMBOL_KINDS, type SymbolKind, USE_KINDS, type UseKind } from '../../src/base/symbol-kinds.ts';
import { compareCodeUnits } from '../../src/base/text.ts';
import type { ImageRecords } from '../../src/facts/records.ts';
import { NO_SYMBOL, type SymbolRecords } from '../../src/facts/symbol-records.ts';
import { excerptBlock } from './excerpt-block.ts';

/** A symbol, as one would say it. What is not said is empty. */
export interface SaidSymbol {
  readonly kind: SymbolKind;
  readonly flags?: readonly SymbolFlag[];
  readonly signature?: string;
  readonly doc?: string;
  /** How many declarations it has: 1, or for what has none, as a module, 0. */
  readonly declarations?: number;
  /** When it is not the end of the id. */
  readonly name?: string;
  /** When it is not the id up to the last dot. */
  readonly parent?: string;
}

export interface SaidSymbols {
  /** By id, `path#Name` or `path#Class.member`, in the order of their declarations; modules and externals (`npm:…#…`) need not be said. */
  readonly symbols?: Readonly<Record<string, SymbolKind | SaidSymbol>>;
  /** User, used, and of which kinds; a place each, except `override`. Each pair once. */
  readonly uses?: readonly (readonly [from: string, to: string, ...kinds: UseKind[]])[];
  /** Module, name, symbol. */
  readonly exported?: readonly (readonly [module: string, name: string, symbol: string])[];
  readonly unknown?: Readonly<Record<string, number>>;
  /** Source of a module, from line 1 on; one that is not said has no excerpts. */
  readonly sources?: Readonly<Record<string, string>>;
}

/**
 * Records of symbols over those of a graph, as the link stage would hand them over. Every module of the graph has its symbol. Declarations stand one a
 * line from 1 on, 30 columns wide, the name at column 7; uses one a line from 100 on in the order of their targets, at column 5.
 */
export function withSymbols(records: ImageRecords, said: SaidSymbols): ImageRecords {
  const { symbols = {}, uses = [], exported = [], unknown = {}, sources = {} } = said;
  const externals = new Set([...uses.map(([, to]) => to), ...exported.map(([, , to]) => to)].filter(isExternal));
  const modules = records.graph.ids.filter((_, node) => records.graph.kinds[node] === 0);
  const ids = [
    ...modules.flatMap((module) => [module, ...Object.keys(symbols).filter((id) => moduleOf(id) === module)]),
    ...[...externals].sort(compareCodeUnits),
  ];
  const numberOf = new Map(ids.map((id, number) => [id, number]));
  const number = (id: string): number => {
    const found = numberOf.get(id);
    if (found === undefined) throw new Error(`there is no symbol ${id}`);
    return found;
  };
  const saidOf = (id: string): SaidSymbol => {
    const one = symbols[id] ?? (isExternal(id) ? 'external' : 'module');
    return typeof one === 'string' ? { kind: one } : one;
  };

  const texts = [''];
  const textOf = (text: string): number => (texts.includes(text) ? texts.indexOf(text) : texts.push(text) - 1);
  const declarations: number[] = [];
  const declarationOffsets = [0];
  let line = 1;
  for (const id of ids) {
    const { kind, declarations: count = 1, signature = '', doc = '' } = saidOf(id);
    if (kind === 'module') line = 1;
    for (let left = kind === 'module' || kind === 'external' ? 0 : count; left > 0; left--) {
      declarations.push(line, 1, line, 31, line, 7, nameOf(id).length, textOf(signature), textOf(doc));
      line++;
    }
    declarationOffsets.push(declarations.length / 9);
  }

  const exportNames = [...new Set(exported.map(([, name]) => name))];
  return {
    ...records,
    excerpts: modules.map((module) => {
      const source = sources[module];
      return source === undefined ? null : excerptBlock({ 1: source });
    }),
    symbols: {
      ids,
      names: ids.map((id) => saidOf(id).name ?? nameOf(id)),
      kinds: Uint8Array.from(ids, (id) => SYMBOL_KINDS.indexOf(saidOf(id).kind)),
      nodes: Uint32Array.from(ids, (id) => records.graph.ids.indexOf(moduleOf(id))),
      parents: Uint32Array.from(ids, (id) =>
        id.includes('#') && !isExternal(id) ? number(saidOf(id).parent ?? parentOf(id)) : NO_SYMBOL,
      ),
      flags: Uint32Array.from(ids, (id) => maskOf(saidOf(id).flags ?? [], SYMBOL_FLAGS)),
      declarationOffsets: Uint32Array.from(declarationOffsets),
      declarations: Uint32Array.from(declarations),
      texts,
      exported: Uint32Array.from(
        exported
          .map(([module, name, symbol]) => ({ module: number(module), name, symbol: number(symbol) }))
          .sort((a, b) => a.module - b.module || compareCodeUnits(a.name, b.name))
          .flatMap(({ module, name, symbol }) => [module, exportNames.indexOf(name), symbol]),
      ),
      exportNames,
      ...edgesOf(ids, uses, number),
      unknownMembers: Object.keys(unknown).sort(compareCodeUnits),
      unknownCounts: Uint32Array.from(Object.keys(unknown).sort(compareCodeUnits), (name) => unknown[name] ?? 0),
    },
  };
}

type Edges = Pick<SymbolRecords, 'offsets' | 'targets' | 'masks' | 'siteOffsets' | 'sites'>;

function edgesOf(
  ids: readonly string[],
  uses: NonNullable<SaidSymbols['uses']>,
  number: (id: string) => number,
): Edges {
  const [offsets, targets, masks, siteOffsets, sites] = [[0], [] as number[], [] as number[], [0], [] as number[]];
  for (const id of ids) {
    let line = 100;
    const row = uses
      .filter(([from]) => from === id)
      .map(([, to, ...kinds]) => ({ to: number(to), name: nameOf(to), kinds }));
    for (const { to, name, kinds } of row.sort((a, b) => a.to - b.to)) {
      targets.push(to);
      masks.push(maskOf(kinds, USE_KINDS));
      for (const kind of kinds.filter((one) => one !== 'override')) {
        sites.push(USE_KINDS.indexOf(kind), line++, 5, name.length);
      }
      siteOffsets.push(sites.length / 4);
    }
    offsets.push(targets.length);
  }
  const [first, ...rest] = [offsets, targets, masks, siteOffsets, sites].map((words) => Uint32Array.from(words));
  const [two, three, four, five] = rest;
  if (!first || !two || !three || !four || !five) throw new Error('five vectors');
  return { offsets: first, targets: two, masks: three, siteOffsets: four, sites: five };
}

function maskOf<Word extends string>(words: readonly Word[], list: readonly Word[]): number {
  return words.reduce((mask, word) => mask | (1 << list.indexOf(word)), 0);
}

const isExternal = (id: string): boolean => id.startsWith('npm:') || id.startsWith('node:');
const moduleOf = (id: string): string => id.replace(/#.*/, '');
const nameOf = (id: string): string => id.replace(/.*[#./]/, '').replace(/~.*/, '');
const parentOf = (id: string): string => (/#.*\./.test(id) ? id.replace(/\.[^.]*$/, '') : moduleOf(id));

import { SYMBOL_KINDS } from '../base/symbol-kinds.ts';
import { NO_SYMBOL, type SymbolRecords } from '../facts/symbol-records.ts';
import { mergeTexts, type TextTable, textTable } from './text-table.ts';
import { NONE } from './vectors.ts';

/** What an encoder has to know of symbols to name them. */
export interface NamedSymbols {
  readonly names: readonly string[];
  /** Ids that do not follow from the parent's and the name, by symbol. */
  readonly irregularIds: ReadonlyMap<number, string>;
}

/** Names of symbols and those of their ids that do not follow from them, as numbers of texts. */
export interface SymbolNames {
  readonly texts: TextTable;
  readonly names: Uint32Array;
  /** NONE for an id that follows from the parent's and the name. */
  readonly ids: Uint32Array;
}

export function nameSymbols({ names, irregularIds }: NamedSymbols): SymbolNames {
  const texts = textTable([...new Set(names), ...irregularIds.values()]);
  const ids = new Uint32Array(names.length).fill(NONE);
  for (const [symbol, id] of irregularIds) ids[symbol] = texts.numberOf(id);
  return { texts, names: numbersOf(names, texts), ids };
}

/**
 * The names of more symbols behind those that have some already, and of further texts.
 * @param symbols all of them; the first ones are those of `own`
 */
export function addNames(own: SymbolNames, symbols: NamedSymbols, further: readonly string[]): SymbolNames {
  const first = own.names.length;
  const names = symbols.names.slice(first);
  const irregular = [...symbols.irregularIds].filter(([symbol]) => symbol >= first);
  const { texts, moved } = mergeTexts(own.texts, [...names, ...irregular.map(([, id]) => id), ...further]);
  const ids = new Uint32Array(symbols.names.length).fill(NONE);
  own.ids.forEach((id, symbol) => {
    if (id !== NONE) ids[symbol] = moved[id] ?? NONE;
  });
  for (const [symbol, id] of irregular) ids[symbol] = texts.numberOf(id);
  const numbers = new Uint32Array(symbols.names.length);
  own.names.forEach((name, symbol) => {
    numbers[symbol] = moved[name] ?? 0;
  });
  numbers.set(numbersOf(names, texts), first);
  return { texts, names: numbers, ids };
}

/** Not `from`: with a function it takes a list one by one, several times slower. */
export function numbersOf(list: readonly string[], { numberOf }: TextTable): Uint32Array {
  return new Uint32Array(list.map(numberOf));
}

/**
 * Ids that a reader cannot tell from the parent's and the name: most are longer than all else that is known of a symbol.
 * @param nodeIds ids of the graph's nodes
 */
export function irregularIds(symbols: SymbolRecords, nodeIds: readonly string[]): Map<number, string> {
  const irregular = new Map<number, string>();
  symbols.ids.forEach((id, symbol) => {
    if (!followsFromParent(id, symbol, symbols, nodeIds)) irregular.set(symbol, id);
  });
  return irregular;
}

const MODULE = SYMBOL_KINDS.indexOf('module');

function followsFromParent(
  id: string,
  symbol: number,
  { ids, names, kinds, nodes, parents }: SymbolRecords,
  nodeIds: readonly string[],
): boolean {
  const parent = parents[symbol] ?? NO_SYMBOL;
  const nodeId = nodeIds[nodes[symbol] ?? 0] ?? '';
  if (kinds[symbol] === MODULE) return id === nodeId;
  const around = parent === NO_SYMBOL ? nodeId : (ids[parent] ?? '');
  const separator = parent === NO_SYMBOL || kinds[parent] === MODULE ? '#' : '.';
  const name = names[symbol] ?? '';
  return id === `${around}${separator}${name}`;
}

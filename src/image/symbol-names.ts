import { SYMBOL_KINDS } from '../base/symbol-kinds.ts';
import { NO_SYMBOL, type SymbolRecords } from '../facts/symbol-records.ts';
import { mergeTexts, type TextTable, textTable } from './text-table.ts';
import { NONE } from './vectors.ts';

/** What an encoder has to know of symbols to name them. */
export type NamedSymbols = Pick<SymbolRecords, 'ids' | 'names' | 'kinds' | 'nodes' | 'parents'>;

/** Names of symbols and those of their ids that do not follow from them, as numbers of texts. */
export interface SymbolNames {
  readonly texts: TextTable;
  readonly names: Uint32Array;
  /** NONE for an id that follows from the parent's and the name. */
  readonly ids: Uint32Array;
}

/**
 * Numbers names and ids.
 * @param nodeIds ids of the graph's nodes
 */
export function nameSymbols(symbols: NamedSymbols, nodeIds: readonly string[]): SymbolNames {
  const irregular = symbols.ids.map((id, symbol) => (followsFromParent(id, symbol, symbols, nodeIds) ? null : id));
  const texts = textTable([...new Set(symbols.names), ...irregular.filter((id) => id !== null)]);
  return {
    texts,
    names: numbersOf(symbols.names, texts),
    ids: new Uint32Array(irregular.map((id) => (id === null ? NONE : texts.numberOf(id)))),
  };
}

/**
 * The names of more symbols behind those that have some already, and of further texts.
 * @param symbols all of them; the first ones are those of `own`
 */
export function addNames(
  own: SymbolNames,
  symbols: NamedSymbols,
  nodeIds: readonly string[],
  further: readonly string[],
): SymbolNames {
  const first = own.names.length;
  const names = symbols.names.slice(first);
  const irregular = symbols.ids
    .slice(first)
    .map((id, at) => (followsFromParent(id, first + at, symbols, nodeIds) ? null : id));
  const { texts, moved } = mergeTexts(own.texts, [...names, ...irregular.filter((id) => id !== null), ...further]);
  const place = (number: number): number => (number === NONE ? NONE : (moved[number] ?? NONE));
  return {
    texts,
    names: joined(own.names.map(place), numbersOf(names, texts)),
    ids: joined(own.ids.map(place), new Uint32Array(irregular.map((id) => (id === null ? NONE : texts.numberOf(id))))),
  };
}

/** Not `from`: with a function it takes a list one by one, several times slower. */
export function numbersOf(list: readonly string[], { numberOf }: TextTable): Uint32Array {
  return new Uint32Array(list.map(numberOf));
}

function joined(first: Uint32Array, second: Uint32Array): Uint32Array {
  const both = new Uint32Array(first.length + second.length);
  both.set(first);
  both.set(second, first.length);
  return both;
}

const MODULE = SYMBOL_KINDS.indexOf('module');

/** Whether a reader can tell an id from the parent's and the name: most ids are longer than all else that is known of a symbol. */
function followsFromParent(
  id: string,
  symbol: number,
  { ids, names, kinds, nodes, parents }: NamedSymbols,
  nodeIds: readonly string[],
): boolean {
  const parent = parents[symbol] ?? NO_SYMBOL;
  const nodeId = nodeIds[nodes[symbol] ?? 0] ?? '';
  if (kinds[symbol] === MODULE) return id === nodeId;
  const around = parent === NO_SYMBOL ? nodeId : (ids[parent] ?? '');
  const separator = parent === NO_SYMBOL || kinds[parent] === MODULE ? '#' : '.';
  const name = names[symbol] ?? '';
  // Without putting the parts together: there are hundreds of thousands.
  return (
    id.length === around.length + 1 + name.length &&
    id.charAt(around.length) === separator &&
    id.startsWith(around) &&
    id.endsWith(name)
  );
}

import { compareCodeUnits } from '../../../base/text.ts';
import { EXPORTED_SYMBOL, NO_SYMBOL, type SymbolRecords } from '../../symbol-records.ts';
import type { ExportedNames } from './exported-names.ts';
import type { ExternalSymbols } from './external-symbols.ts';
import { EXTERNAL } from './meanings.ts';
import type { ModuleLinks } from './module-links.ts';
import { packSymbolEdges } from './pack-symbol-edges.ts';
import type { PreparedSymbols } from './prepare-symbols.ts';
import type { ProjectSymbols } from './project-symbols.ts';
import type { TypeContext } from './types/type-context.ts';

/**
 * Numbers what the links lead to, and packs them.
 * @param nodes ids of all nodes of the graph
 */
export function symbolRecords(
  own: PreparedSymbols,
  { symbols, externals, additions }: TypeContext,
  links: ModuleLinks,
  exported: ExportedNames,
  nodes: readonly string[],
): SymbolRecords {
  const { edges } = links;
  // All that is imported of other packages has been named: now it gets its numbers.
  const used = [edges.to.subarray(0, edges.length), links.exportedSymbols, Array.from(additions.keys())];
  const { ids, order, numberOf } = externals.sorted(nodes, used);
  const to = edges.to.slice(0, edges.length);
  for (let edge = 0; edge < to.length; edge++) to[edge] = numberOf(to[edge] ?? 0);

  const count = symbols.count + order.length;
  return {
    // Tests and people ask for all of them; an image does not.
    get ids() {
      return [...own.ids.all(), ...ids];
    },
    irregularIds: new Map([...own.ids.irregular, ...externals.irregular(order, nodes)]),
    names: [...own.names, ...order.map((at) => externals.nameOf(at, nodes))],
    kinds: extended(symbols.kinds, new Uint8Array(count).fill(EXTERNAL)),
    nodes: extended(symbols.modules, externalNodes(symbols.count, order, externals)),
    parents: extended(symbols.parents, new Uint32Array(count).fill(NO_SYMBOL)),
    flags: extended(symbols.flags, new Uint32Array(count)),
    // Those of other packages have none.
    declarationOffsets: extended(own.declarationOffsets, new Uint32Array(count + 1).fill(symbols.declarations.length)),
    declarations: own.declarations,
    texts: own.texts,
    exported: exportedRows(links, symbols, exported, numberOf),
    exportNames: exported.texts,
    ...packSymbolEdges({ ...edges, to }, count, (symbol) => symbols.facts[symbols.modules[symbol] ?? -1]),
    ...listUnknown(links.unknown, symbols),
  };
}

function exportedRows(
  { exportedNames, exportedSymbols, ends }: ModuleLinks,
  { moduleSymbols }: ProjectSymbols,
  { places }: ExportedNames,
  numberOf: (symbol: number) => number,
): Uint32Array {
  const rows = new Uint32Array(exportedNames.length * EXPORTED_SYMBOL.WORDS);
  let row = 0;
  ends.exported.forEach((end, module) => {
    for (; row < end; row++) {
      const word = row * EXPORTED_SYMBOL.WORDS;
      rows[word + EXPORTED_SYMBOL.MODULE] = moduleSymbols[module] ?? 0;
      rows[word + EXPORTED_SYMBOL.NAME] = places[exportedNames[row] ?? 0] ?? 0;
      rows[word + EXPORTED_SYMBOL.SYMBOL] = numberOf(exportedSymbols[row] ?? 0);
    }
  });
  return rows;
}

/** The symbols of the project in front of what there is for all. */
function extended<Column extends Uint8Array | Uint32Array>(own: Column, all: Column): Column {
  all.set(own);
  return all;
}

function externalNodes(first: number, order: readonly number[], { nodes }: ExternalSymbols): Uint32Array {
  const column = new Uint32Array(first + order.length);
  order.forEach((at, place) => {
    column[first + place] = nodes[at] ?? 0;
  });
  return column;
}

/** How often each name is used of which nobody can say what it means. Names that no symbol of the project has are left out: whoever asks for a symbol, it cannot have been meant. */
function listUnknown(
  unknown: readonly number[],
  { nameNumbers, names }: ProjectSymbols,
): Pick<SymbolRecords, 'unknownMembers' | 'unknownCounts'> {
  const isOwn = new Uint8Array(names.texts.length);
  nameNumbers.forEach((name) => {
    isOwn[name] = 1;
  });
  const counts = new Map<number, number>();
  for (const name of unknown) if (isOwn[name] === 1) counts.set(name, (counts.get(name) ?? 0) + 1);
  const listed = [...counts]
    .map(([name, count]) => ({ text: names.text(name), count }))
    .sort((a, b) => compareCodeUnits(a.text, b.text));
  return {
    unknownMembers: listed.map(({ text }) => text),
    unknownCounts: Uint32Array.from(listed, ({ count }) => count),
  };
}

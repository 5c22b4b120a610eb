import { compareCodeUnits } from '../../../base/text.ts';
import type { FileFacts } from '../../records.ts';
import { EXPORTED_SYMBOL, NO_SYMBOL, type SymbolRecords } from '../../symbol-records.ts';
import { AmbientModules } from './ambient-modules.ts';
import { Children } from './children.ts';
import { ExportMeanings } from './exports/export-meanings.ts';
import { ExternalSymbols } from './external-symbols.ts';
import { TargetFinder } from './find-target.ts';
import { ImportBindings } from './import-bindings.ts';
import { linkOverrides } from './link-overrides.ts';
import { linkUses } from './link-uses.ts';
import { type ListedDeclarations, listDeclarations } from './list-declarations.ts';
import { listExports } from './list-exports.ts';
import { EXTERNAL } from './meanings.ts';
import { packSymbolEdges } from './pack-symbol-edges.ts';
import { numberSymbols, type ProjectSymbols } from './project-symbols.ts';
import { type SiteColumns, SiteTargets } from './site-targets.ts';
import { SymbolIds } from './symbol-ids.ts';
import { TermTypes } from './types/term-types.ts';

/** What is known of symbols before anybody knows where imports lead. */
export interface PreparedSymbols extends ListedDeclarations {
  readonly symbols: ProjectSymbols;
  readonly children: Children;
  readonly ambient: AmbientModules;
  readonly ids: SymbolIds;
  readonly names: readonly string[];
}

/** @param files the modules, sorted by path; the first nodes of the graph */
export function prepareSymbols(files: readonly FileFacts[]): PreparedSymbols {
  const symbols = numberSymbols(files);
  const children = new Children(symbols);
  return {
    symbols,
    children,
    ambient: new AmbientModules(symbols, children),
    ids: new SymbolIds(symbols, children),
    names: namesOf(symbols),
    ...listDeclarations(symbols),
  };
}

/**
 * Links what single files say of their symbols: which declaration every name means, over imports and exports, and every member as far as types are declared.
 * A pure function of the sorted facts and of where their imports lead.
 * @param prepared used up: it takes no second linking
 * @param siteColumns where imports of the modules lead
 * @param nodes ids of all nodes of the graph
 */
export function linkSymbols(
  { symbols, children, ambient, ...own }: PreparedSymbols,
  siteColumns: SiteColumns,
  nodes: readonly string[],
): SymbolRecords {
  const sites = new SiteTargets(siteColumns);
  const externals = new ExternalSymbols(symbols.count, symbols.names);
  const linked = { symbols, sites, externals, ambient };
  const exports = new ExportMeanings(linked, children);
  const imports = new ImportBindings(symbols, exports);
  const context = { ...linked, children, exports, imports, additions: ambient.additions(linked, exports) };
  const types = new TermTypes(context);

  const { edges, unknown } = linkUses(context, types);
  linkOverrides(context, types, edges);
  const listed = listExports(context, new TargetFinder(context, types));
  // All that is imported of other packages has been named: now it gets its numbers.
  const { ids, order, numberOf } = externals.sorted(nodes);
  for (let edge = 0; edge < edges.length; edge++) edges.to[edge] = numberOf(edges.to[edge] ?? 0);
  for (let word = EXPORTED_SYMBOL.SYMBOL; word < listed.exported.length; word += EXPORTED_SYMBOL.WORDS)
    listed.exported[word] = numberOf(listed.exported[word] ?? 0);

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
    ...listed,
    ...packSymbolEdges(edges, count, (symbol) => symbols.facts[symbols.modules[symbol] ?? -1]),
    ...listUnknown(unknown, symbols),
  };
}

/** Not `from`: with a function it takes a column one by one, several times slower. */
function namesOf({ nameNumbers, names }: ProjectSymbols): string[] {
  const texts: string[] = new Array(nameNumbers.length);
  nameNumbers.forEach((name, symbol) => {
    texts[symbol] = names.text(name);
  });
  return texts;
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

/** Names that no symbol of the project has are left out: whoever asks for a symbol, it cannot have been meant. */
function listUnknown(
  counts: ReadonlyMap<number, number>,
  { nameNumbers, names }: ProjectSymbols,
): Pick<SymbolRecords, 'unknownMembers' | 'unknownCounts'> {
  const isOwn = new Uint8Array(names.texts.length);
  nameNumbers.forEach((name) => {
    isOwn[name] = 1;
  });
  const listed = [...counts]
    .filter(([name]) => isOwn[name] === 1)
    .map(([name, count]) => ({ text: names.text(name), count }))
    .sort((a, b) => compareCodeUnits(a.text, b.text));
  return {
    unknownMembers: listed.map(({ text }) => text),
    unknownCounts: Uint32Array.from(listed, ({ count }) => count),
  };
}

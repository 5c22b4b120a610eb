import type { SymbolRecords } from '../../symbol-records.ts';
import { exportedNames } from './exported-names.ts';
import { ExportMeanings } from './exports/export-meanings.ts';
import { ExternalSymbols } from './external-symbols.ts';
import { TargetFinder } from './find-target.ts';
import { ImportBindings } from './import-bindings.ts';
import { type KeptLinks, keepLinks } from './kept-links.ts';
import { type EarlierLinks, knownLinks } from './known-links.ts';
import { linkExports } from './link-exports.ts';
import { linkOverrides } from './link-overrides.ts';
import { linkUses } from './link-uses.ts';
import { ModuleLinks } from './module-links.ts';
import type { PreparedSymbols } from './prepare-symbols.ts';
import { symbolRecords } from './records-of-links.ts';
import { SiteTargets, type SymbolInput } from './site-targets.ts';
import { TermTypes } from './types/term-types.ts';

/** Symbols of the project, and what a later build can keep of how they were linked; null where nothing can be kept. */
export interface LinkedRecords {
  readonly records: SymbolRecords;
  /** How many modules were linked; of the others it was known. */
  readonly modules: number;
  /** Puts it together, when there is time. */
  readonly keep: (() => KeptLinks) | null;
}

/**
 * Links what single files say of their symbols: which declaration every name means, over imports and exports, and every member as far as types are declared.
 * A pure function of the sorted facts and of where their imports lead, whatever was kept.
 * @param prepared used up: it takes no second linking
 * @param input where imports of the modules lead
 * @param before what an earlier build found
 */
export function linkSymbols(prepared: PreparedSymbols, input: SymbolInput, before?: EarlierLinks): LinkedRecords {
  const { symbols, children, ambient } = prepared;
  const sites = new SiteTargets(input.sites);
  const externals = new ExternalSymbols(symbols.count, symbols.names);
  const linked = { symbols, sites, externals, ambient };
  const exports = new ExportMeanings(linked, children);
  const imports = new ImportBindings(symbols, exports);
  const context = { ...linked, children, exports, imports, additions: ambient.additions(linked, exports) };
  const types = new TermTypes(context);
  const targets = new TargetFinder(context, types);
  const exported = exportedNames(exports.lookup.entries.tables, symbols.names);

  // Under a limit on all names together, what one means rests on the others.
  const known = before && !exports.isLimited ? knownLinks(before, context, input) : null;
  const links = new ModuleLinks(symbols.files.length);
  let modules = 0;
  for (let module = 0; module < symbols.files.length; module++) {
    if (!known?.copy(module, links)) {
      links.beginAgain(module);
      modules++;
      linkUses(context, types, targets, module, links);
      for (const heir of types.members.heritage.heirsIn(module)) linkOverrides(context, types, heir, links.edges);
      linkExports(exports, targets, exported.places, module, links);
    }
    types.doubts.endModule();
    links.endModule(module);
  }
  const evaluations = known === null ? 0 : (before?.links.evaluations ?? 0);
  const isLimited = types.isLimitedAfter(evaluations) || exports.isLimited;
  const keep = isLimited ? null : () => keepLinks(links, context, input, evaluations + types.evaluations);
  return { records: symbolRecords(prepared, context, links, exported, input.nodes), modules, keep };
}

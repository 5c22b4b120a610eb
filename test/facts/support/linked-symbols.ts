import { USE_KINDS } from '../../../src/base/symbol-kinds.ts';
import { compareCodeUnits } from '../../../src/base/text.ts';
import { linkFacts } from '../../../src/facts/link/link-facts.ts';
import type { FileFacts, Resolution } from '../../../src/facts/records.ts';
import { createFolderLog } from '../../../src/facts/resolve/folder-log.ts';
import type { Resolver } from '../../../src/facts/resolve/resolver.ts';
import { DEFAULT_ERASURE } from '../../../src/facts/resolve/tsconfig/erasure-settings.ts';
import { EXPORTED_SYMBOL, SYMBOL_SITE, type SymbolRecords } from '../../../src/facts/symbol-records.ts';

/** Modules by their path, `@x` as a package, anything else as it says. */
const resolver: Resolver = {
  diagnostics: [],
  erasureOf: () => DEFAULT_ERASURE,
  inputs: [],
  log: createFolderLog('/ship', []),
  signature: '',
  signatureOf: () => '',
  mapPattern: () => [],
  leavesIn: () => [],
  resolveEntry: () => 'file-not-found',
  ownerOf: () => null,
  resolve(_, specifier): Resolution {
    if (specifier.startsWith('@')) return { kind: 'external', id: `npm:${specifier}`, package: specifier };
    if (specifier.startsWith('node:')) return { kind: 'builtin', id: specifier, package: null };
    if (specifier.startsWith('?')) return { kind: 'unresolved', id: `?:${specifier}`, reason: 'file-not-found' };
    if (specifier.endsWith('.json')) return { kind: 'json', id: specifier, package: null };
    return { kind: 'module', id: specifier, package: null };
  },
};

/** Links files that name modules by their paths. */
export function linkedSymbols(files: readonly FileFacts[]): SymbolRecords {
  const sorted = [...files].sort((a, b) => compareCodeUnits(a.path, b.path));
  const scan = { files: [], directories: [], configs: [], packages: [], manifests: [], diagnostics: [], witnesses: [] };
  const { symbols } = linkFacts(sorted, scan, resolver).records;
  if (!symbols) throw new Error('no symbols');
  return symbols;
}

/** The edges as a reader would list them: `from kinds to @lines`. */
export function listUses({ ids, offsets, targets, masks, siteOffsets, sites }: SymbolRecords): string[] {
  return ids.flatMap((from, symbol) => {
    const lines: string[] = [];
    for (let edge = offsets[symbol] ?? 0; edge < (offsets[symbol + 1] ?? 0); edge++) {
      const kinds = USE_KINDS.filter((_, bit) => ((masks[edge] ?? 0) & (1 << bit)) !== 0);
      const places: number[] = [];
      for (let site = siteOffsets[edge] ?? 0; site < (siteOffsets[edge + 1] ?? 0); site++)
        places.push(sites[site * SYMBOL_SITE.WORDS + SYMBOL_SITE.LINE] ?? 0);
      lines.push(`${from} ${kinds.join('+')} ${ids[targets[edge] ?? 0]}${places.length > 0 ? ` @${places}` : ''}`);
    }
    return lines;
  });
}

/** `module name → symbol`. */
export function listExported({ ids, exported, exportNames }: SymbolRecords): string[] {
  const lines: string[] = [];
  for (let word = 0; word < exported.length; word += EXPORTED_SYMBOL.WORDS) {
    const [module = 0, name = 0, symbol = 0] = exported.subarray(word, word + EXPORTED_SYMBOL.WORDS);
    lines.push(`${ids[module]} ${exportNames[name]} → ${ids[symbol]}`);
  }
  return lines;
}

/** Lines on which a member of that name is used, of all that have one: ascending, one for each use. */
export function listMemberUses(records: SymbolRecords, name: string): number[] {
  const { names, targets, siteOffsets, sites } = records;
  const lines: number[] = [];
  targets.forEach((target, edge) => {
    if (names[target] !== name) return;
    for (let site = siteOffsets[edge] ?? 0; site < (siteOffsets[edge + 1] ?? 0); site++)
      lines.push(sites[site * SYMBOL_SITE.WORDS + SYMBOL_SITE.LINE] ?? 0);
  });
  return lines.sort((a, b) => a - b);
}

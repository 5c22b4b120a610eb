import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { EDGE_KINDS } from '../../src/base/edge-kinds.ts';
import { createExtractor } from '../../src/facts/extract/extract-facts.ts';
import { createKindDecider } from '../../src/facts/link/erasure/create-kind-decider.ts';
import { resolveRows } from '../../src/facts/link/resolve-rows.ts';
import { type FileFacts, SITE } from '../../src/facts/records.ts';
import { createResolver } from '../../src/facts/resolve/create-resolver.ts';
import { readTsconfigs } from '../../src/facts/resolve/tsconfig/read-tsconfigs.ts';
import { createTsconfigOwners } from '../../src/facts/resolve/tsconfig/tsconfig-owners.ts';
import { type ScanOptions, scanSources } from '../../src/facts/scan/scan-sources.ts';
import { kernelModule } from '../../src/session/node/kernels.ts';
import { erasedByProgram } from './typescript-erasure.ts';

export interface ErasureComparison {
  /** Declarations that both sides know. */
  readonly compared: number;
  /** Of them, those that TypeScript erases: place and specifier. */
  readonly erased: readonly string[];
  /** One line each: place, specifier, and what either side says of it. */
  readonly differences: readonly string[];
}

/**
 * Compares, over a whole project, which imports and exports are `type` here with which ones TypeScript's own emit leaves out.
 * A file is compiled with all files that the same tsconfig decides for. What the project depends on should be
 * installed: to TypeScript a name of a package that is not there is a value.
 */
export function compareErasure(root: string, options: ScanOptions): ErasureComparison {
  const scan = scanSources(root, options);
  const extractor = createExtractor(kernelModule('plain'));
  const facts = scan.files.map(({ path }) => extractor.extract(path, readFileSync(join(root, path))));
  const resolver = createResolver(root, scan);
  const rows = resolveRows(facts, scan, resolver, () => null);
  const decide = createKindDecider(facts, rows, resolver.erasureOf);

  const configs = scan.configs.map(({ path }) => path).filter((path) => /(?:^|\/)tsconfig[^/]*\.json$/.test(path));
  const ownerOf = createTsconfigOwners(readTsconfigs(root, configs, () => null).tsconfigs);
  const groups = new Map<string | null, FileFacts[]>();
  for (const file of facts) {
    if (!/\.[mc]?tsx?$/.test(file.path) || /\.d\.[mc]?ts$/.test(file.path) || file.status === 'failed') continue;
    const config = ownerOf(file.path)?.path ?? null;
    groups.set(config, [...(groups.get(config) ?? []), file]);
  }

  let compared = 0;
  const erased: string[] = [];
  const differences: string[] = [];
  for (const [config, files] of groups) {
    const paths = files.map(({ path }) => path);
    const theirs = erasedByProgram(root, paths, config);
    for (const file of files) {
      const ours = erasureByPlace(file, decide(file).kinds);
      for (const { line, column, specifier, isErased } of theirs.get(file.path) ?? []) {
        const own = ours.get(`${line}:${column}`);
        const place = `${file.path}:${line}:${column} '${specifier}'`;
        if (own === undefined) {
          differences.push(`${place} is not known here`);
          continue;
        }
        compared++;
        if (isErased) erased.push(place);
        if (own !== isErased)
          differences.push(`${place} ${isErased ? 'is erased, but not here' : 'stays, but not here'}`);
      }
    }
  }
  return { compared, erased, differences };
}

/** Whether the site at each `line:column` is a type. */
function erasureByPlace(file: FileFacts, kinds: Uint8Array): Map<string, boolean> {
  const byPlace = new Map<string, boolean>();
  kinds.forEach((kind, site) => {
    const [line, column] = file.sites.subarray(site * SITE.WORDS + SITE.LINE);
    byPlace.set(`${line}:${column}`, EDGE_KINDS[kind] === 'type');
  });
  return byPlace;
}

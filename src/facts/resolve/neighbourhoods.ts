import type { FileFacts, Resolution } from '../records.ts';
import { type AliasFolders, createAliasFolders } from './aliases/bundler-aliases.ts';
import { moduleFormat } from './module-format.ts';
import type { ProjectPackages } from './project-packages.ts';
import type { Importer } from './resolve-bare.ts';
import { signatureOf } from './signature.ts';
import type { Tsconfig } from './tsconfig/tsconfig-record.ts';

/** Importers that share their answers to bare specifiers. */
export interface Neighbourhood extends Importer {
  /** All that they import is types. */
  readonly declares: boolean;
  readonly answers: Map<string, LoggedAnswer>;
  /** Of all that its answers rest on and those of others do not: its tsconfig and its aliases. */
  readonly signature: string;
}

/** An answer with the folders in which it was looked for: whoever is given it rests on them too. */
export interface LoggedAnswer {
  readonly result: Resolution;
  readonly folders: readonly string[];
}

/**
 * @param configs facts of the configurations of bundlers, among any others; asked for with the first file
 * @returns the neighbourhood of a file, by its path
 */
export function createNeighbourhoods(
  packages: ProjectPackages,
  tsconfigFor: (path: string) => Tsconfig | null,
  configs: () => readonly Pick<FileFacts, 'path' | 'aliases'>[],
): (path: string) => Neighbourhood {
  const neighbourhoods = new Map<string, Neighbourhood>();
  let aliasesFor: AliasFolders | undefined;
  let last: Neighbourhood | undefined;
  const find = (path: string): Neighbourhood => {
    const tsconfig = tsconfigFor(path);
    const own = packages.ownerOf(path);
    const declares = /\.d\.[cm]?ts$/.test(path);
    const format = moduleFormat(path, own, tsconfig);
    aliasesFor ??= createAliasFolders(configs());
    const aliases = aliasesFor(path.slice(0, Math.max(0, path.lastIndexOf('/'))));
    // Files come sorted: nearly always the same as for the one before, and a key is long.
    if (
      last?.tsconfig === tsconfig &&
      last.own === own &&
      last.aliases === aliases &&
      last.declares === declares &&
      last.format === format
    )
      return last;
    const aliasKey = aliases[0] ? `/${aliases[0].directory}` : '';
    const key = `${tsconfig?.path ?? ''}\0${own?.directory ?? ''}\0${aliasKey}\0${declares}\0${format}`;
    last = neighbourhoods.get(key);
    if (last) return last;
    const signature = signatureOf([key, tsconfig, aliases]);
    last = { tsconfig, own, aliases, format, declares, signature, answers: new Map() };
    neighbourhoods.set(key, last);
    return last;
  };
  // Every stage asks for every file again.
  const byPath = new Map<string, Neighbourhood>();
  return (path) => {
    const known = byPath.get(path);
    if (known) return known;
    const found = find(path);
    byPath.set(path, found);
    return found;
  };
}

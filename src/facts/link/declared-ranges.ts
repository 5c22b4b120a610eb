import type { GraphRecords } from '../records.ts';
import { redact } from '../redact/redact.ts';
import type { ProjectPackage } from '../scan/scan-records.ts';

/** The version range that the manifests around a file declare for a package, or null: asked with the file's path and the package's name. */
export type DeclaredRanges = (path: string, name: string) => string | null;

/** The nearest manifest that declares the package counts, from the file's folder up to the root, as in resolution. */
export function createDeclaredRanges(packages: readonly ProjectPackage[]): DeclaredRanges {
  const byDirectory = new Map(packages.map((own) => [own.directory, own]));
  const chains = new Map<string, readonly ProjectPackage[]>();
  /** The packages around a folder, the nearest first. Files come sorted, so most folders are asked for many times. */
  const chainOf = (folder: string): readonly ProjectPackage[] => {
    const known = chains.get(folder);
    if (known) return known;
    const chain: ProjectPackage[] = [];
    for (let at = folder; ; at = parentOf(at)) {
      const own = byDirectory.get(at);
      if (own) chain.push(own);
      if (at === '') break;
    }
    chains.set(folder, chain);
    return chain;
  };
  return (path, name) => {
    for (const { dependencies } of chainOf(parentOf(path))) {
      const range = dependencies.get(name);
      if (range !== undefined) return range;
    }
    return null;
  };
}

type Ranges = Pick<GraphRecords, 'rangeEdges' | 'rangeNumbers' | 'ranges'>;

/**
 * A range for every edge to an external package that has one. Ranges are few and repeated: each is kept once. One that is an address, `git+https://…@…`, can
 * hold a token.
 */
export function rangesOfEdges(
  { offsets, targets }: Pick<GraphRecords, 'offsets' | 'targets'>,
  { ids, externalNames }: { readonly ids: readonly string[]; readonly externalNames: ReadonlyMap<number, string> },
  declared: DeclaredRanges,
): Ranges {
  const edges: number[] = [];
  const numbers: number[] = [];
  const known = new Map<string, number>();
  for (let node = 0; node < ids.length; node++) {
    for (let edge = offsets[node] ?? 0; edge < (offsets[node + 1] ?? 0); edge++) {
      const name = externalNames.get(targets[edge] ?? 0);
      const range = name === undefined ? null : declared(ids[node] ?? '', name);
      if (range === null) continue;
      const number = known.get(range) ?? known.size;
      known.set(range, number);
      edges.push(edge);
      numbers.push(number);
    }
  }
  return {
    rangeEdges: Uint32Array.from(edges),
    rangeNumbers: Uint32Array.from(numbers),
    ranges: [...known.keys()].map((range) => redact(range)),
  };
}

function parentOf(path: string): string {
  const slash = path.lastIndexOf('/');
  return slash < 0 ? '' : path.slice(0, slash);
}

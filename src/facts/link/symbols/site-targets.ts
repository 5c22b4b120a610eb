import type { FileFacts, Resolution } from '../../records.ts';
import { SITE, SITE_PATTERN } from '../../records.ts';
import { declarationsOf } from '../erasure/declarations-of.ts';
import type { LinkRows } from '../resolve-rows.ts';

/** Where every import site leads, as columns: symbols may be linked by another thread than found it. */
export interface SiteColumns {
  readonly modules: number;
  /** Where the sites of a file begin in {@link targets}. */
  readonly bases: Uint32Array;
  /** A module's position plus 1; behind the modules a node plus 1; 0 where nothing is known; {@link LEAF}. */
  readonly targets: Uint32Array;
}

/** What symbols are linked from, besides the facts of the modules. */
export interface SymbolInput {
  readonly sites: SiteColumns;
  /** Ids of all nodes of the graph; the first ones are the paths of the modules. */
  readonly nodes: readonly string[];
}

/**
 * @param nodes of the graph; modules first
 * @param rows those of `files`, in the same order
 */
export function siteColumns(
  files: readonly FileFacts[],
  { rows, targets }: LinkRows,
  nodes: readonly string[],
): SiteColumns {
  const numbers = new Map(nodes.map((id, node) => [id, node]));
  const ends = targets.map((target) => endOf(target, numbers));
  const bases = new Uint32Array(files.length + 1);
  files.forEach(({ sites }, module) => {
    bases[module + 1] = (bases[module] ?? 0) + sites.length / SITE.WORDS;
  });
  const column = new Uint32Array(bases[files.length] ?? 0);
  rows.forEach((row, module) => {
    const sites = files[module]?.sites ?? [];
    row.sites.forEach((word, link) => {
      if (((sites[word + SITE.FLAGS] ?? 0) & SITE_PATTERN) !== 0) return;
      column[(bases[module] ?? 0) + word / SITE.WORDS] = ends[row.targets[link] ?? 0] ?? 0;
    });
  });
  return { modules: files.length, bases, targets: column };
}

/** Where import sites lead, as far as names can be followed there: a module, or a node of the graph that is a package of others. */
export class SiteTargets {
  private readonly bases: Uint32Array;
  private readonly targets: Uint32Array;
  private readonly modules: number;

  constructor({ modules, bases, targets }: SiteColumns) {
    this.modules = modules;
    this.bases = bases;
    this.targets = targets;
  }

  /** The module that a site of a file leads to, or -1. */
  moduleAt(module: number, site: number): number {
    const target = (this.targets[(this.bases[module] ?? 0) + site] ?? 0) - 1;
    return target < this.modules ? target : -1;
  }

  /** The node of the package or builtin that it leads to, or -1. */
  packageAt(module: number, site: number): number {
    const target = (this.targets[(this.bases[module] ?? 0) + site] ?? 0) - 1;
    return target >= this.modules && target !== LEAF - 1 ? target : -1;
  }

  /** Whether it leads to a file of the project that has no names: JSON, a style sheet, an image. */
  isLeafAt(module: number, site: number): boolean {
    return this.targets[(this.bases[module] ?? 0) + site] === LEAF;
  }
}

const LEAF = 0xffffffff;

function endOf(target: Resolution, numbers: ReadonlyMap<string, number>): number {
  switch (target.kind) {
    case 'module':
      // TypeScript reads the declarations in place of the script, and so do the names.
      return (numbers.get(declarationsOf(target.id)) ?? numbers.get(target.id) ?? -1) + 1;
    case 'external':
    case 'builtin':
      return (numbers.get(target.id) ?? -1) + 1;
    case 'json':
    case 'asset':
      return LEAF;
    case 'unresolved':
      return 0;
  }
}

import { ALL_EDGE_KINDS, edgeMask } from '../../base/edge-kinds.ts';
import type { Location } from '../../base/location.ts';
import { moduleNodes } from '../module-nodes.ts';
import { importedPackage, undeclaredImports } from '../packages/imported-package.ts';
import { readAsFile } from './path-doubts.ts';
import type { Scope } from './scope.ts';

/** How one package uses another, all its modules together. */
export interface PackageUse {
  /** The first place, of what is shipped if that uses it. */
  readonly location: Location;
  /** A module that is reached imports it, and not only ones that no entry leads to. */
  readonly reached: boolean;
  /** Shipped code needs it when it runs. */
  readonly atRunTime: boolean;
  /** Shipped code imports it, if only for its types. */
  readonly shipped: boolean;
  /** All that imports it is read as a file by somebody: fixtures, templates, generated code. */
  readonly asData: boolean;
  /** Anything imports it when it runs, shipped or not. */
  readonly asValue: boolean;
}

/** A name as registries allow it, and what may follow it. */
const PACKAGE = /^((?:@[a-z\d][\w.-]*\/)?[a-z\d][\w.-]*)(?:\/|$)/;

/** Names that look like packages and that a framework makes: https://docusaurus.io/docs/docusaurus-core, https://docusaurus.io/docs/advanced/client */
const VIRTUAL = /^@(?:site|theme|theme-original|theme-init|generated)\/|^@docusaurus\/(?:use[A-Z]|[A-Z])/;

/** What TypeScript erases. */
const TYPES = edgeMask(['type', 'jsdoc', 'triple-slash']);

/**
 * What the modules of each package import of other packages, by package and name: externals, and packages of the project that are named and not reached by
 * a path. O(edges).
 */
export function packageUses(scope: Scope): Map<string, PackageUse>[] {
  const { image, packages, isShipped, isReached, production } = scope;
  const { graph } = image;
  const uses = packages.all.map(() => new Map<string, PackageUse>());
  const undeclared = undeclaredImports(image);
  const { offsets, targets, masks } = graph.forward;
  for (const node of moduleNodes(graph)) {
    const own = packages.of(node);
    if (!own || (production && isReached[node] !== 1)) continue;
    const shipped = isShipped[node] === 1;
    let isData: boolean | undefined;
    for (let edge = offsets[node] ?? 0; edge < (offsets[node + 1] ?? 0); edge++) {
      const lost = undeclared(node, targets[edge] ?? 0);
      const name = lost === null ? importedPackage(image, packages, [node, edge], ALL_EDGE_KINDS) : packageIn(lost);
      if (name === null || name === own.name) continue;
      const asValue = ((masks[edge] ?? 0) & ~TYPES) !== 0;
      const known = uses[own.number]?.get(name);
      isData ??= readAsFile(graph.idOf(node)) !== null;
      const isBetter = known && !isData && known.asData;
      const location =
        known && !isBetter && (known.shipped || !shipped) ? known.location : graph.sitesOf(edge)[0]?.location;
      if (!location) continue;
      uses[own.number]?.set(name, {
        location,
        reached: (known?.reached ?? false) || isReached[node] === 1,
        asData: (known?.asData ?? true) && isData,
        atRunTime: (known?.atRunTime ?? false) || (shipped && asValue),
        shipped: (known?.shipped ?? false) || shipped,
        asValue: (known?.asValue ?? false) || asValue,
      });
    }
  }
  return uses;
}

/** How two packages use one together. */
export function joinUses(first: PackageUse, second: PackageUse): PackageUse {
  return {
    location: first.shipped ? first.location : second.location,
    reached: first.reached || second.reached,
    asData: first.asData && second.asData,
    atRunTime: first.atRunTime || second.atRunTime,
    shipped: first.shipped || second.shipped,
    asValue: first.asValue || second.asValue,
  };
}

/** The package that a specifier names which leads nowhere. */
function packageIn(specifier: string): string | null {
  return VIRTUAL.test(specifier) ? null : (PACKAGE.exec(specifier)?.[1] ?? null);
}

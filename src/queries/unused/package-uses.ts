import { edgeMask } from '../../base/edge-kinds.ts';
import type { Location } from '../../base/location.ts';
import { moduleNodes } from './module-nodes.ts';
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
export function packageUses({
  image: { graph, diagnostics },
  packages,
  isShipped,
  isReached,
  production,
}: Scope): Map<string, PackageUse>[] {
  const uses = packages.all.map(() => new Map<string, PackageUse>());
  const undeclared = new Set(
    diagnostics
      .unresolvedSites()
      .flatMap(({ path, specifier, reason }) => (reason === 'package-not-declared' ? [`${path}\0${specifier}`] : [])),
  );
  const { offsets, targets, masks } = graph.forward;
  for (const node of moduleNodes(graph)) {
    const own = packages.of(node);
    if (!own || (production && isReached[node] !== 1)) continue;
    const shipped = isShipped[node] === 1;
    for (let edge = offsets[node] ?? 0; edge < (offsets[node + 1] ?? 0); edge++) {
      const to = targets[edge] ?? 0;
      const kind = graph.kindOf(to);
      const name =
        kind === 'external'
          ? graph.packageOf(to)
          : kind === 'unresolved'
            ? undeclaredPackage(node, edge)
            : namedPackage(own.number, to, edge);
      if (name === null || name === own.name) continue;
      const asValue = ((masks[edge] ?? 0) & ~TYPES) !== 0;
      const known = uses[own.number]?.get(name);
      const location = known && (known.shipped || !shipped) ? known.location : graph.sitesOf(edge)[0]?.location;
      if (!location) continue;
      uses[own.number]?.set(name, {
        location,
        reached: (known?.reached ?? false) || isReached[node] === 1,
        atRunTime: (known?.atRunTime ?? false) || (shipped && asValue),
        shipped: (known?.shipped ?? false) || shipped,
        asValue: (known?.asValue ?? false) || asValue,
      });
    }
  }
  return uses;

  /** The package that an import names which no manifest at all declares. */
  function undeclaredPackage(node: number, edge: number): string | null {
    const [specifier] = graph.specifiersOf(edge);
    if (specifier === undefined || !undeclared.has(`${graph.idOf(node)}\0${specifier}`)) return null;
    return VIRTUAL.test(specifier) ? null : (PACKAGE.exec(specifier)?.[1] ?? null);
  }

  /** The other package of the project that an import names, where it does not go there by a path. */
  function namedPackage(own: number, to: number, edge: number): string | null {
    const other = packages.of(to);
    if (!other?.isNamed || other.number === own) return null;
    const { name } = other;
    const isNamed = graph
      .specifiersOf(edge)
      .some((specifier) => specifier === name || specifier.startsWith(`${name}/`));
    return isNamed ? name : null;
  }
}

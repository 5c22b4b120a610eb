import { EDGE_KINDS, type EdgeKind, edgeMask } from '../../src/base/edge-kinds.ts';
import { NODE_KINDS, type NodeKind } from '../../src/base/node-kinds.ts';
import { compareCodeUnits } from '../../src/base/text.ts';
import { numberPackages, type OwningPackage } from '../../src/facts/link/number-packages.ts';
import type { Diagnostic, ImageRecords, Package, UnresolvedReason } from '../../src/facts/records.ts';

/** A small project, as one would say it. */
export interface Project {
  /** Paths of files of the project that need not be named by an edge. */
  readonly modules?: readonly string[];
  /** Importer, imported (a path, `npm:zod`, `node:fs`, `?:./gone`), and kinds: `static` when not given. Each pair once. */
  readonly edges?: readonly (readonly [from: string, to: string, kinds?: readonly EdgeKind[]])[];
  readonly packages?: readonly Package[];
  /** What all importers of an external package declare for it, by its id; one that is not here is not declared. */
  readonly ranges?: Readonly<Record<string, string>>;
  readonly diagnostics?: readonly Diagnostic[];
}

const LINES = 40;

/**
 * Records as the link stage would hand them over. What kind a node is follows from its id; it belongs to the innermost package
 * whose directory holds it. An edge has one site for each of its kinds; sites stand on one line each, edges in the order of
 * their numbers; every module has 40 lines; one with a diagnostic has failed.
 */
export function recordsOf({
  modules = [],
  edges = [],
  packages = [],
  ranges = {},
  diagnostics = [],
}: Project): ImageRecords {
  const ids = [...new Set([...modules, ...edges.map(([from]) => from), ...edges.map(([, to]) => to)])].sort(
    (a, b) => NODE_KINDS.indexOf(kindOf(a)) - NODE_KINDS.indexOf(kindOf(b)) || compareCodeUnits(a, b),
  );
  const owners = ids.map((id) => packageOf(id, packages));
  const numbered = numberPackages([...packages, ...owners]);
  const rangeEdges: number[] = [];
  const rangeNumbers: number[] = [];

  const offsets = [0];
  const targets: number[] = [];
  const masks: number[] = [];
  const siteOffsets = [0];
  const sites: number[] = [];
  const specifiers: string[] = [];
  const unresolvedSites: ImageRecords['diagnostics']['unresolvedSites'][number][] = [];
  for (const from of ids) {
    let line = 0;
    const row = edges
      .filter((edge) => edge[0] === from)
      .map(([, to, kinds = ['static' as const]]) => ({ to, target: ids.indexOf(to), kinds }))
      .sort((a, b) => a.target - b.target);
    for (const { to, target, kinds } of row) {
      const range = Object.keys(ranges).indexOf(to);
      if (range >= 0) {
        rangeEdges.push(targets.length);
        rangeNumbers.push(range);
      }
      targets.push(target);
      masks.push(edgeMask(kinds));
      const specifier = specifierOf(to);
      if (!specifiers.includes(specifier)) specifiers.push(specifier);
      for (const kind of kinds) {
        line++;
        const column = 20;
        const end = column + specifier.length + 2;
        sites.push(EDGE_KINDS.indexOf(kind), specifiers.indexOf(specifier), line, column, line, end, 0);
        const reason: UnresolvedReason = 'file-not-found';
        if (kindOf(to) === 'unresolved') unresolvedSites.push({ path: from, specifier, reason, line, column });
      }
      siteOffsets.push(sites.length / 7);
    }
    offsets.push(targets.length);
  }

  const sources = ids.filter((id) => kindOf(id) === 'module');
  const failed = sources.filter((id) => diagnostics.some(({ path }) => path === id)).length;
  return {
    graph: {
      ids,
      kinds: Uint8Array.from(ids, (id) => NODE_KINDS.indexOf(kindOf(id))),
      nodePackages: Uint32Array.from(owners, (owner) => (owner ? numbered.numberOfPackage(owner) : 0xffffffff)),
      lines: Uint32Array.from(ids, (id) => (kindOf(id) === 'module' ? LINES : 0)),
      packages: numbered.packages.map(({ name }) => name),
      packageDirectories: numbered.packages.map(({ directory }) => directory),
      offsets: Uint32Array.from(offsets),
      targets: Uint32Array.from(targets),
      masks: Uint32Array.from(masks),
      siteOffsets: Uint32Array.from(siteOffsets),
      sites: Uint32Array.from(sites),
      specifiers,
      rangeEdges: Uint32Array.from(rangeEdges),
      rangeNumbers: Uint32Array.from(rangeNumbers),
      ranges: Object.values(ranges),
    },
    diagnostics: {
      files: sources.length,
      parsed: sources.length - failed,
      failed,
      lines: sources.length * LINES,
      unresolved: unresolvedSites.length === 0 ? {} : { 'file-not-found': unresolvedSites.length },
      entries: diagnostics,
      unresolvedSites,
    },
  };
}

/** A shop in three packages: orders and customers over a core, with an external, a builtin, an asset and something missing. */
export const shop: ImageRecords = recordsOf({
  packages: [
    { name: 'shop', directory: '' },
    { name: '@shop/core', directory: 'packages/core' },
    { name: '@shop/orders', directory: 'packages/orders' },
  ],
  modules: ['packages/core/src/unused-currency.ts', 'packages/orders/src/broken-discount.ts'],
  edges: [
    ['apps/web/src/main.ts', 'packages/orders/src/index.ts'],
    ['apps/web/src/main.ts', 'apps/web/src/routes/checkout.ts', ['dynamic']],
    ['apps/web/src/main.ts', 'apps/web/src/logo.svg', ['asset']],
    ['apps/web/src/main.ts', 'node:process'],
    ['apps/web/src/routes/checkout.ts', 'packages/orders/src/index.ts', ['static', 'type']],
    ['packages/orders/src/index.ts', 'packages/orders/src/order.ts', ['export-from']],
    ['packages/orders/src/index.ts', 'packages/orders/src/customer.ts', ['export-from', 'type']],
    ['packages/orders/src/order.ts', 'packages/orders/src/customer.ts', ['type']],
    ['packages/orders/src/order.ts', 'packages/core/src/index.ts'],
    ['packages/orders/src/order.ts', 'npm:zod'],
    ['packages/orders/src/customer.ts', 'packages/orders/src/order.ts'],
    ['packages/orders/src/customer.ts', '?:./loyalty'],
    ['packages/core/src/index.ts', 'packages/core/src/money.ts', ['export-from']],
    ['packages/core/src/money.ts', 'packages/core/currencies.json', ['require']],
    ['packages/core/src/money.ts', 'packages/core/src/money.ts', ['type']],
  ],
  ranges: { 'npm:zod': '^4.1.0' },
  diagnostics: [
    {
      path: 'packages/orders/src/broken-discount.ts',
      code: 'syntax-error',
      message: 'Expected `,`',
      line: 3,
      column: 17,
    },
  ],
});

function kindOf(id: string): NodeKind {
  if (id.startsWith('npm:')) return 'external';
  if (id.startsWith('node:')) return 'builtin';
  if (id.startsWith('?:')) return 'unresolved';
  if (id.endsWith('.json')) return 'json';
  return /\.(svg|css|png|woff2)$/.test(id) ? 'asset' : 'module';
}

function packageOf(id: string, packages: readonly Package[]): OwningPackage | null {
  if (kindOf(id) === 'external') return { name: id.slice('npm:'.length), directory: null };
  if (kindOf(id) === 'builtin' || kindOf(id) === 'unresolved') return null;
  const around = packages.filter(({ directory }) => directory === '' || id.startsWith(`${directory}/`));
  around.sort((a, b) => b.directory.length - a.directory.length);
  return around[0] ?? null;
}

function specifierOf(to: string): string {
  if (kindOf(to) === 'external' || kindOf(to) === 'unresolved') return to.slice(to.indexOf(':') + 1);
  return kindOf(to) === 'builtin' ? to : `./${to.slice(to.lastIndexOf('/') + 1)}`;
}

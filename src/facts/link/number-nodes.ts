import { NODE_KINDS } from '../../base/node-kinds.ts';
import { compareCodeUnits } from '../../base/text.ts';
import type { FileFacts, GraphRecords, Package, Resolution } from '../records.ts';
import type { Resolver } from '../resolve/resolver.ts';
import { numberPackages, type OwningPackage } from './number-packages.ts';

/** Stands in `nodePackages` for a node of no package. */
export const NO_PACKAGE = 0xffffffff;

export interface NumberedNodes
  extends Pick<GraphRecords, 'ids' | 'kinds' | 'nodePackages' | 'lines' | 'packages' | 'packageDirectories'> {
  /** Node number of each target, by its position in `targets`. */
  readonly numberOf: Uint32Array;
  /** Names of external packages, by node number. */
  readonly externalNames: ReadonlyMap<number, string>;
}

/**
 * Gives every node its number: modules first, in the order of their facts, then the other targets by kind and id.
 * @param modules sorted by path
 * @param targets distinct; every module among them is one of `modules`
 */
export function numberNodes(
  modules: readonly FileFacts[],
  targets: readonly Resolution[],
  projectPackages: readonly Package[],
  resolver: Resolver,
): NumberedNodes {
  const leaves = targets.filter(({ kind }) => kind !== 'module');
  leaves.sort((a, b) => NODE_KINDS.indexOf(a.kind) - NODE_KINDS.indexOf(b.kind) || compareCodeUnits(a.id, b.id));

  const ids = [...modules.map(({ path }) => path), ...leaves.map(({ id }) => id)];
  const numbers = new Map(ids.map((id, number) => [id, number]));
  const owners = [
    ...modules.map(({ path }) => resolver.ownerOf(path)),
    ...leaves.map((leaf) => ownerOf(leaf, resolver)),
  ];
  const { packages, numberOfPackage } = numberPackages([...projectPackages, ...owners]);

  const kinds = new Uint8Array(ids.length);
  const lines = new Uint32Array(ids.length);
  modules.forEach((module, node) => {
    lines[node] = module.lines;
  });
  leaves.forEach(({ kind }, leaf) => {
    kinds[modules.length + leaf] = NODE_KINDS.indexOf(kind);
  });
  return {
    ids,
    kinds,
    lines,
    packages: packages.map(({ name }) => name),
    packageDirectories: packages.map(({ directory }) => directory),
    nodePackages: Uint32Array.from(owners, (owner) => (owner ? numberOfPackage(owner) : NO_PACKAGE)),
    numberOf: Uint32Array.from(targets, ({ id }) => numbers.get(id) ?? 0),
    externalNames: new Map(
      leaves.flatMap(({ kind }, leaf) => {
        const name = owners[modules.length + leaf]?.name;
        return kind === 'external' && name !== undefined ? [[modules.length + leaf, name] as const] : [];
      }),
    ),
  };
}

function ownerOf(leaf: Resolution, resolver: Resolver): OwningPackage | null {
  if (leaf.kind === 'unresolved' || leaf.package === null) return null;
  return leaf.kind === 'external' ? { name: leaf.package, directory: null } : resolver.ownerOf(leaf.id);
}

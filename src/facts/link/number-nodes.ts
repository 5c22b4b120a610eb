import { NODE_KINDS } from '../../base/node-kinds.ts';
import { compareCodeUnits } from '../../base/text.ts';
import type { FileFacts, GraphRecords, Package, Resolution } from '../records.ts';
import type { Resolver } from '../resolve/create-resolver.ts';

/** Stands in `nodePackages` for a node of no package. */
export const NO_PACKAGE = 0xffffffff;

export interface NumberedNodes extends Pick<GraphRecords, 'ids' | 'kinds' | 'nodePackages' | 'lines' | 'packages'> {
  /** Node number of each target, by its position in `targets`. */
  readonly numberOf: Uint32Array;
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
    ...modules.map(({ path }) => resolver.ownerOf(path)?.name ?? null),
    ...leaves.map((leaf) => (leaf.kind === 'unresolved' ? null : leaf.package)),
  ];
  const names = new Set(projectPackages.map(({ name }) => name));
  for (const owner of owners) if (owner !== null) names.add(owner);
  const packages = [...names].sort(compareCodeUnits);
  const packageNumbers = new Map(packages.map((name, number) => [name, number]));

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
    packages,
    nodePackages: Uint32Array.from(owners, (name) => packageNumbers.get(name ?? '') ?? NO_PACKAGE),
    numberOf: Uint32Array.from(targets, ({ id }) => numbers.get(id) ?? 0),
  };
}

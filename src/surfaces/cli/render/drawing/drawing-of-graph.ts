import type { Envelope } from '../../../../base/envelope.ts';
import { plural } from '../../../../base/text.ts';
import type { GraphResult } from '../../../../queries/registry.ts';
import type { Drawing, DrawnEdge, DrawnNode } from './drawing.ts';

/** The answer of `graph` as boxes and arrows: what is outside the project and what leads nowhere is drawn too. */
export function drawingOfGraph({ result, params }: Envelope): Drawing {
  const { modules, edges, external, unresolved } = result as GraphResult;
  const nodes = new Map<string, DrawnNode>();
  const { focus } = params;
  for (const { id, kind, package: owner, directory, files } of modules) {
    const isFolder = kind === 'folder';
    nodes.set(id, {
      id,
      kind,
      remark: files === undefined ? '' : plural(files, 'file'),
      package: kind === 'package' ? null : owner,
      path: kind === 'package' ? (directory ?? '') : isFolder ? id.slice(0, -1) : id,
      // A focus may be the end of an id.
      isTarget: id === focus || (typeof focus === 'string' && id.endsWith(`/${focus}`)),
    });
  }
  const ranges = rangesByPackage(external);
  for (const { to, package: name } of external) {
    const remark = (ranges.get(to) ?? []).join(', ');
    nodes.set(to, { ...OUTSIDE, id: to, kind: name === null ? 'builtin' : 'external', remark });
  }
  const gone = new Map<string, DrawnEdge>();
  for (const { from, specifier, reason } of unresolved) {
    const to = `?:${specifier}`;
    nodes.set(to, { ...OUTSIDE, id: to, kind: 'unresolved', remark: reason });
    gone.set(`${from}\0${to}`, { from, to, kinds: [] });
  }
  return {
    title: 'introspect graph',
    nodes: [...nodes.values()],
    edges: [...[...edges, ...external].map(({ from, to, kinds }) => ({ from, to, kinds })), ...gone.values()],
  };
}

/** What the nodes outside the project have in common. */
const OUTSIDE = { package: null, path: null, isTarget: false } as const;

function rangesByPackage(external: GraphResult['external']): Map<string, string[]> {
  const found = new Map<string, Set<string>>();
  for (const { to, range, ranges = [] } of external) {
    const known = found.get(to) ?? new Set();
    for (const one of range === null ? ranges : [range]) known.add(one);
    found.set(to, known);
  }
  return new Map([...found].map(([to, ranges]) => [to, [...ranges].sort()]));
}

import type { FileFacts } from '../../records.ts';
import type { KeptLinks } from './kept-links.ts';
import type { ModuleLinks } from './module-links.ts';
import { modulesToLink } from './modules-to-link.ts';
import { nodesThen } from './nodes-then.ts';
import type { SymbolInput } from './site-targets.ts';
import type { TypeContext } from './types/type-context.ts';

/** What an earlier build found, and the facts that it found it from. */
export interface EarlierLinks {
  readonly links: KeptLinks;
  /** Undefined where they are not known any more. */
  factsOf(path: string): FileFacts | undefined;
}

/** What still holds of it. */
export interface KnownLinks {
  has(module: number): boolean;
  copy(module: number, links: ModuleLinks): void;
}

/** Null where nothing of it holds for certain. */
export function knownLinks(before: EarlierLinks, context: TypeContext, input: SymbolInput): KnownLinks | null {
  const { names, columns } = before.links;
  const then = nodesThen(before.links, input.nodes, input.sites.modules);
  const anew = modulesToLink(before, then, context, input.sites);
  if (anew === null) return null;
  const { symbols, externals } = context;
  const numbers = new Int32Array(names.length).fill(-1);
  const nameAt = (at: number): number => {
    if ((numbers[at] ?? -1) < 0) numbers[at] = symbols.names.numberOf(names[at] ?? '');
    return numbers[at] ?? 0;
  };
  const moduleCount = before.links.hashes.length;
  const symbolOf = (node: number, inNode: number): number => {
    const now = then.nodeNow[node] ?? 0;
    return node < moduleCount ? (symbols.moduleSymbols[now] ?? 0) + inNode : externals.symbolOf(now, nameAt(inNode));
  };
  const row = (ends: Uint32Array, module: number): readonly [number, number] => [
    module === 0 ? 0 : (ends[module - 1] ?? 0),
    ends[module] ?? 0,
  ];
  return {
    has: (module) => anew[module] === 0,
    copy(module, links) {
      const at = then.moduleThen[module] ?? 0;
      const own = symbols.moduleSymbols[module] ?? 0;
      const [firstEdge, lastEdge] = row(columns.edgeEnds, at);
      for (let edge = firstEdge; edge < lastEdge; edge++)
        links.edges.add(
          own + (columns.edgeFrom[edge] ?? 0),
          symbolOf(columns.edgeNodes[edge] ?? 0, columns.edgeSymbols[edge] ?? 0),
          columns.edgeKinds[edge] ?? 0,
          columns.edgeUses[edge] ?? 0,
        );
      const [firstUnknown, lastUnknown] = row(columns.unknownEnds, at);
      for (let use = firstUnknown; use < lastUnknown; use++) links.unknown.push(nameAt(columns.unknownNames[use] ?? 0));
      const [firstExport, lastExport] = row(columns.exportEnds, at);
      for (let name = firstExport; name < lastExport; name++)
        links.addExport(
          nameAt(columns.exportNames[name] ?? 0),
          symbolOf(columns.exportNodes[name] ?? 0, columns.exportSymbols[name] ?? 0),
        );
    },
  };
}

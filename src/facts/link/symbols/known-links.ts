import type { FileFacts } from '../../records.ts';
import type { KeptLinks } from './kept-links.ts';
import type { ModuleLinks } from './module-links.ts';
import { modulesToLink } from './modules-to-link.ts';
import { type NodesThen, nodesThen } from './nodes-then.ts';
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
  /** Adds what is known of a module; false where that is nothing, or not all that it was. */
  copy(module: number, links: ModuleLinks): boolean;
}

/** Null where nothing of it holds for certain. */
export function knownLinks(before: EarlierLinks, context: TypeContext, input: SymbolInput): KnownLinks | null {
  const { columns } = before.links;
  const then = nodesThen(before.links, input.nodes, input.sites.modules);
  const toLink = modulesToLink(before, then, context, input.sites);
  if (toLink === null) return null;
  const { symbolOf, nameOf } = symbolsNow(before.links, then, toLink.moved, context);
  return {
    copy(module, links) {
      if (toLink.anew[module] === 1) return false;
      const at = then.moduleThen[module] ?? 0;
      const own = context.symbols.moduleSymbols[module] ?? 0;
      const [firstEdge, lastEdge] = rowOf(columns.edgeEnds, at);
      for (let edge = firstEdge; edge < lastEdge; edge++) {
        const to = symbolOf(columns.edgeNodes[edge] ?? 0, columns.edgeSymbols[edge] ?? 0);
        if (to < 0) return false;
        const from = own + (columns.edgeFrom[edge] ?? 0);
        links.edges.add(from, to, columns.edgeKinds[edge] ?? 0, columns.edgeUses[edge] ?? 0);
      }
      const [firstExport, lastExport] = rowOf(columns.exportEnds, at);
      for (let name = firstExport; name < lastExport; name++) {
        const symbol = symbolOf(columns.exportNodes[name] ?? 0, columns.exportSymbols[name] ?? 0);
        if (symbol < 0) return false;
        links.addExport(nameOf(columns.exportNames[name] ?? 0), symbol);
      }
      const [firstUnknown, lastUnknown] = rowOf(columns.unknownEnds, at);
      for (let use = firstUnknown; use < lastUnknown; use++) links.unknown.push(nameOf(columns.unknownNames[use] ?? 0));
      return true;
    },
  };
}

function rowOf(ends: Uint32Array, module: number): readonly [first: number, end: number] {
  return [module === 0 ? 0 : (ends[module - 1] ?? 0), ends[module] ?? 0];
}

/** Symbols and names as they are numbered now; a symbol that is not there any more is -1. */
function symbolsNow(
  { names, hashes }: KeptLinks,
  { nodeNow }: NodesThen,
  moved: ReadonlyMap<number, Int32Array>,
  { symbols, externals }: TypeContext,
) {
  const numbers = new Int32Array(names.length).fill(-1);
  const nameOf = (at: number): number => {
    if ((numbers[at] ?? -1) < 0) numbers[at] = symbols.names.numberOf(names[at] ?? '');
    return numbers[at] ?? 0;
  };
  const isMoved = new Uint8Array(hashes.length);
  for (const module of moved.keys()) isMoved[module] = 1;
  const symbolOf = (node: number, inNode: number): number => {
    const now = nodeNow[node] ?? -1;
    if (now < 0) return -1;
    if (node >= hashes.length) return externals.symbolOf(now, nameOf(inNode));
    const place = isMoved[node] === 1 ? (moved.get(node)?.[inNode] ?? -1) : inNode;
    return place < 0 ? -1 : (symbols.moduleSymbols[now] ?? 0) + place;
  };
  return { nameOf, symbolOf };
}

import { useMask } from '../../base/symbol-kinds.ts';
import type { SymbolsReader } from '../../image/reader.ts';
import type { Scope } from './scope.ts';

/** Who uses a symbol, of those that count. */
export interface SymbolUses {
  /** By symbol: another module that counts uses it. */
  readonly fromOutside: Uint8Array;
  /** By symbol: something else in its own module does. */
  readonly fromInside: Uint8Array;
  /** By symbol: only a module that does not count uses it. */
  readonly fromUnreached: Uint8Array;
  /** By node: a place (`path:line`) where the module as a whole is handed on, so that any of its exports may be used. */
  readonly wholes: ReadonlyMap<number, string>;
}

/** Passing a name on is no use of it, and an override is a relation. */
const NO_USES = useMask(['export', 'override']);

/** One pass over all edges between symbols. O(symbols + edges). */
export function symbolUses({ image, isReached }: Scope): SymbolUses {
  const { symbols } = image;
  const uses = {
    fromOutside: new Uint8Array(symbols.count),
    fromInside: new Uint8Array(symbols.count),
    fromUnreached: new Uint8Array(symbols.count),
  };
  const { offsets, targets, masks } = symbols.forward;
  const nodes = nodesOf(symbols);
  for (let from = 0; from < symbols.projectEnd; from++) {
    const node = nodes[from] ?? 0;
    const counts = isReached[node] === 1;
    for (let edge = offsets[from] ?? 0; edge < (offsets[from + 1] ?? 0); edge++) {
      const to = targets[edge] ?? 0;
      if (((masks[edge] ?? 0) & ~NO_USES) === 0 || to >= symbols.projectEnd || to === from) continue;
      if (nodes[to] === node) uses.fromInside[to] = 1;
      else if (counts) uses.fromOutside[to] = 1;
      else uses.fromUnreached[to] = 1;
    }
  }
  return { ...uses, wholes: modulesUsedWhole(symbols, isReached) };
}

/** The node of each symbol, as a column. */
export function nodesOf(symbols: SymbolsReader): Uint32Array {
  return Uint32Array.from({ length: symbols.count }, (_, symbol) => symbols.nodeOf(symbol));
}

const OPAQUE = useMask(['read', 'call', 'define', 'write', 'new', 'jsx']);

/**
 * Modules whose namespace is used as a value and not only for one of its members: `Object.keys(all)`, `register(all)`, `all[name]`. In `all.price` the
 * member stands right behind the namespace.
 */
function modulesUsedWhole(symbols: SymbolsReader, isReached: Uint8Array): Map<number, string> {
  const { offsets, targets, masks } = symbols.reverse;
  const wholes = new Map<number, string>();
  for (const module of symbols.modules) {
    const node = symbols.nodeOf(module);
    for (let entry = offsets[module] ?? 0; entry < (offsets[module + 1] ?? 0); entry++) {
      const from = targets[entry] ?? 0;
      const user = symbols.nodeOf(from);
      if (((masks[entry] ?? 0) & OPAQUE) === 0 || user === node || isReached[user] !== 1 || wholes.has(node)) continue;
      const members = memberPlaces(symbols, from);
      const whole = symbols
        .sitesOf(symbols.reverseEdges[entry] ?? 0)
        .find(
          ({ kind, location }) =>
            OPAQUE_KINDS.has(kind) && !members.has(placeOf(location.endLine, location.endColumn + 1)),
        );
      if (whole) wholes.set(node, `${whole.location.path}:${whole.location.line}`);
    }
  }
  return wholes;
}

const OPAQUE_KINDS: ReadonlySet<string> = new Set(['read', 'call', 'define', 'write', 'new', 'jsx']);
const placeOf = (line: number, column: number): string => `${line}:${column}`;

/** Where names of members begin that a symbol uses. */
function memberPlaces(symbols: SymbolsReader, from: number): ReadonlySet<string> {
  const { offsets } = symbols.forward;
  const places = new Set<string>();
  for (let edge = offsets[from] ?? 0; edge < (offsets[from + 1] ?? 0); edge++) {
    for (const { location } of symbols.sitesOf(edge)) places.add(placeOf(location.line, location.column));
  }
  return places;
}

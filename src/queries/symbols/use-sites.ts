import type { Location } from '../../base/location.ts';
import { USE_KINDS, type UseKind } from '../../base/symbol-kinds.ts';
import { compareCodeUnits } from '../../base/text.ts';
import type { SymbolsReader } from '../../image/reader.ts';

/** A place that uses a symbol; symbols by number. */
export interface UseSite {
  readonly from: number;
  readonly to: number;
  readonly kind: UseKind;
  readonly location: Location;
}

/** Places that use a symbol, of the kinds in the mask. */
export function sitesInto(symbols: SymbolsReader, to: number, mask: number): UseSite[] {
  const { offsets, targets, masks } = symbols.reverse;
  const found: UseSite[] = [];
  for (let entry = offsets[to] ?? 0; entry < (offsets[to + 1] ?? 0); entry++) {
    if (((masks[entry] ?? 0) & mask) === 0) continue;
    pushSites(symbols, symbols.reverseEdges[entry] ?? 0, { from: targets[entry] ?? 0, to }, mask, found);
  }
  return found;
}

/** Places in a symbol that use others, of the kinds in the mask. */
export function sitesFrom(symbols: SymbolsReader, from: number, mask: number): UseSite[] {
  const { offsets, targets, masks } = symbols.forward;
  const found: UseSite[] = [];
  for (let edge = offsets[from] ?? 0; edge < (offsets[from + 1] ?? 0); edge++) {
    if (((masks[edge] ?? 0) & mask) !== 0) pushSites(symbols, edge, { from, to: targets[edge] ?? 0 }, mask, found);
  }
  return found;
}

function pushSites(
  symbols: SymbolsReader,
  edge: number,
  ends: { readonly from: number; readonly to: number },
  mask: number,
  into: UseSite[],
): void {
  for (const { kind, location } of symbols.sitesOf(edge)) {
    if ((mask & (1 << USE_KINDS.indexOf(kind))) !== 0) into.push({ ...ends, kind, location });
  }
}

/** By path, then by place, then by kind; a place that is bound to two symbols by their numbers. */
export function bySite(a: UseSite, b: UseSite): number {
  return (
    compareCodeUnits(a.location.path, b.location.path) ||
    a.location.line - b.location.line ||
    a.location.column - b.location.column ||
    USE_KINDS.indexOf(a.kind) - USE_KINDS.indexOf(b.kind) ||
    a.to - b.to ||
    a.from - b.from
  );
}

import { USE_KINDS, useMask } from '../../base/symbol-kinds.ts';
import type { SymbolsReader } from '../../image/reader.ts';
import { lineOfWhole, placesUsed } from './places-used.ts';

const VALUES = ['read', 'call', 'define'] as const;
const VALUE_USES = useMask(VALUES);
const VALUE_KINDS: ReadonlySet<number> = new Set(VALUES.map((kind) => USE_KINDS.indexOf(kind)));

/**
 * Where the value of an enum or class is used and no member stands behind it: `Object.values(Colour)`, `Colour[name]`, `Cart as typeof Base`.
 * @returns asked with an enum or class: `path:line`, or null; looked for once
 */
export function usedAsWhole(symbols: SymbolsReader, pathOf: (symbol: number) => string) {
  const wholes = new Map<number, string | null>();
  return (parent: number): string | null => {
    const known = wholes.get(parent);
    if (known !== undefined) return known;
    const whole = usedWhole(symbols, parent, pathOf);
    wholes.set(parent, whole);
    return whole;
  };
}

function usedWhole(symbols: SymbolsReader, parent: number, pathOf: (symbol: number) => string): string | null {
  const { offsets, targets, masks } = symbols.reverse;
  const { parents } = symbols.columns;
  for (let entry = offsets[parent] ?? 0; entry < (offsets[parent + 1] ?? 0); entry++) {
    if (((masks[entry] ?? 0) & VALUE_USES) === 0) continue;
    const from = targets[entry] ?? 0;
    const members = placesUsed(symbols, from, (to) => parents[to] === parent);
    const line = lineOfWhole(symbols, symbols.reverseEdges[entry] ?? 0, VALUE_KINDS, (place) => members.has(place));
    if (line !== null) return `${pathOf(from)}:${line}`;
  }
  return null;
}

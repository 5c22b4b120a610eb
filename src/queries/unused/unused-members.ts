import { useKindBit, useMask } from '../../base/symbol-kinds.ts';
import type { SymbolsReader } from '../../image/reader.ts';
import type { Confidence, SymbolFinding } from './finding-schemas.ts';
import { isKeptByTag } from './public-tags.ts';
import type { Scope } from './scope.ts';
import type { SymbolUses } from './symbol-uses.ts';

const OVERRIDE = useKindBit('override');
const DECORATE = useKindBit('decorate');
const HERITAGE = useMask(['extends', 'implements']);

/** Called by the language itself. */
const CALLED_BY_NAME = new Set(['constructor', 'toJSON', 'toString', 'valueOf', 'then', 'inspect']);

/**
 * Members of enums and classes that nothing uses, neither their own class. Left out: what is private (compilers tell), decorated (a framework
 * calls it), or overrides something; and members of what is used by nobody or is given to others by an entry.
 */
export function unusedMembers(scope: Scope, uses: SymbolUses, isPublic: Uint8Array): SymbolFinding[] {
  const { image, isReached, production } = scope;
  const { symbols } = image;
  const found: SymbolFinding[] = [];
  const wholes = new Map<number, string | null>();
  const wholeOf = (parent: number): string | null => {
    const known = wholes.get(parent);
    if (known !== undefined) return known;
    const whole = enumUsedWhole(symbols, parent);
    wholes.set(parent, whole);
    return whole;
  };
  for (let symbol = 0; symbol < symbols.projectEnd; symbol++) {
    const parent = symbols.parentOf(symbol);
    if (parent === null || isReached[symbols.nodeOf(symbol)] !== 1 || isPublic[parent] === 1) continue;
    const owner = symbols.kindOf(parent);
    if (owner !== 'enum' && owner !== 'class') continue;
    if (uses.fromOutside[symbol] === 1 || uses.fromInside[symbol] === 1) continue;
    // Of what nobody uses, there is nothing to say of members.
    if (uses.fromOutside[parent] !== 1 && uses.fromInside[parent] !== 1) continue;
    const isWanted = owner === 'enum' || isOwnMember(symbols, symbol);
    const place = symbols.declarationsOf(symbol)[0];
    if (!isWanted || !place || isKeptByTag(image, symbol, production)) continue;
    found.push({
      id: symbols.idOf(symbol),
      name: symbols.nameOf(symbol),
      kind: symbols.kindOf(symbol),
      location: place.name,
      ...judge(symbols, symbol, parent, owner === 'enum' ? wholeOf : null),
    });
  }
  return found;
}

function isOwnMember(symbols: SymbolsReader, symbol: number): boolean {
  const kind = symbols.kindOf(symbol);
  if (kind !== 'method' && kind !== 'property' && kind !== 'accessor') return false;
  const flags = symbols.flagsOf(symbol);
  if (flags.includes('private') || flags.includes('abstract') || flags.includes('ambient')) return false;
  if (CALLED_BY_NAME.has(symbols.nameOf(symbol)) || symbols.nameOf(symbol).startsWith('[')) return false;
  return (kindsFrom(symbols, symbol) & (OVERRIDE | DECORATE)) === 0 && (kindsInto(symbols, symbol) & OVERRIDE) === 0;
}

function judge(
  symbols: SymbolsReader,
  symbol: number,
  parent: number,
  wholeOf: ((parent: number) => string | null) | null,
): { readonly confidence: Confidence; readonly reason: string } {
  const unknown = symbols.unknownUses(symbols.nameOf(symbol));
  const why = 'nothing uses it';
  if (unknown > 0) {
    const times = unknown === 1 ? 'once' : `${unknown} times`;
    return { confidence: 'low', reason: `${why}; but its name is used ${times} on something of unknown type` };
  }
  if (wholeOf) {
    const whole = wholeOf(parent);
    if (whole !== null) return { confidence: 'low', reason: `${why}; but ${whole} uses the enum as a whole` };
    return { confidence: 'high', reason: why };
  }
  if ((kindsFrom(symbols, parent) & (HERITAGE | DECORATE)) !== 0) {
    return {
      confidence: 'low',
      reason: `${why}; but its class extends, implements or is decorated: others may call it`,
    };
  }
  return { confidence: 'medium', reason: `${why} by a type that is known` };
}

/** Where an enum's value is used and no member stands behind it: `Object.values(Colour)`, `Colour[name]`. */
function enumUsedWhole(symbols: SymbolsReader, parent: number): string | null {
  const { offsets, targets } = symbols.reverse;
  for (let entry = offsets[parent] ?? 0; entry < (offsets[parent + 1] ?? 0); entry++) {
    const members = memberStarts(symbols, targets[entry] ?? 0, parent);
    for (const { kind, location } of symbols.sitesOf(symbols.reverseEdges[entry] ?? 0)) {
      if (kind !== 'read' && kind !== 'call' && kind !== 'define') continue;
      if (!members.has(`${location.endLine}:${location.endColumn + 1}`)) return `${location.path}:${location.line}`;
    }
  }
  return null;
}

function memberStarts(symbols: SymbolsReader, from: number, parent: number): Set<string> {
  const { offsets, targets } = symbols.forward;
  const starts = new Set<string>();
  for (let edge = offsets[from] ?? 0; edge < (offsets[from + 1] ?? 0); edge++) {
    if (symbols.parentOf(targets[edge] ?? 0) !== parent) continue;
    for (const { location } of symbols.sitesOf(edge)) starts.add(`${location.line}:${location.column}`);
  }
  return starts;
}

const kindsFrom = ({ forward }: SymbolsReader, symbol: number): number => kindsAt(forward, symbol);
const kindsInto = ({ reverse }: SymbolsReader, symbol: number): number => kindsAt(reverse, symbol);

function kindsAt({ offsets, masks }: SymbolsReader['forward'], symbol: number): number {
  let kinds = 0;
  for (let edge = offsets[symbol] ?? 0; edge < (offsets[symbol + 1] ?? 0); edge++) kinds |= masks[edge] ?? 0;
  return kinds;
}

import { useMask } from '../../base/symbol-kinds.ts';
import type { SymbolsReader } from '../../image/reader.ts';
import { sitesFrom, type UseSite } from './use-sites.ts';
import { usesOf } from './uses-of.ts';

/** Kinds of use that run what they name. */
const CALL_KINDS: number = useMask(['call', 'new', 'jsx', 'decorate']);

/** Places that call a symbol, or a member that stands for it. */
export function callsOf(symbols: SymbolsReader, symbol: number): UseSite[] {
  return usesOf(symbols, symbol, CALL_KINDS);
}

/** Calls in a symbol; of a class that is made, in its constructor too. */
export function callsIn(symbols: SymbolsReader, symbol: number): UseSite[] {
  const members = symbols.kindOf(symbol) === 'class' ? symbols.membersOf(symbol) : [];
  const bodies = [symbol, ...members.filter((member) => symbols.kindOf(member) === 'constructor')];
  return bodies.flatMap((body) => sitesFrom(symbols, body, CALL_KINDS));
}

/** A symbol and all that is declared in it, ascending: what a class does, its members do. Of a module, only what its top level does. */
export function withMembers(symbols: SymbolsReader, symbol: number): number[] {
  return symbols.kindOf(symbol) === 'module' ? [symbol] : symbols.allWithin(symbol);
}

/**
 * Calls step by step, in the one direction or the other: those of the starts, those of whoever is at the other end of them, and so on.
 * @param other the end of a site that the next step starts from
 * @param depth how many steps; may be infinite
 * @returns the sites with the step that found them, and whether there would be more
 */
export function followCalls(
  starts: readonly number[],
  other: 'from' | 'to',
  depth: number,
  callsAt: (symbol: number) => UseSite[],
): { readonly sites: (UseSite & { depth: number; other: 'from' | 'to' })[]; readonly isCut: boolean } {
  const seen = new Set(starts);
  const sites: (UseSite & { depth: number; other: 'from' | 'to' })[] = [];
  const known = new Set<string>();
  let front = [...starts];
  for (let step = 1; step <= depth && front.length > 0; step++) {
    const next: number[] = [];
    for (const symbol of front) {
      for (const site of callsAt(symbol)) {
        // Members that stand for each other have the same calls.
        if (known.has(keyOf(site))) continue;
        known.add(keyOf(site));
        sites.push({ ...site, depth: step, other });
        if (seen.has(site[other])) continue;
        seen.add(site[other]);
        next.push(site[other]);
      }
    }
    front = next;
  }
  return { sites, isCut: front.some((symbol) => callsAt(symbol).some((site) => !known.has(keyOf(site)))) };
}

const keyOf = ({ from, to, kind, location }: UseSite): string =>
  `${from} ${to} ${location.line} ${location.column} ${kind}`;

import fc from 'fast-check';
import { expect, it } from 'vitest';
import { relatedMembers } from '../../../src/queries/symbols/related-members.ts';
import { contextOf } from '../../builders/context-of.ts';
import { recordsOf } from '../../builders/image-records.ts';
import { withSymbols } from '../../builders/symbol-records.ts';

const names = ['Shape', 'Round', 'Flat', 'Disc', 'Ball', 'Sheet'];
const idOf = (name: string): string => `a.ts#${name}.area`;

/** Types of one file, each with a member of the same name; said are pairs of who overrides whom. */
function relatedIn(overrides: readonly (readonly [string, string])[]) {
  const symbols = Object.fromEntries(
    names.flatMap((name) => [[`a.ts#${name}`, 'class'] as const, [idOf(name), 'method'] as const]),
  );
  const { image } = contextOf(
    withSymbols(recordsOf({ modules: ['a.ts'] }), {
      symbols,
      uses: overrides.map(([from, to]) => [idOf(from), idOf(to), 'override'] as const),
    }),
  );
  const numberOf = (name: string) => image.symbols.named('area')[names.indexOf(name)] ?? -1;
  return (name: string) =>
    relatedMembers(image.symbols, numberOf(name)).map((symbol) => image.symbols.idOf(symbol).slice(5, -5));
}

it('relates members that overridden members lead to, and not all that hang together', () => {
  const related = relatedIn([
    ['Disc', 'Round'],
    ['Disc', 'Flat'],
    ['Ball', 'Round'],
    ['Sheet', 'Flat'],
  ]);
  expect(related('Disc')).toEqual(['Round', 'Flat', 'Disc', 'Ball', 'Sheet']);
  // A sheet is never a ball: what they have in common is below both.
  expect(related('Ball')).toEqual(['Round', 'Disc', 'Ball']);
  expect(related('Shape')).toEqual(['Shape']);
});

it('relates what has a common overridden member, whatever overrides what, circles included', () => {
  const pair = fc.tuple(fc.constantFrom(...names), fc.constantFrom(...names));
  fc.assert(
    fc.property(fc.uniqueArray(pair, { selector: (one) => one.join(), maxLength: 9 }), (overrides) => {
      const above = (name: string): Set<string> => {
        const found = new Set([name]);
        for (const one of found) for (const [from, to] of overrides) if (from === one) found.add(to);
        return found;
      };
      const related = relatedIn(overrides);
      for (const name of names) {
        const wanted = names.filter((other) => [...above(other)].some((one) => above(name).has(one)));
        expect(related(name)).toEqual(wanted);
      }
    }),
    { numRuns: 60 },
  );
});

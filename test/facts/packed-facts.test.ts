import fc from 'fast-check';
import { expect, it } from 'vitest';
import { packFacts, unpackFacts } from '../../src/facts/packed-facts.ts';
import type { FileFacts } from '../../src/facts/records.ts';
import { BINDING, EXPORTED, SITE } from '../../src/facts/records.ts';
import { DECLARATION, EXPORT, HERITAGE, IMPORTED, TERM, USE } from '../../src/facts/symbol-records.ts';

const word = fc.nat(2 ** 31);
const rows = (width: number) =>
  fc
    .array(fc.array(word, { minLength: width, maxLength: width }), { maxLength: 3 })
    .map((each) => Uint32Array.from(each.flat()));
const symbols = fc.record({
  declarations: rows(DECLARATION.WORDS),
  heritage: rows(HERITAGE.WORDS),
  imports: rows(IMPORTED.WORDS),
  exports: rows(EXPORT.WORDS),
  terms: rows(TERM.WORDS),
  uses: rows(USE.WORDS),
});
const facts: fc.Arbitrary<FileFacts> = fc
  .record({
    path: fc.string({ unit: 'grapheme', minLength: 1 }),
    hash: fc.stringMatching(/^[0-9a-f]{0,8}$/),
    lines: word,
    status: fc.constantFrom('parsed' as const, 'failed' as const),
    codes: fc.array(fc.record({ message: fc.string(), line: word, column: word }), { maxLength: 3 }),
    sites: fc.array(fc.array(word, { minLength: SITE.WORDS, maxLength: SITE.WORDS }), { maxLength: 5 }),
    strings: fc.array(fc.string({ unit: 'grapheme' }), { maxLength: 5 }),
    aliases: fc.array(
      fc.record({
        find: fc.string(),
        match: fc.constantFrom('name' as const, 'exact' as const, 'start' as const),
        replacement: fc.string(),
        isPath: fc.boolean(),
      }),
      { maxLength: 2 },
    ),
    jsx: word,
    bindings: fc.array(fc.array(word, { minLength: BINDING.WORDS, maxLength: BINDING.WORDS }), { maxLength: 3 }),
    symbols: fc.option(symbols),
    exports: fc.array(fc.array(word, { minLength: EXPORTED.WORDS, maxLength: EXPORTED.WORDS }), { maxLength: 3 }),
  })
  .map(({ codes, sites, aliases, symbols: own, jsx, bindings, exports, ...rest }) => ({
    ...rest,
    ...(own ? { symbols: own } : {}),
    ...(aliases.length > 0 ? { aliases } : {}),
    ...(bindings.length + exports.length > 0
      ? { erasure: { jsx, bindings: Uint32Array.from(bindings.flat()), exports: Uint32Array.from(exports.flat()) } }
      : {}),
    diagnostics: codes.map((code) => ({ ...code, path: rest.path, code: 'syntax-error' as const })),
    sites: Uint32Array.from(sites.flat()),
  }));

it('gives back what was packed', () => {
  fc.assert(
    fc.property(fc.array(facts, { maxLength: 8 }), (files) => {
      expect(unpackFacts(packFacts(files))).toEqual(files);
    }),
  );
});

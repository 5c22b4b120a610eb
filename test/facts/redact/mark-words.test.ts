import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SECRET_RULES, suspectedAmong, suspectedRules } from '../../../src/facts/redact/find-secrets.ts';
import { MARK_WORDS, rulesOfWords } from '../../../src/facts/redact/mark-words.ts';
import { kernelModule } from '../../../src/session/node/kernels.ts';
import { createMarkSurveyor } from '../../../src/wasm/source-survey.ts';
import { SECRET_SAMPLES } from '../../builders/secret-samples.ts';

const survey = createMarkSurveyor(kernelModule('plain'), MARK_WORDS);
const bytes = (text: string): Buffer => Buffer.from(text, 'latin1');
/** Bytes in front that shift a text through the blocks of the kernel, and behind. */
const around = fc.string({ unit: fc.constantFrom('x', ' ', '\n', '\0', 'é', 'p', 's', ':'), maxLength: 20 });

/** A pattern that generates what a mark matches: what it only looks ahead at is generated as well, or left to what follows. */
const generated = (mark: string): RegExp => new RegExp(mark.replace('(?=["\'`:= ])', '').replace('(?=(', '(?:('));

const ALL_RULES: ReadonlySet<string> = new Set(SECRET_RULES.map(({ name }) => name));

/** Which letters are large: a bit each, over and over. */
const cases = fc.oneof(fc.constantFrom(0, -1), fc.integer());
const inCases = (text: string, large: number): string =>
  text.replace(/[a-z]/gi, (letter, at) => ((large >> (at & 31)) & 1 ? letter.toUpperCase() : letter.toLowerCase()));

describe('the words of marks', () => {
  it.each(SECRET_RULES.flatMap(({ name, marks, ignoresCase }) => marks.map((mark) => ({ name, mark, ignoresCase }))))(
    'stand in whatever matches $mark of $name',
    ({ name, mark, ignoresCase = false }) => {
      const pattern = new RegExp(mark, ignoresCase ? 'i' : '');
      const latin1 = fc.stringMatching(generated(mark)).map((text) => bytes(text).toString('latin1'));
      fc.assert(
        fc.property(around, latin1, around, cases, (before, text, behind, large) => {
          const source = `${before}${ignoresCase ? inCases(text, large) : text}${behind}`;
          const place = bytes(source).toString('latin1').search(pattern);
          fc.pre(place >= 0);
          const { marks } = survey(bytes(source));
          expect(ignoresCase ? marks.ignoringCase : marks.exact).toBeLessThanOrEqual(place);
          expect([...rulesOfWords(marks.words)]).toContain(name);
        }),
        { numRuns: 200 },
      );
    },
  );

  it('stand in whatever is put together of pieces of marks', () => {
    const pieces = fc.constantFrom(
      ...MARK_WORDS.map(({ text }) => text),
      ...MARK_WORDS.map(({ text }) => text.slice(0, -1)),
      ...[
        '=',
        ':',
        ',',
        '(',
        '|',
        '?',
        '!',
        ']',
        '"',
        "'",
        '`',
        ' ',
        '\t',
        '\xa0',
        '\x85',
        '\n',
        '_',
        '-',
        '1',
        '23',
        '4567',
      ],
      ...['abcdefgh', 'A/b+c.d~e-f_0', '@', '\\', '<', 'é', '\0', ' '.repeat(9)],
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 12 }), fc.boolean(), cases, (parts, mixed, large) => {
        const joined = mixed ? inCases(parts.join(''), large) : parts.join('');
        const source = bytes(joined);
        const text = source.toString('latin1');
        const { marks } = survey(source);
        expect(suspectedRules(text, marks)).toEqual(suspectedRules(text));
        expect(suspectedAmong(text, rulesOfWords(marks.words))).toEqual(suspectedAmong(text, ALL_RULES));
      }),
      { numRuns: 20_000 },
    );
  });

  it.each(SECRET_SAMPLES)('stand in the sample of $rule', ({ code }) => {
    const source = Buffer.from(code);
    expect(suspectedRules(source.toString('latin1'), survey(source).marks)).not.toEqual([]);
  });

  it('are found in no text without them, and nothing is seen of the text before', () => {
    survey(Buffer.from('const password = ""; // AKIA'));
    for (const text of ['', 'ship', 'const compassed = tokens + searched; // https://conduit.dev/path']) {
      const source = Buffer.from(text);
      expect(survey(source).marks).toEqual({ ignoringCase: source.length, exact: source.length, words: [] });
    }
  });
});

import fc from 'fast-check';
import ignore from 'ignore';
import { describe, expect, it } from 'vitest';
import { candidateTest } from '../../../src/facts/scan/ignore-candidates.ts';

/** Asked as the sweep asks: a folder's path without the `/` that the library sees. */
function mayJudge(text: string, path: string): boolean {
  const bare = path.replace(/\/$/, '');
  return candidateTest(text)?.(bare, bare.slice(bare.lastIndexOf('/') + 1)) ?? false;
}

// Few letters, so that patterns and paths meet often.
const letters = fc.string({
  unit: fc.constantFrom('a', 'b', '.', '-', '!', '#', ' ', ']', '^'),
  minLength: 1,
  maxLength: 3,
});
const segment = fc.oneof(
  { weight: 4, arbitrary: letters },
  fc
    .array(
      fc.oneof(
        letters,
        fc.constantFrom(
          '*',
          '?',
          '**',
          '***',
          '[ab]',
          '[!a]',
          '[^b]',
          '[]a]',
          '[a-c]',
          '[[:alpha:]]',
          '[a[:]b]',
          '[*]',
          '[a',
          '\\',
          '\\*',
          '\\a',
          '\\ ',
        ),
      ),
      { minLength: 1, maxLength: 3 },
    )
    .map((parts) => parts.join('')),
  fc.constantFrom('*', '**'),
);
const pattern = fc
  .tuple(
    fc.constantFrom('', '', '', '!', '/', '**/', '/**/', '!/', '#', '\\!', '\\#'),
    fc.array(segment, { minLength: 1, maxLength: 3 }),
    fc.constantFrom('', '', '', '/', '/**', '/*', '/**/', ' ', '  ', '\t', '\r', '\\'),
  )
  .map(([before, segments, after]) => before + segments.join('/') + after);
const text = fc
  .tuple(
    fc.constantFrom('', '', '\ufeff'),
    fc.array(pattern, { minLength: 1, maxLength: 4 }),
    fc.constantFrom('\n', '\r\n'),
    fc.constantFrom('', '\n', '\r'),
  )
  .map(([mark, lines, ending, last]) => mark + lines.join(ending) + last);
const path = fc
  .tuple(
    fc.array(
      letters.filter((name) => !/^\.{1,2}$/.test(name)),
      { minLength: 1, maxLength: 4 },
    ),
    fc.constantFrom('', '/'),
  )
  .map(([segments, end]) => segments.join('/') + end);

/** A path on purpose close to a pattern: what a wildcard stands for, put in its place. */
const near = fc
  .tuple(pattern, fc.array(letters, { minLength: 4, maxLength: 4 }), fc.constantFrom('', '/', '/a'))
  .map(([line, words, end]) => {
    let next = 0;
    const filled = line.replace(/^!?\/?/, '').replace(/[*?]+|\[.*?\]|\\/g, () => words[next++ % 4] ?? 'a');
    const segments = filled
      .trim()
      .split('/')
      .filter((name) => name !== '' && !/^\.{1,2}$/.test(name));
    return { line, path: `${segments.join('/') || 'a'}${end}` };
  });

describe('what might be named by an ignore file', () => {
  const holds = (lines: string, asked: string) => {
    const judge = ignore({ ignorecase: false }).add(lines);
    const { ignored, unignored } = judge.test(asked);
    const parents = asked.replace(/\/$/, '').split('/').slice(0, -1);
    // The sweep never asks about what lies in an ignored folder.
    fc.pre(!parents.some((_, depth) => judge.ignores(`${parents.slice(0, depth + 1).join('/')}/`)));
    if (ignored || unignored) expect(mayJudge(lines, asked)).toBe(true);
  };

  it('is all on which the library has an opinion, whatever the patterns and paths', () => {
    fc.assert(
      fc.property(text, path, (lines, asked) => holds(lines, asked)),
      { numRuns: 3000 },
    );
  });

  it('is all on which the library has an opinion, for paths made from a pattern', () => {
    fc.assert(
      fc.property(near, text, ({ line, path: asked }, others) => {
        holds(line, asked);
        holds(`${others}\n${line}`, asked);
      }),
      { numRuns: 3000 },
    );
  });
});

describe('what no line of an ignore file can name', () => {
  it.each([
    ['a name', 'dist\nnode_modules/', 'src/oven.ts'],
    ['a part of a name', 'oven', 'src/oven.ts'],
    ['an ending', '*.log\n*.tsbuildinfo', 'src/oven.ts'],
    ['a beginning', '.env*\n~$*', 'src/oven.ts'],
    ['both', '[Tt]est[Rr]esult*.xml\nlerna-*.log', 'src/test.ts'],
    ['letters in brackets', '[Dd]ebug/\n[Bb]in/', 'src/oven.ts'],
    ['a folder of the root', '/build\n.yarn/*\n!.yarn/patches\ndocs/public', 'src/build.ts'],
    ['folders at any depth', 'packages/**/.yarn/*\n**/stats\n**/Properties/launch.json', 'packages/oven/src/oven.ts'],
    ['names of another case', 'Oven.ts', 'oven.ts'],
  ])('is told without the library: %s', (_, lines, asked) => {
    expect(mayJudge(lines, asked)).toBe(false);
  });

  it('is everything when there are only comments and blank lines', () => {
    expect(candidateTest('\ufeff# oven\n\n   \n!\n')).toBeNull();
  });
});

import { describe, expect, it } from 'vitest';
import { matchGlobs, outermostFolder } from '../../src/queries/match-globs.ts';

const matched = (globs: readonly string[], ids: readonly string[]) =>
  ids.filter((id) => matchGlobs('exclude', globs)?.(id));

describe('globs over ids', () => {
  const ids = [
    'src/legacy/till.ts',
    'src/legacy/.old/till.ts',
    'src/till.test.ts',
    'legacy.ts',
    'npm:@types/node',
    'npm:zod',
    'node:fs',
  ];

  it.each([
    [['src/legacy'], ['src/legacy/till.ts', 'src/legacy/.old/till.ts']],
    [['src/legacy/**'], ['src/legacy/till.ts', 'src/legacy/.old/till.ts']],
    [['**/.old'], ['src/legacy/.old/till.ts']],
    [
      ['**/*.test.ts', 'legacy*'],
      ['src/till.test.ts', 'legacy.ts'],
    ],
    [
      ['npm:@types/*', 'node:fs'],
      ['npm:@types/node', 'node:fs'],
    ],
    // What lies in a folder that matches is matched.
    [['npm:*'], ['npm:@types/node', 'npm:zod']],
    [['*'], ids],
  ])('%j', (globs, expected) => {
    expect(matched(globs, ids)).toEqual(expected);
  });

  it('are none when none are given', () => {
    expect(matchGlobs('exclude', [])).toBeNull();
  });

  it.each(['src/[a', '(a+)+b', '**/**/**/**/x', `${'*a'.repeat(40)}`, '{a'])('refuse %s', (glob) => {
    expect(() => matchGlobs('exclude', [glob])).toThrow(
      expect.objectContaining({ code: 'CONDUIT_BAD_PARAMS', message: expect.stringContaining('parameter `exclude`') }),
    );
  });
});

it('the outermost folder that matches is found, never the file itself', () => {
  const folderOf = outermostFolder((folder) => /(?:^|\/)src$/.test(folder));
  expect(['src/a.ts', 'packages/x/src/src/a.ts', 'lib/src', 'a.ts'].map(folderOf)).toEqual([
    'src',
    'packages/x/src',
    null,
    null,
  ]);
});

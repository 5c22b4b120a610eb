// biome-ignore-all lint/suspicious/noTemplateCurlyInString: these are sources, not templates
import { describe, expect, it } from 'vitest';
import { readParseError } from '../../src/syntax/parse-error.ts';
import { parseSource } from '../../src/syntax/parse-source.ts';

function errorOf(source: string) {
  const outcome = parseSource(Buffer.from(source), 'typescript');
  return outcome.ok ? null : outcome.error;
}

describe('the place of a syntax error', () => {
  // The caret of each source is where its § stands.
  it.each([
    'let x = §;',
    '\tlet\tx = §;',
    'const 漢字 = "漢字漢字"; let y = §;',
    'const ship = "🚢é"; let y = §;',
    'dock(\r\n\r\n§]',
    '\n\n\n\n\n\n\n\n\n\nconst §= 1',
    'let y = `\n\n${§;}`',
    'function dock() {\n  ship §crane\n}',
  ])('%j', (marked) => {
    const before = marked.slice(0, marked.indexOf('§')).split('\n');
    expect(errorOf(marked.replace('§', ''))).toMatchObject({
      line: before.length,
      column: (before.at(-1) ?? '').length + 1,
    });
  });

  it('is column 1 where SWC shows no caret', () => {
    expect(errorOf('sail()\nimport ship from')).toEqual({
      message: 'Unexpected token `<eof>`. Expected a string literal',
      line: 2,
      column: 1,
    });
  });
});

it('keeps neither the source nor a backtrace', () => {
  const message = errorOf('const secret = "hunter2" "and more"')?.message ?? '';
  expect(message).not.toMatch(/hunter2|more|\n|Caused|Stack/);
  expect(message).not.toBe('');
});

it('reads a text of another shape as far as it goes', () => {
  expect(readParseError('Failed to convert rust `String` into napi `string`\n at somewhere', new Uint8Array())).toEqual(
    {
      message: 'Failed to convert rust `String` into napi `string`',
      line: 0,
      column: 0,
    },
  );
  expect(readParseError('', new Uint8Array())).toEqual({ message: '', line: 0, column: 0 });
  expect(readParseError('x'.repeat(5_000), new Uint8Array()).message).toHaveLength(200);
});

import { describe, expect, it } from 'vitest';
import { decompressBlock } from '../../../../src/base/blocks/decompress-block.ts';
import { EXCERPT_DICTIONARY } from '../../../../src/base/blocks/excerpt-dictionary.ts';
import { EXCERPT_BLOCK_MAX } from '../../../../src/base/excerpt-window.ts';
import { redact } from '../../../../src/facts/redact/redact.ts';
import { readExcerptBlock } from '../../../../src/image/read-excerpt-block.ts';
import { extractFrom } from '../../../builders/extract-from.ts';
import { OWN_SAMPLES, SECRET_SAMPLES } from '../../../builders/secret-samples.ts';

/** The lines that are kept of a source, by number. */
function keptOf(source: string | Uint8Array, path?: string): Map<number, string> {
  const { excerpts, lines } = extractFrom(source, path);
  if (!excerpts) return new Map();
  const bytes = decompressBlock(excerpts.block, excerpts.length, EXCERPT_DICTIONARY);
  if (!bytes) throw new Error('the block is damaged');
  const block = readExcerptBlock(bytes);
  const kept = Array.from({ length: lines + 2 }, (_, line) => [line, block.line(line)] as const);
  return new Map(kept.flatMap(([line, text]) => (text === undefined ? [] : [[line, text]])));
}
const textOf = (source: string): string => [...keptOf(source).values()].join('\n');

describe('excerpts of a file', () => {
  it('are the lines of its declarations, and of nothing else', () => {
    const source = "import x from 'x';\n\n// tide\nexport const a = 1;\n\nrun();\nfunction b() {\n  x();\n}\n";
    expect([...keptOf(source)]).toEqual([
      [4, 'export const a = 1;'],
      [7, 'function b() {'],
      [8, '  x();'],
      [9, '}'],
    ]);
  });

  it('hold a long class once: its beginning, and its members', () => {
    const methods = Array.from({ length: 20 }, (_, at) => `  m${at}() {\n    return ${at};\n  }\n`);
    const source = `class Harbour {\n${methods.join('\n')}}\n`;
    const kept = keptOf(source);
    const lines = source.split('\n');
    for (const [line, text] of kept) expect(text).toBe(lines[line - 1]);
    // All but the line breaks between members that lie behind the first 24 lines, and the end of the class.
    expect(kept.size).toBe(24 + lines.slice(24).filter((line) => /[{}]|return/.test(line) && line !== '}').length);
  });

  it('end after 24 lines or 1,200 bytes', () => {
    const long = `export function f() {\n${'  go();\n'.repeat(100)}}\n`;
    expect(keptOf(long).size).toBe(24);
    const wide = `export function f() {\n${`  go('${'x'.repeat(150)}');\n`.repeat(100)}}\n`;
    expect(keptOf(wide).size).toBe(1 + Math.floor((1200 - 22) / 162));
  });

  it('cut lines without end, and say so', () => {
    const kept = keptOf(`export const a = '${'ß'.repeat(100_000)}';\nexport const b = 1;\n`);
    expect(kept.get(1)).toBe(`export const a = '${'ß'.repeat(382)}… [line cut]`);
    expect(kept.get(2)).toBe('export const b = 1;');
  });

  it.each([
    ['a byte order mark', '\ufeffexport const a = 1;\n', [[1, 'export const a = 1;']]],
    [
      'line ends of two characters',
      'export const a = {\r\n};\r\n',
      [
        [1, 'export const a = {'],
        [2, '};'],
      ],
    ],
    ['no line end at its end', 'const ü = 1;', [[1, 'const ü = 1;']]],
    ['no declarations', 'run();\n', []],
    ['nothing', '', []],
    ['no sense', 'const = ;', []],
  ])('of a file with %s', (_, source, kept) => {
    expect([...keptOf(source)]).toEqual(kept);
  });

  it('of a component count their lines in the file', () => {
    const source = '<template>\n  <p/>\n</template>\n<script setup lang="ts">\nconst tide = 1;\n</script>\n';
    expect([...keptOf(source, 'Tide.vue')]).toEqual([[5, 'const tide = 1;']]);
  });

  it('of megabytes of declarations are some of them', () => {
    const source = Array.from({ length: 40_000 }, (_, at) => `export const c${at} = '${'x'.repeat(120)}';`).join('\n');
    const { excerpts } = extractFrom(source);
    expect(excerpts?.length).toBeLessThanOrEqual(EXCERPT_BLOCK_MAX);
    expect(keptOf(source).get(20_000)).toContain('c19999');
    expect(keptOf(source).has(40_000)).toBe(false);
  });

  it('do not depend on the file before', () => {
    const alone = extractFrom('export const a = 1;').excerpts;
    extractFrom(`export const b = '${'a = 1;'.repeat(50)}';`);
    expect(extractFrom('export const a = 1;').excerpts).toEqual(alone);
  });
});

describe('secrets', () => {
  it('are in no excerpt, signature, doc comment or name', () => {
    for (const { code, secret } of SECRET_SAMPLES) {
      const body = code.replaceAll(/^(?:const|export const)/gm, 'let');
      const source = `/** ${code.replaceAll('*/', '')} */\nexport function f(a = ${JSON.stringify(code)}) {\n  ${body}\n}\nexport const o = { '${secret.split('\n')[0]}': 1 };\n`;
      const { strings } = extractFrom(source, 'pilot.js');
      const said = [textOf(source), ...strings].join('\n');
      expect(said).not.toContain(secret);
    }
  });

  it('are not in halves either where an excerpt, a line, a signature or a comment is cut', () => {
    const [key] = OWN_SAMPLES;
    const { secret = '' } = OWN_SAMPLES.find(({ rule }) => rule === 'stripe') ?? {};
    const [half, otherHalf] = [secret.slice(0, 16), secret.slice(-12)];
    for (let fill = 370; fill < 401; fill += 3) {
      const line = `export const a${'x'.repeat(fill - 20)} = f('${secret}');`;
      const head = `export function g(${'p'.repeat(fill - 30)} = '${secret}') {}`;
      const doc = `/** ${'word '.repeat(400 - 4)}${'x'.repeat(fill - 370)} ${secret} */\nexport const d = 1;`;
      const { strings } = extractFrom([line, head, doc].join('\n'));
      const said = [textOf([line, head, doc].join('\n')), ...strings].join('\n');
      expect(said).not.toContain(half);
      expect(said).not.toContain(otherHalf);
    }
    for (let lines = 18; lines < 26; lines++) {
      const source = `export function f() {\n${'  go();\n'.repeat(lines)}  ${key?.code}\n}\n`;
      expect(textOf(source)).not.toContain(key?.secret);
    }
  });

  it('of one declaration are taken out of another', () => {
    const { code = '', secret = '' } = OWN_SAMPLES.find(({ rule }) => rule === 'assigned-secret') ?? {};
    const source = `${code}\n\n\nrun();\n\nexport function f() {\n  return login('${secret}');\n}\n`;
    expect(redact(`login('${secret}')`)).toContain(secret);
    expect(textOf(source)).toContain('return login(');
    expect(textOf(source)).not.toContain(secret);
  });
});

/** Sources that nest as no person writes: the parser recurses, our own code must not. */
import { describe, expect, it } from 'vitest';
import { indexed } from '../builders/indexed-project.ts';

const DOCK = { 'dock.ts': 'export const dock = 1;\n' };
const IMPORT = "import './dock.ts';\n";
const nest = (open: string, core: string, close: string, depth: number): string =>
  open.repeat(depth) + core + close.repeat(depth);

describe('is read', () => {
  // 1,900 brackets pass the prescan; what needs no bracket may nest as deep as it likes.
  const cases: readonly (readonly [what: string, path: string, source: string])[] = [
    ['1,900 nested calls', 'a.ts', `${nest('f(', '1', ')', 1_900)};\n`],
    ['1,900 nested parentheses', 'a.ts', `${nest('(', '1', ')', 1_900)};\n`],
    ['1,900 nested arrays', 'a.ts', `a = ${nest('[', '', ']', 1_900)};\n`],
    ['1,900 nested objects', 'a.ts', `a = ${nest('{a:', '1', '}', 1_900)};\n`],
    ['1,900 nested blocks', 'a.ts', `${nest('{', '', '}', 1_900)}\n`],
    ['900 nested functions', 'a.ts', `${nest('function f(){', '', '}', 900)}\n`],
    ['1,900 nested template literals', 'a.ts', `a = ${nest('`${', '1', '}`', 1_900)};\n`],
    ['1,900 nested types', 'a.ts', `type A = ${nest('[', 'string', ']', 1_900)};\n`],
    ['10,000 nested JSX elements', 'a.tsx', `const a = ${nest('<a>', 'text', '</a>', 10_000)};\n`],
    ['10,000 unary operators', 'a.ts', `${'!'.repeat(10_000)}a;\n`],
    ['10,000 arrows', 'a.ts', `const a = ${'a=>'.repeat(10_000)}1;\n`],
    ['5,000 choices', 'a.ts', `const a = ${'a?1:'.repeat(5_000)}1;\n`],
    ['a sum of 50,000 strings', 'a.ts', `const a = ${"'a'+".repeat(50_000)}'a';\n`],
    ['50,000 operators of one kind', 'a.ts', `const a = ${'a||'.repeat(50_000)}a;\n`],
    ['a chain of 20,000 properties', 'a.ts', `a${'.b'.repeat(20_000)};\n`],
    ['a chain of 10,000 calls', 'a.ts', `a${'.b()'.repeat(10_000)};\n`],
    ['a chain of 5,000 optional properties', 'a.ts', `a${'?.b'.repeat(5_000)};\n`],
    ['5,000 branches', 'a.ts', `${'if(a){}else '.repeat(5_000)}{}\n`],
  ];
  it.each(cases)('%s', async (_, path, source) => {
    const project = await indexed({ ...DOCK, [path]: `${IMPORT}${source}` });
    expect(project.diagnostics).toEqual([]);
    expect(project.importsOf(path)).toEqual(['dock.ts']);
    expect(project.summary.restarts).toBe(0);
  });
});

describe('is refused before it reaches the parser', () => {
  it.each([
    ['3,000 nested calls', nest('f(', '1', ')', 3_000)],
    ['100,000 nested calls', nest('f(', '1', ')', 100_000)],
    ['100,000 nested blocks', nest('{', '', '}', 100_000)],
    ['100,000 nested template literals', nest('`${', '1', '}`', 100_000)],
    ['500,000 brackets that never close', '['.repeat(500_000)],
  ])('%s', async (_, source) => {
    const project = await indexed({ ...DOCK, 'a.ts': `${IMPORT}${source};\n`, 'b.ts': "import './a.ts';\n" });
    expect(project.diagnostics).toEqual(['nested-too-deep a.ts']);
    expect(project.importsOf('b.ts')).toEqual(['a.ts']);
    expect(project.summary.restarts).toBe(0);
  });
});

describe('a specifier that is an expression', () => {
  it.each([
    ['a sum of 20,000 texts', `import(${"'./'+".repeat(20_000)}'dock.ts');\n`],
    ['a choice among 2,000', `import(${"a?'./dock.ts':".repeat(2_000)}'./dock.ts');\n`],
    ['1,900 parentheses around it', `import(${nest('(', "'./dock.ts'", ')', 1_900)});\n`],
    ['a template of 5,000 parts', `import(\`${`\${a}`.repeat(5_000)}\`);\n`],
  ])('%s', async (_, source) => {
    const project = await indexed({ ...DOCK, 'a.ts': `${IMPORT}${source}` });
    expect(project.diagnostics).toEqual([]);
    expect(project.importsOf('a.ts')).toContain('dock.ts');
  });
});

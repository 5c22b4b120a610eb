/** Sources that nest as no person writes: the parser recurses, our own code must not. */
import { describe, expect, it } from 'vitest';
import { indexed } from '../builders/indexed-project.ts';

const DOCK = { 'dock.ts': 'export const dock = 1;\n' };
const IMPORT = "import '../dock.ts';\n";
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
    ['5,000 powers, which group from the right', 'a.ts', `const a = ${'a**'.repeat(5_000)}a;\n`],
    ['50,000 operators of one kind', 'a.ts', `const a = ${'a||'.repeat(50_000)}a;\n`],
    ['a chain of 20,000 properties', 'a.ts', `a${'.b'.repeat(20_000)};\n`],
    ['a chain of 10,000 calls', 'a.ts', `a${'.b()'.repeat(10_000)};\n`],
    ['a chain of 5,000 optional properties', 'a.ts', `a${'?.b'.repeat(5_000)};\n`],
    ['5,000 branches', 'a.ts', `${'if(a){}else '.repeat(5_000)}{}\n`],
  ];
  it(cases.map(([what]) => what).join(', '), async () => {
    const files = Object.fromEntries(cases.map(([what, path, source]) => [`${what}/${path}`, `${IMPORT}${source}`]));
    const project = await indexed({ ...DOCK, ...files });
    expect(project.diagnostics).toEqual([]);
    expect(project.summary).toMatchObject({ restarts: 0, parsed: cases.length + 1 });
    const reached = Object.keys(files).map((path) => [path, project.importsOf(path)]);
    expect(reached).toEqual(Object.keys(files).map((path) => [path, ['dock.ts']]));
  });
});

describe('is refused before it reaches the parser', () => {
  const cases: readonly (readonly [what: string, source: string])[] = [
    ['3,000 nested calls', nest('f(', '1', ')', 3_000)],
    ['100,000 nested calls', nest('f(', '1', ')', 100_000)],
    ['100,000 nested blocks', nest('{', '', '}', 100_000)],
    ['100,000 nested template literals', nest('`${', '1', '}`', 100_000)],
    ['500,000 brackets that never close', '['.repeat(500_000)],
  ];
  it(cases.map(([what]) => what).join(', '), async () => {
    const paths = cases.map(([what]) => `${what}/a.ts`);
    const project = await indexed({
      ...DOCK,
      ...Object.fromEntries(cases.map(([what, source]) => [`${what}/a.ts`, `${IMPORT}${source};\n`])),
      'b.ts': paths.map((path) => `import './${path}';\n`).join(''),
    });
    expect(project.diagnostics).toEqual(paths.map((path) => `nested-too-deep ${path}`).sort());
    expect(project.importsOf('b.ts')).toEqual([...paths].sort());
    expect(project.summary.restarts).toBe(0);
  });
});

describe('a specifier that is an expression', () => {
  const cases: readonly (readonly [what: string, source: string])[] = [
    ['a sum of 20,000 texts', `import(${"'./'+".repeat(20_000)}'dock.ts');\n`],
    ['a choice among 2,000', `import(${"a?'../dock.ts':".repeat(2_000)}'../dock.ts');\n`],
    ['1,900 parentheses around it', `import(${nest('(', "'../dock.ts'", ')', 1_900)});\n`],
    ['a template of 5,000 parts', `import(\`${`\${a}`.repeat(5_000)}\`);\n`],
  ];
  it(cases.map(([what]) => what).join(', '), async () => {
    const files = Object.fromEntries(cases.map(([what, source]) => [`${what}/a.ts`, `${IMPORT}${source}`]));
    const project = await indexed({ ...DOCK, ...files });
    expect(project.diagnostics).toEqual([]);
    for (const path of Object.keys(files)) expect(project.importsOf(path), path).toContain('dock.ts');
  });
});

/** Single files that are unusual in their bytes: each has its imports, at their true places, or a reason why not. */
import { describe, expect, it } from 'vitest';
import { compareCodeUnits } from '../../src/base/text.ts';
import { indexed } from '../builders/indexed-project.ts';

const DOCK = { 'dock.ts': 'export const dock = 1;\n' };

describe('is read as what it is', () => {
  const cases: readonly (readonly [what: string, path: string, source: string, place: readonly [number, number]])[] = [
    ['a byte order mark', 'ship.ts', "\ufeffimport './dock.ts';\n", [1, 8]],
    ['CR LF at the ends of lines', 'ship.ts', "// a\r\n\r\nimport './dock.ts';\r\n", [3, 8]],
    ['a lone CR, which ends no line', 'ship.ts', "const a = 1;\rimport './dock.ts';\r", [1, 21]],
    ['a hashbang', 'ship.js', "#!/usr/bin/env node\nimport './dock.ts';\n", [2, 8]],
    [
      'a byte order mark, a hashbang and CR LF',
      'ship.js',
      "\ufeff#!/usr/bin/env node\r\nimport './dock.ts';\r\n",
      [2, 8],
    ],
    ['no newline at its end', 'ship.ts', "import './dock.ts'", [1, 8]],
    ['a NUL in a string before the import', 'ship.ts', "const zero = '\0';\nimport './dock.ts';\n", [2, 8]],
    ['halves of surrogate pairs, escaped', 'ship.ts', "const half = '\\ud83d';\nimport './dock.ts';\n", [2, 8]],
    ['characters outside of the first plane before it', 'ship.ts', "/* 🚢é漢 */ import './dock.ts';\n", [1, 19]],
    [
      'Flow types',
      'ship.js',
      "// @flow\nimport { dock } from './dock.ts';\ntype Cargo = {| +name: string |};\n(dock: any);\n",
      [2, 22],
    ],
    [
      'Flow types that name a module',
      'ship.js',
      "/* @flow strict */\nimport typeof Dock from './dock.ts';\nopaque type A = ?Dock;\n",
      [2, 25],
    ],
    ['a statement that returns at the top level', 'ship.cjs', "require('./dock.ts');\nreturn;\n", [1, 9]],
    [
      'a line of a megabyte before it',
      'ship.ts',
      `/*${' '.repeat(2 ** 20)}*/ import './dock.ts';\n`,
      [1, 2 ** 20 + 13],
    ],
    [
      'a string of a megabyte',
      'ship.ts',
      `const long = '${'é'.repeat(2 ** 19)}'; import './dock.ts';\n`,
      [1, 2 ** 19 + 25],
    ],
  ];
  it(`a file with ${cases.map(([what]) => what).join('; ')}`, async () => {
    const files = Object.fromEntries(cases.map(([what, path, source]) => [`${what}/${path}`, source]));
    const docks = Object.fromEntries(cases.map(([what]) => [`${what}/dock.ts`, '']));
    const project = await indexed({ ...files, ...docks });
    expect(project.diagnostics).toEqual([]);
    const places = cases.map(([what, path]) => {
      const sites = project.ask({ target: `${what}/${path}`, depth: 1 }).edges.flatMap((edge) => edge.sites);
      return [what, sites.map(({ location, specifier }) => [specifier, location.line, location.column])];
    });
    expect(places).toEqual(cases.map(([what, , , place]) => [what, [['./dock.ts', ...place]]]));
  });
});

describe('has no imports', () => {
  const cases: readonly (readonly [what: string, source: string])[] = [
    ['nothing', ''],
    ['white space', ' \n\t\r\n'],
    ['a byte order mark', '\ufeff'],
    ['a comment', '// import "./dock.ts"'],
    ['comments, the last at the end', "/* import './dock.ts' */\n/** @see import('./dock.ts') */\n//"],
    ['a hashbang', '#!/usr/bin/env node'],
  ];
  it(`a file that holds only ${cases.map(([what]) => what).join('; ')}`, async () => {
    const files = Object.fromEntries(
      cases.flatMap(([what, source]) => ['js', 'ts', 'd.ts'].map((extension) => [`${what}/ship.${extension}`, source])),
    );
    const project = await indexed(files);
    const count = 3 * cases.length;
    expect(project.coverage).toMatchObject({ status: 'complete', files: count, parsed: count, failed: 0 });
    expect(project.summary.edges).toBe(0);
  });
});

describe('is named with its reason, and nothing else is lost', () => {
  const cases: readonly (readonly [what: string, content: string | Uint8Array, code: string])[] = [
    ['a comment that does not end', '/* import', 'syntax-error'],
    ['a NUL between statements', "import './dock.ts';\0\0\0", 'syntax-error'],
    ['half of a surrogate pair as bytes', Uint8Array.of(0x27, 0xed, 0xa0, 0xbd, 0x27), 'not-utf8'],
    ['UTF-16', Buffer.from("\ufeffimport './dock.ts';\n", 'utf16le'), 'not-utf8'],
    ['a picture', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a), 'not-utf8'],
    ['nothing but NULs', new Uint8Array(4096), 'syntax-error'],
    ['a conflict left by a merge', '<<<<<<< ours\na\n=======\nb\n>>>>>>> theirs\n', 'syntax-error'],
  ];
  it(cases.map(([what]) => what).join('; '), async () => {
    const paths = cases.map(([what]) => `${what}/ship.ts`);
    const project = await indexed({
      ...DOCK,
      ...Object.fromEntries(cases.map(([what, content]) => [`${what}/ship.ts`, content])),
      'quay.ts': ['dock.ts', ...paths].map((path) => `import './${path}';\n`).join(''),
    });
    expect(project.diagnostics).toEqual(cases.map(([what, , code]) => `${code} ${what}/ship.ts`).sort(byPath));
    expect(project.coverage).toMatchObject({ status: 'partial', parsed: 2, failed: cases.length });
    expect(project.importsOf('quay.ts').sort()).toEqual(['dock.ts', ...paths].sort());
    expect(project.summary.restarts).toBe(0);
  });
});

/** Diagnostics stand by path. */
function byPath(a: string, b: string): number {
  const path = (entry: string) => entry.slice(entry.indexOf(' '));
  return compareCodeUnits(path(a), path(b));
}

describe('specifiers', () => {
  it('that are odd texts are unresolved, with a reason, and are told apart', async () => {
    const specifiers = ['', ' ', '.', '\\0', './\\0', '\\ud800', './dock.ts\\n', './\\u202edock', '/'.repeat(5_000)];
    const source = specifiers.map((specifier) => `import '${specifier}';\n`).join('');
    const project = await indexed({ ...DOCK, 'ship.ts': source });
    expect(project.coverage).toMatchObject({ failed: 0, parsed: 2 });
    expect(project.unresolved).toHaveLength(specifiers.length);
  });

  it('a specifier of a megabyte is one more that is not found', async () => {
    const project = await indexed({ ...DOCK, 'ship.ts': `import './${'a/'.repeat(2 ** 19)}';\nimport './dock.ts';\n` });
    expect(project.coverage.unresolved).toEqual({ 'file-not-found': 1 });
    expect(project.importsOf('ship.ts')).toHaveLength(2);
  });
});

describe('a generated file of four megabytes', () => {
  const row = (number: number) =>
    `export const row${number} = { id: ${number}, name: 'row ${number}', tags: ['a', 'b'] };\n`;
  const generated = `import './dock.ts';\n${Array.from({ length: 55_000 }, (_, number) => row(number)).join('')}`;

  it('is passed over by default, and says so to whoever imports it', async () => {
    expect(generated.length).toBeGreaterThan(4_000_000);
    const project = await indexed({ ...DOCK, 'generated.ts': generated, 'ship.ts': "import './generated.ts';\n" });
    expect(project.diagnostics).toEqual(['skipped-too-large generated.ts']);
    expect(project.unresolved).toEqual(['ship.ts ./generated.ts: excluded']);
  });

  it('is read when the configuration wants it, in bounded memory', async () => {
    const project = await indexed(
      { ...DOCK, 'generated.ts': generated, 'introspect.config.json': { limits: { fileBytes: 2 ** 23 } } },
      { mostBytes: 1500 * 2 ** 20 },
    );
    expect(project.diagnostics).toEqual([]);
    expect(project.importsOf('generated.ts')).toEqual(['dock.ts']);
  });
});

import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { unused } from '../../../../src/queries/unused.ts';
import { makePatch, type Patch } from '../../../../src/session/node/fix/make-patch.ts';
import { builtContext } from '../../../builders/built-context.ts';
import type { ProjectFiles } from '../../../builders/project.ts';

interface Patched {
  readonly root: string;
  readonly patch: Patch;
  apply(): void;
  text(path: string): string;
}

async function patched(files: ProjectFiles): Promise<Patched> {
  const { root, context } = await builtContext(files);
  const params = {
    include: [],
    production: false,
    confidence: 'medium' as const,
    entry: [],
    in: [],
    ignore: [],
    limit: 1000,
  };
  const { result } = unused.run(context, params);
  const patch = makePatch(root, result);
  const git = (...options: string[]) =>
    execFileSync('git', ['apply', ...options], { cwd: root, input: patch.text, stdio: 'pipe' });
  return {
    root,
    patch,
    apply: () => {
      git('--check');
      git();
    },
    text: (path) => readFileSync(join(root, path), 'utf8'),
  };
}

describe('the patch', () => {
  it('deletes files, whatever their last line ends with', async () => {
    const { root, apply, patch } = await patched({
      'package.json': { main: 'main.js' },
      'main.js': '',
      'empty.js': '',
      'with a blank.js': 'one;\ntwo;\n',
      'open.js': 'one;\r\ntwo;',
    });
    expect(patch).toMatchObject({ deleted: 3, unexported: 0, undeclared: 0, left: [] });
    apply();
    expect(['empty.js', 'with a blank.js', 'open.js', 'main.js'].map((path) => existsSync(join(root, path)))).toEqual([
      false,
      false,
      false,
      true,
    ]);
  });

  it('keeps the mode of what it deletes', async () => {
    const { root, context } = await builtContext({ 'package.json': { main: 'a.js' }, 'a.js': '', 'b.js': 'b;\n' });
    chmodSync(join(root, 'b.js'), 0o755);
    const files = [{ id: 'b.js', package: null, confidence: 'high' as const, reason: '' }];
    expect(context.image.fingerprint).not.toBe('');
    expect(makePatch(root, { files, exports: [], dependencies: [] }).text).toContain('deleted file mode 100755');
  });

  it('takes the word `export` off declarations of every form, and names out of lists', async () => {
    const { apply, patch, text } = await patched({
      'package.json': { main: 'main.ts' },
      'main.ts': "import { kept } from './all'; kept;",
      'all.ts': [
        'export const kept = 1;',
        'export async function load(): Promise<void> {}',
        '  export abstract class Shape {}',
        'export declare const given: number;',
        'export const enum Size { Small }',
        'export type { Local };',
        'type Local = 1;',
        'const a = 1, b = 2, c = 3;',
        'export {',
        '  a,',
        '  b as renamed,',
        '  type Local as Other,',
        '};',
        'const d = c;',
        'export default d;',
        'export interface Last {}',
      ].join('\n'),
    });
    expect(patch.left).toEqual([]);
    apply();
    expect(text('all.ts').split('\n')).toEqual([
      'export const kept = 1;',
      'async function load(): Promise<void> {}',
      '  abstract class Shape {}',
      'declare const given: number;',
      'const enum Size { Small }',
      'type Local = 1;',
      'const a = 1, b = 2, c = 3;',
      'const d = c;',
      'interface Last {}',
    ]);
  });

  it('leaves a word that stands for several names, and an anonymous default', async () => {
    const { apply, patch, text } = await patched({
      'package.json': { main: 'main.ts' },
      'main.ts': "import { b } from './all'; import './default'; b;",
      'all.ts': 'export const a = 1, b = 2;\nexport const { c, d } = { c: 1, d: 2 };\n',
      'default.ts': 'export default () => 1;\n',
    });
    expect(patch).toMatchObject({ text: '', unexported: 0 });
    expect(patch.left.map(({ id }) => id)).toEqual(['all.ts#a', 'all.ts#c', 'all.ts#d', 'default.ts#default']);
    expect(() => apply()).toThrow();
    expect(text('all.ts')).toContain('export const a');
  });

  it('takes lines out of manifests, commas included', async () => {
    const { apply, patch, text } = await patched({
      'package.json':
        '{\n  "main": "main.js",\n  "dependencies": {\n    "a": "1",\n    "b": "1",\n    "c": "1"\n  },\n  "devDependencies": { "d": "1" }\n}\n',
      'main.js': "import 'a';",
    });
    expect(patch).toMatchObject({ undeclared: 2, left: [{ id: 'package.json d' }] });
    apply();
    expect(text('package.json')).toBe(
      '{\n  "main": "main.js",\n  "dependencies": {\n    "a": "1"\n  },\n  "devDependencies": { "d": "1" }\n}\n',
    );
  });

  it('makes far apart changes of one file hunks of their own', async () => {
    const filler = Array.from({ length: 20 }, (_, at) => `const n${at} = ${at};`).join('\n');
    const { apply, patch, text } = await patched({
      'package.json': { main: 'main.ts' },
      'main.ts': "import './far';",
      'far.ts': `export const a = 1;\n${filler}\nexport const z = 1;`,
    });
    expect(patch.text.match(/^@@/gm)).toHaveLength(2);
    apply();
    expect(text('far.ts')).toBe(`const a = 1;\n${filler}\nconst z = 1;`);
  });
});

import { describe, expect, it } from 'vitest';
import { importsOf, placesOf } from '../../../builders/extract-from.ts';

describe('paths from the folder of a module', () => {
  it('lead to the file, however they are put together', () => {
    const source = `
      spawn('node', [path.resolve(__dirname, '../src/harbour.ts')]);
      join(import.meta.dirname, 'charts', '..', 'tide.json');
      readFileSync(\`\${__dirname}/signals.txt\`);
      fork(__dirname + '/lookout.' + 'js');
      path.join(__dirname, '/mast.ts');
    `;
    expect(importsOf(source)).toEqual([
      'asset ../src/harbour.ts',
      'asset ./tide.json',
      'asset ./signals.txt',
      'asset ./lookout.js',
      'asset ./mast.ts',
    ]);
    expect(placesOf(source)).toEqual([
      "'../src/harbour.ts'",
      "join(import.meta.dirname, 'charts', '..', 'tide.json')",
      ['`$', '{__dirname}/signals.txt`'].join(''),
      "__dirname + '/lookout.' + 'js'",
      "'/mast.ts'",
    ]);
  });

  it.each([
    'path.dirname(fileURLToPath(import.meta.url))',
    'dirname(__filename)',
    'import.meta.dirname',
    "fileURLToPath(new URL('.', import.meta.url))",
  ])('may be %s', (folder) =>
    expect(importsOf(`const __dirname = ${folder}; resolve(__dirname, './pilot.ts');`)).toEqual(['asset ./pilot.ts']),
  );

  it('are found beside a require that the file makes', () =>
    expect(
      importsOf(`
        import { createRequire } from 'node:module';
        const load = createRequire(import.meta.url);
        load(require.resolve('./a')); path.join(__dirname, 'pilot.ts');
      `),
    ).toContain('asset ./pilot.ts'));

  it('are none where the folder is another, the rest is not known, or it names no file', () =>
    expect(
      importsOf(`
        path.join(__dirname, '..', 'src'); path.join(__dirname, name + '.ts'); path.join(__dirname, ...names);
        path.resolve(__dirname, '/etc/pilot.ts'); path.join(root, 'pilot.ts'); path.relative(__dirname, './pilot.ts');
        path.join('pilot.ts', __dirname); path.join(__dirname); \`\${root}\${__dirname}/pilot.ts\`; __dirname; import.meta.dirname;
        path.join(__dirname, 'charts/*.ts'); [__dirname, 'pilot.ts'].join('/');
        function sail(__dirname: string) { return path.join(__dirname, 'pilot.ts'); }
      `),
    ).toEqual([]));

  it('are none where a variable of that name is another folder', () =>
    expect(importsOf(`const __dirname = process.cwd(); path.join(__dirname, 'pilot.ts');`)).toEqual([]));
});

import { describe, expect, it } from 'vitest';
import type { CyclesParams, CyclesResult } from '../../../../src/queries/cycles/cycle-schemas.ts';
import { cycles } from '../../../../src/queries/cycles.ts';
import { contextOf } from '../../../builders/context-of.ts';
import { recordsOf } from '../../../builders/image-records.ts';
import { indexedContext } from '../../../builders/indexed-context.ts';
import type { ProjectFiles } from '../../../builders/project.ts';

const DEFAULTS: CyclesParams = { class: [], level: 'module', cures: 'symbols', threshold: 0, limit: 100 };

async function cures(files: ProjectFiles, params: Partial<CyclesParams> = {}): Promise<string[]> {
  const { result } = cycles.run(await indexedContext(files), { ...DEFAULTS, ...params });
  return result.components.map(said);
}

function said({ class: name, cure }: CyclesResult['components'][number]): string {
  const changes = cure?.edges.map(({ from, how, specifier, instead = [], symbols = [] }) =>
    [from, how, specifier, ...instead, ...symbols].join(' '),
  );
  return `${name} ${cure?.cost} ${cure?.quality} ${cure?.verified}: ${changes?.join(', ')}`;
}

const strict = { 'tsconfig.json': { compilerOptions: { verbatimModuleSyntax: true, module: 'esnext' } } };
const flour = "import { Mill } from './mill';\nexport class Flour { by?: Mill }\n";

describe('cures of sources', () => {
  it('import type: what is used only in types, where TypeScript would keep it', async () => {
    expect(
      await cures({
        ...strict,
        'mill.ts': "import { Flour } from './flour';\nexport class Mill { grind() { return new Flour(); } }\n",
        'flour.ts': flour,
      }),
    ).toEqual(['runtime 1 optimal true: flour.ts import-type ./mill']);
  });

  it('but not where decorators may need the types as values', async () => {
    const decorated = `import { column } from 'orm';\n${flour.replace('by?', '@column() by?')}`;
    expect(
      await cures({
        ...strict,
        'mill.ts': "import { Flour } from './flour';\nexport class Mill { grind() { return new Flour(); } }\n",
        'flour.ts': decorated,
      }),
    ).toEqual([expect.not.stringContaining('import-type')]);
  });

  it('drop-import: what nobody uses, in JavaScript', async () => {
    expect(
      await cures({
        'mill.js': "import { flour } from './flour.js';\nexport const mill = () => flour;\n",
        'flour.js': "import { mill } from './mill.js';\nexport const flour = 1;\n",
      }),
    ).toEqual(['runtime 1 optimal true: flour.js drop-import ./mill.js']);
  });

  it('import-declaring-module: past a barrel that leads back', async () => {
    expect(
      await cures({
        'index.ts': "export * from './mill';\nexport { flour } from './flour';\n",
        'mill.ts': "import { flour } from '.';\nexport const mill = () => flour;\n",
        'flour.ts': 'export const flour = 1;\n',
      }),
    ).toEqual(['runtime 2 optimal true: mill.ts import-declaring-module . flour.ts']);
  });

  it('which is no cure where the declaring module leads back too', async () => {
    const [first, ...more] = await cures({
      'index.ts': "export * from './mill';\nexport * from './flour';\n",
      'mill.ts': "import { flour } from '.';\nexport function mill() { return flour() && mill; }\n",
      'flour.ts': "import { mill } from '.';\nexport function flour() { return mill() && flour; }\n",
    });
    expect(more).toEqual([]);
    expect(first).toMatch(
      /^runtime 14 optimal true: \w+\.ts import-declaring-module \. \w+\.ts, \w+\.ts make-dynamic \.$/,
    );
  });

  it('move-symbols: with what they need of their module, if that does not lead back', async () => {
    expect(
      await cures({
        'mill.ts':
          "import { bake } from './bread';\nconst TURNS = 7;\nexport const speed = () => TURNS;\nexport const mill = () => bake();\n",
        'bread.ts': "import { speed } from './mill';\nexport const bake = () => speed();\n",
      }),
    ).toEqual(['runtime 6 optimal true: bread.ts move-symbols ./mill mill.ts#TURNS mill.ts#speed']);
  });

  it('make-dynamic: what is needed later only; break-by-hand, dearer, what is needed at once', async () => {
    expect(
      await cures({
        'mill.ts': "import { Flour } from './flour';\nexport class Mill { grind() { return new Flour(); } }\n",
        'flour.ts': "import { Mill } from './mill';\nexport class Flour extends Mill {}\n",
      }),
    ).toEqual(['runtime 12 optimal true: mill.ts make-dynamic ./flour']);
  });

  it('of cycles that TypeScript erases do not say `import type`', async () => {
    expect(
      await cures({
        'mill.ts': "import type { Flour } from './flour';\nexport interface Mill { flour: Flour }\n",
        'flour.ts': "import type { Mill } from './mill';\nexport interface Flour { mill: Mill }\n",
      }),
    ).toEqual([expect.stringMatching(/^type-only 20 optimal true: \w+\.ts break-by-hand/)]);
  });

  it('of an import of oneself is to use the own names', async () => {
    expect(await cures({ 'mill.ts': "import { mill } from './mill';\nexport const mill = 1;\n" })).toEqual([
      'runtime 2 optimal true: mill.ts import-declaring-module ./mill',
    ]);
  });

  it('of packages add up what their imports take', async () => {
    const files = {
      'package.json': { name: 'root', workspaces: ['a', 'b'] },
      'a/package.json': { name: 'a', main: './index.ts', dependencies: { b: '*' } },
      'b/package.json': { name: 'b', main: './index.ts', dependencies: { a: '*' } },
      'a/index.ts': "import { b } from 'b';\nexport const a = () => b;\n",
      'a/more.ts': "import { b } from 'b';\nexport const more = () => b;\n",
      'b/index.ts': "import { a } from 'a';\nexport const b = () => a;\n",
    };
    expect(await cures(files, { level: 'package', class: ['runtime'] })).toEqual([
      'runtime 12 optimal true: b make-dynamic a',
    ]);
  });
});

describe('a component of too many imports to weigh each', () => {
  const ids = [...Array(180).keys()].map((n) => `m${String(n).padStart(3, '0')}.ts`);
  const allToAll = ids.flatMap((from) => ids.filter((to) => to !== from).map((to) => [from, to] as const));

  it('is cured by an order of its modules, and the answer says so', () => {
    const context = contextOf(recordsOf({ edges: [...allToAll, ['n1.ts', 'n2.ts'], ['n2.ts', 'n1.ts']] }));
    const { result, truncated } = cycles.run(context, DEFAULTS);
    expect(truncated).toBe('budget');
    const [large, small] = result.components.map(({ cure }) => cure);
    // Of two modules that import each other, one has to stop: this many are the least.
    const least = (180 * 179) / 2;
    // 5,000 of them are looked at, and could be put off; the others count as broken by hand.
    const cost = 5000 * 12 + (least - 5000) * 20;
    expect(large).toMatchObject({ cost, more: least - 100, verified: true, quality: 'heuristic' });
    expect(large?.edges).toHaveLength(100);
    // What is left of the imports to look at is enough for it.
    expect(small).toMatchObject({ cost: 12, verified: true, quality: 'optimal' });
  });
});

describe('without symbols', () => {
  const records = recordsOf({
    edges: [
      ['mill.ts', 'flour.ts'],
      ['flour.ts', 'mill.ts'],
    ],
  });

  it('cures rest upon imports alone, and the answer says so', () => {
    const { result } = cycles.run(contextOf(records), DEFAULTS);
    expect(result.cures).toBe('imports');
    expect(result.components[0]?.cure).toMatchObject({ cost: 12, verified: true, edges: [{ how: 'make-dynamic' }] });
  });

  it('or are none when none were asked for', () => {
    const { result } = cycles.run(contextOf(records), { ...DEFAULTS, cures: 'none' });
    expect([result.cures, result.components[0]?.cure]).toEqual(['none', undefined]);
  });
});

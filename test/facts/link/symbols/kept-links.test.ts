/** Symbols that are linked from what an earlier build found are those that a build from nothing finds. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createExtractor } from '../../../../src/facts/extract/extract-facts.ts';
import type { EarlierLinks } from '../../../../src/facts/link/symbols/known-links.ts';
import { linkSymbols } from '../../../../src/facts/link/symbols/link-symbols.ts';
import { prepareSymbols } from '../../../../src/facts/link/symbols/prepare-symbols.ts';
import type { FileFacts } from '../../../../src/facts/records.ts';
import { SITE } from '../../../../src/facts/records.ts';
import { encodeSymbolSections } from '../../../../src/image/encode-symbol-sections.ts';
import { kernelModule } from '../../../../src/session/node/kernels.ts';

const extractor = createExtractor(kernelModule('plain'));

type Sources = Readonly<Record<string, string>>;

/** Links modules that name each other by `./name`, and packages by `@name`. */
function link(sources: Sources, before?: EarlierLinks) {
  const files = Object.entries(sources)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([path, text]) => extractor.extract(path, Buffer.from(text)));
  const specifiers = files.map(({ sites, strings }) =>
    Array.from(
      { length: sites.length / SITE.WORDS },
      (_, site) => strings[sites[site * SITE.WORDS + SITE.SPECIFIER] ?? 0] ?? '',
    ),
  );
  const packages = [...new Set(specifiers.flat().filter((specifier) => specifier.startsWith('@')))].sort();
  const nodes = [...files.map(({ path }) => path), ...packages.map((name) => `npm:${name}`)];
  const bases = new Uint32Array(files.length + 1);
  specifiers.forEach((own, module) => {
    bases[module + 1] = (bases[module] ?? 0) + own.length;
  });
  const idOf = (specifier: string) =>
    specifier.startsWith('@') ? `npm:${specifier}` : `${specifier.replace('./', '')}.ts`;
  const targets = Uint32Array.from(specifiers.flat(), (specifier) => nodes.indexOf(idOf(specifier)) + 1);
  const input = { nodes, sites: { modules: files.length, bases, targets } };
  const { records, modules, keep } = linkSymbols(prepareSymbols(files), input, before);
  const byPath = new Map<string, FileFacts>(files.map((facts) => [facts.path, facts]));
  const later: EarlierLinks | null = keep && { links: keep(), factsOf: (path) => byPath.get(path) };
  return { image: encodeSymbolSections({ symbols: records }, nodes), modules, later };
}

const HARBOUR: Sources = {
  'boat.ts':
    "import { Hull } from './hull';\nexport class Boat { hull = new Hull<string>(); sail() { return this.hull.load; } }\n",
  'crew.ts': "import { boats } from './index';\nboats.map((boat) => boat.sail());\n",
  'hull.ts': 'export class Hull<T> { load!: T; weigh(): number { return 1; } }\n',
  'index.ts': "export * from './boat';\nimport { Boat } from './boat';\nexport const boats: Boat[] = [];\n",
  'island.ts': "import { chart } from '@maps';\nexport const look = () => chart();\n",
};

describe('what is linked again', () => {
  it.each<[what: string, edit: Sources, modules: number]>([
    ['nothing, when nothing changed', {}, 0],
    [
      'only a file that shows the same',
      {
        'hull.ts':
          'export class Hull<T> { load!: T; weigh(): number { return [2].map((tons) => tons + this.weigh())[0]; } }\n',
      },
      1,
    ],
    [
      'only a file that has more of its own than before, wherever that stands',
      {
        'hull.ts':
          'const spare = 1;\nfunction patch<P>(part: P) { return spare; }\nexport class Hull<T> { load!: T; weigh(): number { return patch(2); } }\n',
      },
      1,
    ],
    [
      'those too from which imports lead to one that shows something else',
      { 'hull.ts': 'export class Hull<T> { cargo!: T; }\n' },
      4,
    ],
    ['none but itself, when nobody imports it', { 'island.ts': 'export const look = () => 1;\n' }, 1],
    ['those that could see one that is new', { 'keel.ts': "export * from './hull';\n" }, 1],
    [
      'everything, when a file speaks of modules that need not import it',
      { 'types.d.ts': "declare module '@maps' { export function chart(): void; }\n" },
      6,
    ],
  ])('%s', (_, edit, modules) => {
    const first = link(HARBOUR);
    expect(first.modules).toBe(5);
    const second = link({ ...HARBOUR, ...edit }, first.later ?? undefined);
    expect(second.modules).toBe(modules);
    expect(second.image).toEqual(link({ ...HARBOUR, ...edit }).image);
  });

  it('whatever led to a file that is gone', () => {
    const first = link(HARBOUR);
    const { 'hull.ts': _, ...rest } = HARBOUR;
    const second = link(rest, first.later ?? undefined);
    expect(second.modules).toBe(3);
    expect(second.image).toEqual(link(rest).image);
  });
});

it('says the same of what means one of several things, however the modules are numbered', () => {
  const orchard: Sources = {
    'z.ts': `export class Apple { eat() {} }
export class Pear { eat() {} }
type Handler = ((fruit: Apple) => void) | ((fruit: Pear) => void);
declare function fruitOf<F>(handler: (fruit: F) => void): F;
export const run = (u: Handler) => fruitOf(u).eat();
export const both: Handler = (fruit) => fruit.eat();
export class Box<T> { each(f: (item: T) => void) {} }
declare const box: Box<Apple> | Box<Pear>;
box.each((fruit) => fruit.eat());
`,
  };
  const { later } = link(orchard);
  for (let count = 1; count < 12; count++) {
    const more = Array.from({ length: count }, (_, n) => [`a${n + 10}.ts`, 'export const own = 1;\n']);
    const sources = { ...Object.fromEntries(more), ...orchard };
    const warm = link(sources, later ?? undefined);
    expect(warm.modules).toBe(count);
    expect(warm.image).toEqual(link(sources).image);
  }
});

describe('what one module adds to another, with types of a third', () => {
  it.each<[what: string, sources: Sources, edit: Sources]>([
    [
      'to a package',
      {
        'user.ts': 'export class Account { first() {} }\nexport class User { name = 1; greet() {} }\n',
        'aug.ts': "import { User } from './user';\ndeclare module '@express' { interface Request { user: User } }\n",
        'route.ts':
          "import type { Request } from '@express';\nexport function handle(req: Request) { req.user.greet(); return req.user.name; }\n",
      },
      {
        'user.ts':
          'export class Early { x() {} y() {} }\nexport class Account { first() {} }\nexport class User { title = 1; hello() {} }\n',
      },
    ],
    [
      'to what a barrel passed on',
      {
        'hull.ts': 'export interface Hull { load: number }\n',
        'ship.ts': "export * from './hull';\n",
        'aug.ts': "import './ship';\ndeclare module './ship' { interface Hull { extra: string } }\n",
        'use.ts': "import type { Hull } from './hull';\nexport const f = (h: Hull) => h.extra;\n",
      },
      { 'ship.ts': "export { Hull as Other } from './hull';\n" },
    ],
    [
      'in a declaration file',
      {
        'chart.ts': 'export interface Chart { draw(): void; zoom: number }\n',
        'maps.d.ts': "declare module 'maps' { import { Chart } from './chart'; export const chart: Chart; }\n",
        'use.ts': "import { chart } from 'maps';\nchart.draw(); chart.zoom;\n",
      },
      { 'chart.ts': 'export interface Other { a: 1; b: 2 }\nexport interface Chart { paint(): void; zoom: number }\n' },
    ],
  ])('%s is what it is now', (_, sources, edit) => {
    const { later } = link(sources);
    expect(link({ ...sources, ...edit }, later ?? undefined).image).toEqual(link({ ...sources, ...edit }).image);
  });
});

it('keeps nothing where a limit was met that counts from the question', () => {
  const deep = Array.from({ length: 300 }, (_, n) => [
    `m${n + 100}.ts`,
    n === 0
      ? 'export const last = { sink() {} };\n'
      : `import { last as l } from './m${n + 99}';\nexport const last = l;\n`,
  ]);
  const first = Object.fromEntries([
    ...deep.slice(1),
    ['a.ts', "import { last } from './m399';\nlast.sink();\n"],
    ...deep.slice(0, 1),
  ]);
  expect(link(first).later).toBeNull();
  expect(link(HARBOUR).later).not.toBeNull();
});

const NAMES = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];
const other = fc.constantFrom(...NAMES);
/** Types that rest on types of other modules, in circles too. */
const statement = fc
  .tuple(fc.nat(15), other, fc.nat(3))
  .map(
    ([form, name, n]) =>
      [
        `import { Box as B${n} } from './${name}';\nexport class Box<T> { item!: T; open${n}(): B${n}<T> { return new B${n}(); } }`,
        `import { make as m${n} } from './${name}';\nexport const made${n} = m${n}('x').item;\nmade${n}.open1();`,
        `export * from './${name}';`,
        `import * as ns${n} from './${name}';\nns${n}.make(1).item.open0();`,
        `export function make<T>(item: T) { return { item, again: () => make(item) }; }`,
        `import { Base } from './${name}';\nexport class Base${n} extends Base { run() { return this.step().run(); } step() { return this; } }`,
        `import { Base as P } from './${name}';\nexport class Base extends P { size = ${n}; run() { return this; } }`,
        `export interface Base { run(): Base; next: Base; }`,
        `import { loop as l } from './${name}';\nexport const loop = () => l().next;`,
        `import { chart } from '@maps';\nchart.draw(${n});\nexport { chart };`,
        `import type { Box } from './${name}';\nexport type Boxed = Box<string> | Base;\nexport const take = (box: Boxed) => box.item;`,
        `import type { Box as X${n} } from './${name}';\ndeclare module './${name}' { interface Base { added${n}: X${n}<string> } }`,
        `import { Boxed } from './${name}';\nexport type Pick${n} = Boxed extends { item: infer I } ? I : never;`,
        `export default class { static of() { return new this(); } }`,
        `import d from './${name}';\nd.of();\nexport { d as default };`,
        `const local${n} = { item: ${n} };\nlocal${n}.item;`,
      ][form] ?? '',
  );
const text = fc.array(statement, { maxLength: 4 }).map((statements) => `${statements.join('\n')}\n`);

it('gives the same bytes after any edits, again and again', () => {
  let known = 0;
  fc.assert(
    fc.property(
      fc.array(text, { minLength: NAMES.length, maxLength: NAMES.length }),
      fc.array(fc.tuple(other, fc.option(text, { freq: 6 })), { minLength: 1, maxLength: 5 }),
      (texts, edits) => {
        let sources: Sources = Object.fromEntries(NAMES.map((name, at) => [`${name}.ts`, texts[at] ?? '']));
        let before = link(sources).later;
        for (const [name, edited] of edits) {
          const { [`${name}.ts`]: _, ...rest } = sources;
          sources = edited === null ? rest : { ...rest, [`${name}.ts`]: edited };
          const warm = link(sources, before ?? undefined);
          expect(warm.image).toEqual(link(sources).image);
          known += Object.keys(sources).length - warm.modules;
          before = warm.later;
        }
      },
    ),
    { numRuns: 60 },
  );
  expect(known).toBeGreaterThan(100);
});

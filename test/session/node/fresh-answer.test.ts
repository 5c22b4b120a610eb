/** Answers for one question: what is read, and looked at, for them. */
import { appendFileSync, mkdirSync, renameSync, rmSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Envelope, isErrorEnvelope } from '../../../src/base/envelope.ts';
import type { DepsParams, DepsResult } from '../../../src/queries/deps.ts';
import { buildImage } from '../../../src/session/node/build/build-image.ts';
import { freshAnswer } from '../../../src/session/node/fresh-answer.ts';
import { imageDirectory } from '../../../src/session/node/image-directory.ts';
import { inProcessRunner } from '../../../src/session/node/in-process-runner.ts';
import { open } from '../../../src/session/node/open.ts';
import { readBuildState } from '../../../src/session/node/state/build-state.ts';
import { type ProjectFiles, projectOf, settle, writeFiles } from '../../builders/project.ts';

/** Asks one question as the command line does. */
async function ask(root: string, images: string, params: DepsParams) {
  const notices: string[] = [];
  const onNotice = (text: string) => notices.push(text);
  const session = await open({ root, imageDirectory: images, refresh: 'lazy', onNotice });
  const answer: Envelope<DepsResult> = await session.deps(params);
  await session.close();
  return { answer, notices, ids: answer.result.nodes.map(({ id }) => id) };
}

const STREETS = 30;
const HOUSES = 16;

/** A town of 480 houses: each imports the next of its street, and the first of every street that of the next street but one. */
function town(more: ProjectFiles = {}): { root: string; images: string } {
  const files: Record<string, string | object> = {
    'package.json': { name: 'town', workspaces: ['streets/*'], dependencies: { zod: '^4.0.0' } },
    'tsconfig.json': { compilerOptions: { paths: { '~/*': ['./parks/*', './streets/s0/*'] } } },
  };
  for (let street = 0; street < STREETS; street++) {
    files[`streets/s${street}/package.json`] = {
      name: `@town/s${street}`,
      main: 'h0.ts',
      dependencies: { zod: `^4.${street}.0` },
    };
    for (let house = 0; house < HOUSES; house++) {
      const lines = house + 1 < HOUSES ? [`export * from './h${house + 1}.js';`] : ["import { z } from 'zod';", 'z();'];
      if (house === 0 && street % 2 === 0 && street + 2 < STREETS)
        lines.push(`export { door } from '@town/s${street + 2}';`);
      if (house === 3) lines.push("import type { Key } from './h5';", 'export type Own = Key;');
      if (house === 5) lines.push('export interface Key {}', 'export const door = 1;');
      files[`streets/s${street}/h${house}.ts`] = `${lines.join('\n')}\n`;
    }
  }
  const root = projectOf({ ...files, ...more });
  settle(root);
  return { root, images: projectOf({}) };
}

describe('without an image', () => {
  it('the answer is that of the whole project, out of the files that it needs', async () => {
    const { root, images } = town();
    const whole = projectOf({});
    const session = await open({ root, imageDirectory: whole });
    const question = fc.record({
      target: fc
        .tuple(fc.nat(STREETS - 1), fc.nat(HOUSES - 1))
        .map(([street, house]) => `streets/s${street}/h${house}.ts`),
      depth: fc.oneof(fc.nat(4), fc.constant('all' as const)),
      kinds: fc.constantFrom<NonNullable<DepsParams['kinds']>>([], ['export-from'], ['type', 'static']),
    });
    let partial = 0;
    await fc.assert(
      fc.asyncProperty(question, async (params) => {
        rmSync(images, { recursive: true, force: true });
        const { answer } = await ask(root, images, params);
        const { result, truncated } = await session.deps(params);
        expect({ result: answer.result, truncated: answer.truncated }).toEqual({ result, truncated });
        expect(answer.coverage.files).toBe(480);
        if (answer.coverage.parsed === 480) return;
        partial++;
        expect(answer.coverage.status).toBe('partial');
        expect(answer.coverage.parsed).toBeLessThan(100);
      }),
      { numRuns: 12 },
    );
    expect(partial).toBeGreaterThan(4);
    await session.close();
  }, 60_000);

  it('reads the declarations that decide what the import of a JavaScript module is', async () => {
    const { root, images } = town({
      'streets/s4/h15.ts': "import { Lamp } from './lamp.js';\nexport { Lamp };\n",
      'streets/s4/lamp.js': '',
      'streets/s4/lamp.d.ts': "export * from './bulb';\n",
      'streets/s4/bulb.ts': 'export interface Lamp {}\n',
    });
    const { answer } = await ask(root, images, { target: 'streets/s4/h15.ts', depth: 1 });
    expect(answer.coverage.parsed).toBeLessThan(20);
    expect(answer.result.edges.map(({ to, kinds }) => [to, kinds])).toEqual([['streets/s4/lamp.js', ['type']]]);
  });

  it('takes the unique end of a path and the name of a package too', async () => {
    const { root, images } = town();
    const end = await ask(root, images, { target: 's7/h9.ts', depth: 1 });
    expect(end.ids).toEqual(['streets/s7/h9.ts', 'streets/s7/h10.ts']);
    expect(end.answer.coverage.parsed).toBeLessThan(20);
    const named = await ask(root, images, { target: '@town/s29', depth: 0 });
    expect(named.ids).toHaveLength(HOUSES);
    expect(named.answer.coverage.parsed).toBeLessThan(60);
  });

  it('reads more when the next question needs it, and all for one that rests on everything', async () => {
    const { root, images } = town();
    const first = await ask(root, images, { target: 'streets/s1/h14.ts' });
    expect(first.answer.coverage.parsed).toBe(2);
    const same = await ask(root, images, { target: 'streets/s1/h15.ts' });
    expect(same.notices).toEqual([]);
    const other = await ask(root, images, { target: 'streets/s3/h15.ts' });
    expect(other.notices).toEqual(['only a part of the project has been read so far: reading more']);
    // What the first question needed is still known.
    expect(other.answer.coverage.parsed).toBe(3);
    expect((await ask(root, images, { target: 'streets/s1/h14.ts' })).notices).toEqual([]);
    const { answer, ids } = await ask(root, images, { target: 'npm:zod', reverse: true, depth: 1 });
    expect(answer.coverage).toMatchObject({ status: 'complete', parsed: 480 });
    expect(ids).toHaveLength(1 + STREETS);
    expect((await ask(root, images, { target: 'streets/s1/h14.ts' })).notices).toEqual([]);
  });

  it('an image in a folder of the project does not make the project look changed', async () => {
    const { root } = town();
    const images = join(root, 'streets/s1/cache');
    await ask(root, images, { target: 'streets/s1/h14.ts', reverse: true });
    expect((await ask(root, images, { target: 'streets/s1/h14.ts' })).notices).toEqual([]);
    expect((await ask(root, images, { target: 'streets/s1/h14.ts', reverse: true })).notices).toEqual([]);
  });

  it('a session for many questions reads the rest first', async () => {
    const { root, images } = town();
    await ask(root, images, { target: 'streets/s1/h14.ts' });
    const session = await open({ root, imageDirectory: images });
    expect((await session.deps({ target: 'streets/s1/h14.ts' })).coverage.parsed).toBe(480);
    await session.close();
  });

  it('takes the name of a package for what it is in the whole project, though a file ends so', async () => {
    const { root, images } = town({
      'package.json': { name: 'town', workspaces: ['streets/*'], dependencies: { 'lamp.js': '^1.0.0' } },
      'streets/s1/lamp.js': '',
      'streets/s9/h1.ts': "import 'lamp.js';\n",
    });
    await ask(root, images, { target: 'streets/s1/lamp.js' });
    expect((await ask(root, images, { target: 'lamp.js' })).ids).toEqual(['npm:lamp.js']);
    rmSync(images, { recursive: true });
    expect((await ask(root, images, { target: 'lamp.js' })).ids).toEqual(['npm:lamp.js']);
  });

  it('refuses a slip without building anything', async () => {
    const { root, images } = town();
    await expect(ask(root, images, { target: 'streets/s1/h14.ts', depth: -1 })).rejects.toThrow('depth');
    await expect(open({ root, imageDirectory: images, refresh: 'never' })).rejects.toThrow('no image');
  });
});

describe('with an image, the answer about streets/s4/h12.ts', () => {
  const TARGET = { target: 'streets/s4/h12.ts' } as const;
  const REFRESHING = ['sources have changed: refreshing the image'];

  async function known(more: ProjectFiles = {}) {
    const { root, images } = town({
      'streets/s4/h15.ts': "import '~/square';\nimport './lamp.svg';\nimport './garden';\n",
      'streets/s4/garden.mts': '',
      'streets/s4/garden/bench.ts': '',
      ...more,
    });
    const session = await open({ root, imageDirectory: images });
    await session.close();
    expect((await ask(root, images, TARGET)).notices).toEqual([]);
    return { root, images };
  }

  it.each<[what: string, change: (root: string) => void]>([
    ['a file elsewhere was edited', (root) => appendFileSync(join(root, 'streets/s9/h1.ts'), "import './h9';\n")],
    ['a file came elsewhere', (root) => writeFiles(root, { 'streets/s9/h99.ts': '' })],
    ['a file went elsewhere', (root) => rmSync(join(root, 'streets/s9/h3.ts'))],
  ])('is given as it is when %s', async (_, change) => {
    const { root, images } = await known();
    change(root);
    const { notices, answer } = await ask(root, images, TARGET);
    expect(notices).toEqual([]);
    expect(answer.asOf.stale).toBe(false);
    // Who asks about everything hears of it.
    expect((await ask(root, images, { ...TARGET, reverse: true })).notices).toEqual(REFRESHING);
  });

  it.each<[what: string, change: (root: string) => void, ids: string[]]>([
    [
      'a file in it was edited',
      (root) => appendFileSync(join(root, 'streets/s4/h14.ts'), "import '../s5/h15';\n"),
      ['streets/s5/h15.ts'],
    ],
    [
      'a file came where an import looks first',
      (root) => writeFiles(root, { 'parks/square.ts': '' }),
      ['parks/square.ts'],
    ],
    [
      'a file came where an import looked last',
      (root) => writeFiles(root, { 'streets/s0/square.ts': '' }),
      ['streets/s0/square.ts'],
    ],
    ['an asset came', (root) => writeFiles(root, { 'streets/s4/lamp.svg': '<svg/>' }), ['streets/s4/lamp.svg']],
    [
      'an index file came to a folder that goes before a file of another extension',
      (root) => writeFiles(root, { 'streets/s4/garden/index.ts': '' }),
      ['streets/s4/garden/index.ts'],
    ],
    [
      'a tsconfig changed',
      (root) => writeFiles(root, { 'tsconfig.json': { compilerOptions: { paths: { '~/*': ['./streets/s8/*'] } } } }),
      ['?:~/square'],
    ],
    [
      'a tsconfig came above it',
      (root) =>
        writeFiles(root, { 'streets/s4/tsconfig.json': { compilerOptions: { paths: { '~/square': ['./h1.ts'] } } } }),
      ['streets/s4/h1.ts'],
    ],
    [
      'a manifest came with the name of what it imports',
      (root) => writeFiles(root, { 'streets/z/package.json': { name: '~/square', main: '../s4/h2.ts' } }),
      ['?:~/square'],
    ],
  ])('is a new one when %s', async (_, change, ids) => {
    const { root, images } = await known();
    change(root);
    const again = await ask(root, images, TARGET);
    expect(again.notices).toEqual(REFRESHING);
    expect(again.ids).toEqual(expect.arrayContaining(ids));
    expect((await ask(root, images, TARGET)).notices).toEqual([]);
  });

  it('knows what a name is that comes from beyond the depth asked for, and hears when that changes', async () => {
    const { root, images } = await known({
      'streets/s4/h12.ts': "import { Lamp } from './lamps/index';\nexport { Lamp };\n",
      'streets/s4/lamps/index.ts': "export * from './lamp';\n",
      'streets/s4/lamps/lamp.ts': 'export interface Lamp {}\n',
    });
    const kinds = async (folder: string) => {
      const { answer, notices } = await ask(root, folder, { ...TARGET, depth: 1 });
      return { kinds: answer.result.edges.map((edge) => edge.kinds), notices: notices.length };
    };
    expect(await kinds(images)).toEqual({ kinds: [['type']], notices: 0 });
    expect(await kinds(projectOf({}))).toEqual({ kinds: [['type']], notices: 1 });
    writeFiles(root, { 'streets/s4/lamps/lamp.ts': 'export class Lamp {}\n' });
    expect(await kinds(images)).toEqual({ kinds: [['static']], notices: 1 });
    writeFiles(root, { 'streets/s4/lamps/lamp.d.ts': '', 'streets/s4/lamps/lamp/index.ts': '' });
    expect(await kinds(images)).toEqual({ kinds: [['static']], notices: 1 });
  });

  it.each([
    ['what an import leads to hands it on', './sign'],
    ['what an import leads to is JavaScript', './lamp.js'],
  ])('is a new one when the kind of an import changes elsewhere: %s', async (_, specifier) => {
    const { root, images } = await known({
      'streets/s4/h12.ts': `import { Sign } from '${specifier}';\nexport { Sign };\n`,
      'streets/s4/sign.ts': "export * from './paint';\n",
      'streets/s4/lamp.js': '',
      'streets/s4/lamp.d.ts': "export * from './paint';\n",
      'streets/s4/paint.ts': 'export const Sign = 1;\n',
    });
    const question = { ...TARGET, depth: 1 };
    const before = await ask(root, images, question);
    expect(before.notices).toEqual([]);
    expect(before.answer.result.edges.map(({ kinds }) => kinds)).toEqual([['static']]);
    writeFiles(root, { 'streets/s4/paint.ts': 'export interface Sign {}\n' });
    const after = await ask(root, images, question);
    expect(after.answer.result.edges.map(({ kinds }) => kinds)).toEqual([['type']]);
  });

  it('is a new one when a manifest comes above a file that it names', async () => {
    const { root, images } = await known({
      'streets/s4/h12.ts': "import '../../parks/maps/town/plan.json';\n",
      'parks/maps/town/plan.json': '{}',
    });
    const packageOfPlan = async () =>
      (await ask(root, images, TARGET)).answer.result.nodes.find(({ kind }) => kind === 'json')?.package;
    expect(await packageOfPlan()).toBe('town');
    writeFiles(root, { 'parks/maps/package.json': { name: 'maps' } });
    expect(await packageOfPlan()).toBe('maps');
  });

  it('is a new one when a package appears somewhere whose name no manifest declares', async () => {
    const { root, images } = await known({
      'package.json': { name: 'town' },
      'streets/s4/h12.ts': "import 'weather';\n",
      'parks/maps/town/rain.ts': '',
    });
    expect((await ask(root, images, TARGET)).ids).toContain('?:weather');
    writeFiles(root, { 'parks/maps/town/package.json': { name: 'weather', main: 'rain.ts' } });
    expect((await ask(root, images, TARGET)).ids).toContain('parks/maps/town/rain.ts');
  });

  it('is not taken from an image that another build put there in the meantime', async () => {
    const { root, images } = await known();
    const other = await known({ 'streets/s4/h12.ts': '' });
    const notices: string[] = [];
    let image = join(other.images, 'image.bin');
    const load = async () => {
      const runner = inProcessRunner(image);
      image = join(images, 'image.bin');
      return runner;
    };
    const project = {
      root,
      directory: imageDirectory(root, images),
      load,
      onNotice: (text: string) => notices.push(text),
    };
    const { envelope } = await freshAnswer(project, 'deps', TARGET);
    expect(notices).toEqual(REFRESHING);
    expect(isErrorEnvelope(envelope) ? [] : (envelope.result as DepsResult).edges).not.toEqual([]);
  });

  it('is an error when the file is gone, and the moved one is found', async () => {
    const { root, images } = await known();
    renameSync(join(root, 'streets/s4/h12.ts'), join(root, 'streets/s4/moved.ts'));
    await expect(ask(root, images, TARGET)).rejects.toThrow('nothing is named');
    expect((await ask(root, images, { target: 's4/moved.ts' })).ids[0]).toBe('streets/s4/moved.ts');
  });

  it('is an error when the rules are none, and no longer when they are mended', async () => {
    const config = (rules: readonly object[]) => ({ 'introspect.config.json': { check: { rules } } });
    const root = projectOf({ 'package.json': {}, 'door.ts': '', ...config([]) });
    const images = projectOf({});
    const check = async (params: object = {}) => {
      const session = await open({ root, imageDirectory: images, refresh: 'lazy' });
      const answer = await session.query('check', { ...params });
      await session.close();
      return isErrorEnvelope(answer) ? answer.error.code : answer.result;
    };
    const rule = (name: string, modules: string) => ({ name, type: 'no-orphans', modules });
    expect(await check()).toBe('CONDUIT_NO_RULES');
    writeFiles(root, config([rule('doors', 're:(')]));
    expect(await check()).toBe('CONDUIT_BAD_CONFIG');
    writeFiles(root, config([rule('doors', '**')]));
    expect(await check()).toMatchObject({ counts: { error: 1 } });
    expect(await check({ rules: ['windows'] })).toBe('CONDUIT_BAD_PARAMS');
    writeFiles(root, config([rule('windows', '**')]));
    expect(await check({ rules: ['windows'] })).toMatchObject({ counts: { error: 1 } });
  });

  it('is checked against everything while a folder is too young to be judged by its time', async () => {
    const { root, images } = await known();
    const soon = Date.now() / 1000 + 3600;
    utimesSync(join(root, 'streets/s4'), soon, soon);
    expect((await ask(root, images, TARGET)).notices).toEqual(REFRESHING);
    mkdirSync(join(root, 'streets/s11/new'));
    expect((await ask(root, images, TARGET)).notices).toEqual(REFRESHING);
  });
});

describe('about symbols', () => {
  const READING = ['only a part of the project has been read so far: reading more'];

  it.each([
    ['refs', { symbol: 's28/h5.ts#door' }],
    ['deps', { target: 's28/h5.ts#door', level: 'symbol', reverse: true }],
    ['why', { from: 's26/h0.ts', to: 's28/h5.ts#door', level: 'symbol' }],
  ])('%s rests on the whole project: what was left unread is read, and edits are seen', async (query, params) => {
    const { root, images } = town();
    const notices: string[] = [];
    const once = async () => {
      notices.splice(0);
      const session = await open({
        root,
        imageDirectory: images,
        refresh: 'lazy',
        onNotice: (text) => notices.push(text),
      });
      return JSON.stringify((await session.query(query, params)) as Envelope);
    };
    await ask(root, images, { target: 'streets/s4/h12.ts' });
    const first = await once();
    expect(notices).toEqual(READING);
    expect(first).toContain('streets/s26/h0.ts');
    expect(await once()).toBe(first);
    expect(notices).toEqual([]);
    appendFileSync(join(root, 'streets/s26/h0.ts'), "import { door } from '@town/s28';\nexport const mine = door;\n");
    expect(await once()).toContain('streets/s26/h0.ts#mine');
    expect(notices).toEqual(['sources have changed: refreshing the image']);
  });

  it('are read when the first question is about them, and kept up to date from then on', async () => {
    const { root, images } = town();
    const directory = imageDirectory(root, images);
    const fingerprintOf = async (query: string, params: Record<string, unknown>): Promise<string> => {
      const session = await open({ root, imageDirectory: images, refresh: 'lazy' });
      const envelope = (await session.query(query, params)) as Envelope;
      return envelope.asOf.fingerprint;
    };
    // About the graph, and about all of it: nobody waits for symbols.
    const graphAlone = await fingerprintOf('deps', { target: 'streets/s4/h12.ts', reverse: true });
    expect(readBuildState(directory.state)?.symbols).toBe(false);
    const withSymbols = await fingerprintOf('refs', { symbol: 's28/h5.ts#door' });
    expect(withSymbols).not.toBe(graphAlone);
    expect(await fingerprintOf('deps', { target: 'streets/s4/h12.ts', reverse: true })).toBe(withSymbols);

    appendFileSync(join(root, 'streets/s26/h0.ts'), 'export const mine = 1;\n');
    const edited = await fingerprintOf('deps', { target: 'streets/s26/h0.ts' });
    expect(readBuildState(directory.state)?.symbols).toBe(true);
    // What a build gives that reads everything at once.
    expect((await buildImage(root, { imageDirectory: projectOf({}) })).fingerprint).toBe(edited);
  });
});

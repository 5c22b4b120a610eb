import type * as piscina from 'piscina';
import type { Piscina } from 'piscina';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { type Envelope, type ErrorEnvelope, isErrorEnvelope } from '../../../src/base/envelope.ts';
import { errorEnvelope } from '../../../src/base/errors.ts';
import type { DepsResult } from '../../../src/queries/deps.ts';
import { queriedSections } from '../../../src/queries/registry.ts';
import { buildImage } from '../../../src/session/node/build/build-image.ts';
import { openImageFile } from '../../../src/session/node/image-file.ts';
import { inProcessRunner } from '../../../src/session/node/in-process-runner.ts';
import { poolRunner } from '../../../src/session/node/pool-runner.ts';
import { createQueryPool } from '../../../src/session/node/query-pool.ts';
import type { Runner } from '../../../src/session/node/runner.ts';
import { type ProjectFiles, projectOf } from '../../builders/project.ts';

/** The thread pools that were made, so that a test can end one of their threads. */
const pools: Piscina[] = [];
vi.mock('piscina', async (importOriginal) => {
  const original = await importOriginal<typeof piscina>();
  class Watched extends original.Piscina {
    constructor(...parameters: ConstructorParameters<typeof original.Piscina>) {
      super(...parameters);
      pools.push(this as unknown as Piscina);
    }
  }
  return { ...original, Piscina: Watched };
});

const running: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const runner of running.splice(0)) await runner.close();
  pools.length = 0;
});
const untilEnd = <Closable extends { close(): Promise<void> }>(closable: Closable): Closable => {
  running.push(closable);
  return closable;
};

/** A till that imports its rules, `rules` of them, each of which imports the next. */
function tillWith(rules: number): ProjectFiles {
  const chain = Array.from(
    { length: rules },
    (_, i) => [`rules/rule-${i}.ts`, `import './rule-${i + 1}.ts';\n`] as const,
  );
  return { 'till.ts': "import './rules/rule-0.ts';\n", ...Object.fromEntries(chain) };
}

async function imageOf(files: ProjectFiles): Promise<{ image: string; fingerprint: string }> {
  return buildImage(projectOf(files), { workers: 1 });
}

const ALL = { query: 'deps', params: { target: 'till.ts', depth: 'all' }, stale: false };
const modulesIn = (envelope: Envelope | ErrorEnvelope) => ((envelope as Envelope).result as DepsResult).nodes.length;

describe('an answer', () => {
  it('is the same from the pool as from this thread, refusals included', async () => {
    const { image } = await imageOf(tillWith(12));
    const here = inProcessRunner(image);
    const pool = untilEnd(poolRunner(image, 2));
    const targets = ['till.ts', 'rule-3.ts', 'rules/rule-11.ts', 'nowhere.ts', ''];
    for (const target of targets) {
      for (const rest of [{}, { depth: 1 }, { reverse: true, depth: 'all' }, { kinds: ['type'] }, { depth: 'deep' }]) {
        const task = { query: 'deps', params: { target, ...rest }, stale: false };
        const [local, pooled] = [await here.run(task), await pool.run(task)];
        expect(JSON.stringify(pooled.envelope)).toBe(JSON.stringify(local.envelope));
      }
    }
    const shelf = await imageOf({
      'shelf.ts': 'export class Shelf {\n  fill() {}\n}\n',
      'shop.ts': "import { Shelf } from './shelf';\nexport const stock = () => new Shelf().fill();\n",
    });
    const [hereToo, poolToo] = [inProcessRunner(shelf.image), untilEnd(poolRunner(shelf.image, 2))];
    for (const query of ['symbol', 'refs', 'callers', 'callees', 'implementations']) {
      const task = { query, params: { symbol: 'Shelf.fill' }, stale: false };
      const [local, pooled] = [await hereToo.run(task), await poolToo.run(task)];
      expect(JSON.stringify(pooled.envelope)).toBe(JSON.stringify(local.envelope));
      expect(isErrorEnvelope(pooled.envelope)).toBe(false);
    }
    const unknown = { query: 'dpes', params: {}, stale: false };
    expect((await pool.run(unknown)).envelope).toEqual((await here.run(unknown)).envelope);
  });

  it('comes out of WebAssembly, and a pooled one out of another thread', async () => {
    const { image } = await imageOf(tillWith(3));
    const local = (await inProcessRunner(image).run(ALL)).stats;
    expect(local).toMatchObject({ kernelCalls: expect.toSatisfy((calls: number) => calls > 0) as number });
    const main = local.threadId;
    const pool = untilEnd(poolRunner(image, 2));
    const answers = await Promise.all(Array.from({ length: 50 }, () => pool.run(ALL)));
    for (const { stats } of answers) {
      expect(stats.kernelCalls).toBeGreaterThan(0);
      expect(stats.threadId).not.toBe(0);
      expect(stats.threadId).not.toBe(main);
    }
  });
});

describe('while images are replaced', () => {
  it('every one of hundreds of answers is wholly of the image whose fingerprint it carries', async () => {
    const versions = [await imageOf(tillWith(20)), await imageOf(tillWith(24))];
    const expected = new Map<string, string>();
    for (const { image, fingerprint } of versions) {
      expected.set(fingerprint, JSON.stringify((await inProcessRunner(image).run(ALL)).envelope));
    }
    const pool = untilEnd(poolRunner(versions[1]?.image ?? '', 2));
    const seen = new Set<string>();
    for (let round = 0; round < 40; round++) {
      const asked = Array.from({ length: 100 }, () => pool.run(ALL));
      // While they run, and more often than there are slots.
      for (let swap = 0; swap < 3; swap++) await pool.replace(versions[(round + swap) % 2]?.image ?? '');
      for (const { envelope } of await Promise.all(asked)) {
        const { fingerprint } = (envelope as Envelope).asOf;
        seen.add(fingerprint);
        expect(JSON.stringify(envelope)).toBe(expected.get(fingerprint));
      }
    }
    expect(seen.size).toBe(2);
    expect(pools, 'both images fit into one memory').toHaveLength(1);
  });

  it('an answer asked for after the replacement is of the new image', async () => {
    const versions = [await imageOf(tillWith(3)), await imageOf(tillWith(4))];
    const pool = untilEnd(poolRunner(versions[0]?.image ?? '', 2));
    for (let round = 1; round < 40; round++) {
      const version = versions[round % 2];
      await pool.replace(version?.image ?? '');
      expect(pool.fingerprint).toBe(version?.fingerprint);
      expect((await pool.run(ALL)).envelope).toMatchObject({ asOf: { fingerprint: version?.fingerprint } });
    }
  });

  it('a larger image than the memory was planned for gets a new pool, and what was asked before is still answered', async () => {
    const [small, large] = [await imageOf(tillWith(2)), await imageOf(tillWith(60))];
    const pool = untilEnd(poolRunner(small.image, 2));
    const before = Array.from({ length: 100 }, () => pool.run(ALL));
    await pool.replace(large.image);
    const after = Array.from({ length: 100 }, () => pool.run(ALL));
    for (const { envelope } of await Promise.all(before)) expect(modulesIn(envelope)).toBe(4);
    for (const { envelope } of await Promise.all(after)) expect(modulesIn(envelope)).toBe(62);
    expect(pools).toHaveLength(2);
    expect(pools[0]?.threads).toHaveLength(0);
  });

  it('a damaged image is refused, and the old one goes on answering', async () => {
    const { image, fingerprint } = await imageOf(tillWith(4));
    const pool = untilEnd(poolRunner(image, 1));
    await expect(pool.replace(`${image}.gone`)).rejects.toMatchObject({ code: 'CONDUIT_IMAGE_MISSING' });
    expect(pool.fingerprint).toBe(fingerprint);
    expect(modulesIn((await pool.run(ALL)).envelope)).toBe(6);
  });
});

describe('a worker that dies', () => {
  const answersAgain = async (pool: Runner) => {
    const answers = await Promise.all(Array.from({ length: 40 }, () => pool.run(ALL)));
    return answers.map(({ envelope }) => modulesIn(envelope));
  };

  it('fails what it was doing with a code, is replaced, and blocks no later replacement of the image', async () => {
    const versions = [await imageOf(tillWith(8)), await imageOf(tillWith(9))];
    const pool = untilEnd(poolRunner(versions[1]?.image ?? '', 2));
    for (let death = 0; death < 6; death++) {
      const asked = Array.from({ length: 200 }, () => pool.run(ALL));
      const [victim] = pools[0]?.threads ?? [];
      const old = victim?.threadId;
      await victim?.terminate();
      for (const { envelope } of await Promise.all(asked)) {
        if ('error' in envelope) expect(envelope.error.code).toBe('CONDUIT_QUERY_FAILED');
        else expect([10, 11]).toContain(modulesIn(envelope));
      }
      // Twice, so that every slot is needed: a reader that is counted for ever would hold one of them.
      for (const { image } of versions) await pool.replace(image);
      expect(await answersAgain(pool)).toEqual(Array.from({ length: 40 }, () => 11));
      const threads = pools[0]?.threads.map(({ threadId }) => threadId) ?? [];
      expect(threads).toHaveLength(2);
      expect(threads).not.toContain(old);
    }
  });

  it('in the middle of a query lets go of the image that it was reading', async () => {
    const versions = [await imageOf(tillWith(300)), await imageOf(tillWith(301))];
    const sources = versions.map(({ image }) => openImageFile(image));
    const pool = untilEnd(createQueryPool(sources[1] as (typeof sources)[0], queriedSections(), 1));
    for (let death = 0; death < 10; death++) {
      const asked = Array.from({ length: 16 }, () =>
        pool.run(ALL).catch((error: unknown) => ({ envelope: errorEnvelope(error) })),
      );
      // Long enough after the first answer to be inside one of the others.
      await Promise.race(asked);
      await pools[0]?.threads[0]?.terminate();
      for (const source of [...sources, ...sources]) expect(await pool.publish(source)).toBe(true);
      await Promise.all(asked);
    }
    expect(modulesIn((await pool.run(ALL)).envelope)).toBe(303);
    for (const source of sources) source.close();
  });
});

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Packr } from 'msgpackr';
import { expect, it, onTestFinished } from 'vitest';
import { decompressBlock } from '../src/base/blocks/decompress-block.ts';
import { EXCERPT_DICTIONARY } from '../src/base/blocks/excerpt-dictionary.ts';
import { type PackedFacts, unpackFacts } from '../src/facts/packed-facts.ts';
import { QUERIES } from '../src/queries/registry.ts';
import { loadInProcess } from '../src/session/node/load-in-process.ts';
import { open } from '../src/session/node/open.ts';
import { listen } from '../src/surfaces/http/listen.ts';
import { createServer } from '../src/surfaces/http/server.ts';
import { CANARIES, CANARY_PROJECT } from './builders/canaries.ts';
import { contentOf } from './builders/image-content.ts';
import { introspect } from './builders/introspect-process.ts';
import { projectOf } from './builders/project.ts';

/** Each canary that a text holds, as it stands or encoded once more. */
function canariesIn(text: string): string[] {
  return CANARIES.filter((secret) => {
    const base64 = Buffer.from(secret).toString('base64').replace(/=+$/, '').slice(0, -1);
    return [secret, JSON.stringify(secret).slice(1, -1), encodeURIComponent(secret), base64].some((form) =>
      text.includes(form),
    );
  });
}

interface Question {
  readonly query: string;
  readonly params: Readonly<Record<string, string>>;
}

async function indexedProject(): Promise<{ root: string; said: string }> {
  const root = projectOf(CANARY_PROJECT);
  const { stdout, stderr, code } = await introspect(['index'], { cwd: root });
  expect(code).toBe(0);
  return { root, said: stdout + stderr };
}

it('the project has all of them, and our way to look for them finds them', () => {
  const files = Object.values(CANARY_PROJECT).map((content) =>
    typeof content === 'string' ? content : JSON.stringify(content),
  );
  expect(canariesIn(files.join('\n'))).toEqual(CANARIES);
  expect(canariesIn(Buffer.from(CANARIES[3] ?? '').toString('base64'))).toEqual([CANARIES[3]]);
});

it('no secret is in anything that a build leaves behind', async () => {
  const { root, said } = await indexedProject();
  const folder = join(root, '.introspect');
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8', withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  expect(files.map(({ name }) => name)).toEqual(
    expect.arrayContaining(['image.bin', 'facts.bin', 'links.bin', 'state.bin', 'symbol-links.bin']),
  );
  for (const { parentPath, name } of files) {
    const bytes = readFileSync(join(parentPath, name));
    for (const encoding of ['utf8', 'latin1', 'utf16le'] as const)
      expect(canariesIn(bytes.toString(encoding)), name).toEqual([]);
  }
  expect(canariesIn(said)).toEqual([]);

  const { image } = loadInProcess(join(folder, 'image.bin'));
  const content = JSON.stringify(contentOf(image));
  expect(content).toContain('[redacted: ');
  expect(content.match(/"omittedLines":/g)?.length).toBeGreaterThan(100);
  expect(canariesIn(content)).toEqual([]);

  const cache = new Packr({ moreTypes: true }).unpack(readFileSync(join(folder, 'facts.bin')).subarray(4)) as {
    batches: PackedFacts[];
  };
  const facts = cache.batches.flatMap(unpackFacts);
  const blocks = facts.flatMap(({ excerpts }) =>
    excerpts ? [decompressBlock(excerpts.block, excerpts.length, EXCERPT_DICTIONARY)] : [],
  );
  expect(blocks.length).toBeGreaterThan(CANARIES.length / 2);
  expect(canariesIn(blocks.map((block) => new TextDecoder().decode(block ?? undefined)).join('\n'))).toEqual([]);
  expect(canariesIn(JSON.stringify(facts))).toEqual([]);
});

it('no secret is in an answer, on any surface', async () => {
  const { root } = await indexedProject();
  const session = await open({ root });
  const server = createServer(session);
  onTestFinished(async () => {
    await server.close();
    await session.close();
  });
  const { image } = loadInProcess(join(root, '.introspect/image.bin'));
  const ids = Array.from({ length: image.symbols.count }, (_, symbol) => image.symbols.idOf(symbol));
  const modules = ids.filter((id) => !id.includes('#'));
  const questions = QUERIES.flatMap(({ name }): Question[] => {
    if (name === 'graph')
      return [
        { query: name, params: {} },
        { query: name, params: { level: 'package' } },
      ];
    if (name === 'deps') return modules.map((target) => ({ query: name, params: { target, depth: 'all' } }));
    if (name === 'why') return modules.map((to) => ({ query: name, params: { from: 'src/main.ts', to } }));
    return ids.map((symbol) => ({ query: name, params: { symbol } }));
  });
  const answers = await Promise.all(questions.map(({ query, params }) => session.query(query, params)));
  expect(canariesIn(JSON.stringify(answers))).toEqual([]);
  expect(JSON.stringify(answers)).toContain('[redacted: ');

  const address = await listen(server, '127.0.0.1', 0);
  for (const { query, params } of questions.filter((_, at) => at % 7 === 0)) {
    const response = await fetch(`${address}/v1/${query}?${new URLSearchParams(params)}`);
    expect(canariesIn(await response.text())).toEqual([]);
  }

  const stdin = questions.map((question) => JSON.stringify(question)).join('\n');
  const lines: readonly [readonly string[], string?][] = [
    [['query', '--stdin'], stdin],
    [['doctor']],
    [['doctor', '--json']],
    [['graph']],
    [['graph', '--format', 'csv']],
    [['deps', 'src/main.ts']],
    [['symbol', 'sail1']],
    [['symbol', 'Ship2', '--format', 'csv']],
    [['refs', 'codes3']],
    [['index', '--cold']],
  ];
  for (const [args, input] of lines) {
    const { stdout, stderr } = await introspect(args, { cwd: root, stdin: input ?? '' });
    expect(canariesIn(stdout + stderr), args.join(' ')).toEqual([]);
    expect(stdout.length, args.join(' ')).toBeGreaterThan(20);
  }
});

/** Graphs of unusual shape: what is recursive in another tool overflows on them, what is quadratic does not end. */
import { expect, it, vi } from 'vitest';
import { filesOf, indexed } from '../builders/indexed-project.ts';
import { introspect } from '../builders/introspect-process.ts';

// These write and read thousands of files: on a machine that does other things too they take their time.
vi.setConfig({ testTimeout: 180_000 });

it('a chain of 5,000 imports is followed to its end, drawn and printed', async () => {
  const last = 4_999;
  const project = await indexed(
    filesOf(last + 1, (number) => [`link${number}.ts`, number === last ? '' : `import './link${number + 1}.ts';\n`]),
  );
  const { nodes, edges } = project.ask({ target: 'link0.ts', depth: 'all' });
  expect([nodes.length, edges.length, nodes.at(-1)?.depth]).toEqual([last + 1, last, last]);
  expect(project.ask({ target: `link${last}.ts`, depth: 'all', reverse: true }).nodes).toHaveLength(last + 1);
  const { truncated, result } = JSON.parse(
    (await introspect(['deps', 'link0.ts', '--format', 'json'], { cwd: project.root })).stdout,
  ) as { truncated: string; result: { nodes: unknown[] } };
  expect([truncated, result.nodes.length]).toEqual(['depth', 11]);
  const drawn = await introspect(['deps', 'link0.ts', '--depth', 'all'], { cwd: project.root });
  expect([drawn.code, drawn.stderr]).toEqual([0, expect.stringMatching(/^5000 nodes, 4999 edges/)]);
  expect(drawn.stdout).toContain(`link${last}.ts`);
});

it('a file that imports itself is its own neighbour, once', async () => {
  const project = await indexed({ 'mirror.ts': "import * as self from './mirror.ts';\nexport { self };\n" });
  const { nodes, edges } = project.ask({ target: 'mirror.ts', depth: 'all' });
  expect(nodes.map(({ id, depth }) => [id, depth])).toEqual([['mirror.ts', 0]]);
  expect(edges.map(({ from, to }) => [from, to])).toEqual([['mirror.ts', 'mirror.ts']]);
  expect(project.ask({ target: 'mirror.ts', depth: 'all', reverse: true }).edges).toHaveLength(1);
});

it('10,000 cycles are 10,000, each apart from the others', async () => {
  const pairs = 10_000;
  // A hundred to a folder, so that the file system is not what is tested.
  const folder = (number: number) => `ring${Math.floor(number / 100)}`;
  const apart = await indexed({
    ...filesOf(pairs, (number) => [`${folder(number)}/a${number}.ts`, `import './b${number}.ts';\n`]),
    ...filesOf(pairs, (number) => [`${folder(number)}/b${number}.ts`, `import './a${number}.ts';\n`]),
  });
  expect(apart.summary).toMatchObject({ files: 2 * pairs, edges: 2 * pairs, cycles: pairs });
  expect(apart.ask({ target: 'ring7/a700.ts', depth: 'all' }).nodes.map(({ id }) => id)).toEqual([
    'ring7/a700.ts',
    'ring7/b700.ts',
  ]);
});

it('150 files that all import each other are one cycle', async () => {
  const count = 150;
  const everyOther = (number: number) =>
    Array.from({ length: count }, (_, other) => (other === number ? '' : `import './k${other}.ts';\n`)).join('');
  const project = await indexed(filesOf(count, (number) => [`k${number}.ts`, everyOther(number)]));
  expect(project.summary).toMatchObject({ edges: count * (count - 1), cycles: 1 });
  expect(project.ask({ target: 'k0.ts', depth: 1 }).nodes).toHaveLength(count);
});

it('20,000 imports in one file, half of which lead nowhere', async () => {
  const half = 10_000;
  const lines = Array.from(
    { length: half },
    (_, number) => `import './part${number % 50}.ts';\nimport './gone${number}.ts';\n`,
  );
  const project = await indexed({
    'barrel.ts': lines.join(''),
    ...filesOf(50, (number) => [`part${number}.ts`, '']),
  });
  expect(project.coverage).toMatchObject({ failed: 0, unresolved: { 'file-not-found': half } });
  expect(project.unresolved).toHaveLength(half);
  const { edges } = project.ask({ target: 'barrel.ts', depth: 1 });
  expect(edges).toHaveLength(50 + half);
  expect(edges.find(({ to }) => to === 'part49.ts')?.sites).toHaveLength(half / 50);
});

// Does a fresh checkout work? Builds everything, indexes a fixture, and has one query answered by a Wasm kernel inside a pool worker.
// Passes or fails; takes no options and needs no network.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const packageRoot = fileURLToPath(new URL('..', import.meta.url));
execFileSync(process.execPath, [join(packageRoot, 'scripts/build.mjs')], { stdio: 'inherit' });
const { open } = await import('../dist/src/index.js');

const project = mkdtempSync(join(tmpdir(), 'conduit-first-run-'));
try {
  cpSync(join(packageRoot, 'fixtures/shop'), project, { recursive: true });
  const session = await open({ root: project, refresh: 'force', pool: { workers: 1 } });
  const { envelope, stats } = await session.run('deps', { target: 'src/index.ts', depth: 'all' });
  await session.close();

  assert.ok(stats.kernelCalls > 0, 'the answer took no call into WebAssembly');
  assert.notEqual(stats.threadId, 0, 'the answer came from the main thread');
  const { result } = envelope;
  const answered = result.nodes.map(({ id, depth }) => `${depth} ${id}`);
  assert.deepEqual(answered, EXPECTED());
  console.log(
    `first run: ${answered.length} nodes, ${result.edges.length} edges, ${stats.kernelCalls} kernel call in thread ${stats.threadId}: as expected`,
  );
} finally {
  rmSync(project, { recursive: true, force: true });
}

function EXPECTED() {
  return [];
}

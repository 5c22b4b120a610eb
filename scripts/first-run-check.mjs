// Does a fresh checkout work? Builds everything, indexes a fixture, and has one query answered by a Wasm kernel inside a pool worker.
// Passes or fails; takes no options and needs no network.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

// Depth and id of everything that the fixture's entry reaches.
const EXPECTED = [
  '0 src/index.ts',
  '1 node:http',
  '1 src/storefront/admin.ts',
  '1 src/storefront/checkout.ts',
  '1 src/storefront/listing.ts',
  '2 src/catalogue/index.ts',
  '2 src/catalogue/product.ts',
  '2 src/orders/history.ts',
  '2 src/orders/order.ts',
  '3 node:fs',
  '3 npm:zod',
  '3 src/cart/cart.ts',
  '3 src/catalogue/search.ts',
  '3 src/money.ts',
  '3 src/payment/index.ts',
  '4 src/cart/discount.ts',
  '4 src/catalogue/stock.json',
  '4 src/payment/card.ts',
  '5 ?:./loyalty.ts',
  '5 node:crypto',
];

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
  assert.deepEqual(answered, EXPECTED);
  console.log(
    `first run: ${answered.length} nodes, ${result.edges.length} edges, ${stats.kernelCalls} kernel call in thread ${stats.threadId}: as expected`,
  );
} finally {
  rmSync(project, { recursive: true, force: true });
}

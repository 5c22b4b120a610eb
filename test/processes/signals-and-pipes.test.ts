import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { CLI, introspect } from '../builders/introspect-process.ts';
import { projectOf, SHOP, writeFiles } from '../builders/project.ts';

/** Enough sources that a build takes a while. */
function largeProject(): string {
  const files: Record<string, string> = {};
  const body = 'export const total = (prices: number[]) => prices.reduce((sum, price) => sum + price, 0);\n'.repeat(60);
  for (let i = 0; i < 1200; i++) files[`src/order-${i}.ts`] = `import './order-${i + 1}.ts';\n${body}`;
  return projectOf({ 'package.json': { name: 'orders' }, ...files });
}

it('ends on Ctrl-C while it builds, and leaves the old image whole', async () => {
  const root = largeProject();
  expect((await introspect(['index'], { cwd: root })).code).toBe(0);
  const image = readFileSync(join(root, '.introspect/image.bin'));
  writeFiles(root, { 'src/order-0.ts': "import './order-7.ts';\n" });
  const outcome = await introspect(['index', '--cold'], {
    cwd: root,
    // As soon as it parses: after a fixed time a fast machine would be done, and a slow one not begun.
    during: (child) =>
      void child.stderr?.on('data', (chunk) => {
        if (String(chunk).includes('parse')) child.kill('SIGINT');
      }),
  });
  expect(outcome.code).toBe(130);
  expect(outcome.stderr).not.toMatch(/\n\s+at /);
  expect(readFileSync(join(root, '.introspect/image.bin')).equals(image)).toBe(true);
  expect(readdirSync(join(root, '.introspect/running'))).toEqual([]);
  expect((await introspect(['deps', 'order-0.ts', '--depth', '1'], { cwd: root })).stdout).toContain('src/order-7.ts');
});

it('ends quietly when the reader of its answer has seen enough', async () => {
  const root = largeProject();
  expect((await introspect(['index'], { cwd: root })).code).toBe(0);
  const script = `"${process.execPath}" "${CLI}" deps src/order-0.ts --depth all --json | head -n 3; echo "status \${PIPESTATUS[0]}"`;
  const { stdout, stderr } = spawnSync('bash', ['-c', script], { cwd: root, encoding: 'utf8' });
  expect(stdout).toContain('status 0');
  expect(stderr).not.toMatch(/EPIPE|\n\s+at /);
});

it.skipIf(!existsSync('/dev/full'))('does not end well when its answer cannot be written whole', async () => {
  const root = projectOf(SHOP);
  expect((await introspect(['index'], { cwd: root })).code).toBe(0);
  const script = `"${process.execPath}" "${CLI}" deps cart/src/index.ts`;
  const full = spawnSync('bash', ['-c', `${script} > /dev/full`], { cwd: root, encoding: 'utf8' });
  expect(full.status).toBe(4);
  expect(full.stderr).toContain('error: standard output cannot be written (ENOSPC)\n');
  expect(full.stderr).not.toMatch(/\n\s+at /);
  // What is only told beside the answer may be lost; the answer may not.
  const mute = spawnSync('bash', ['-c', `${script} 2> /dev/full`], { cwd: root, encoding: 'utf8' });
  expect(mute).toMatchObject({ status: 0, stdout: expect.stringContaining('packages/prices/src/index.ts') });
});

it('serves on loopback until Ctrl-C', async () => {
  const root = projectOf(SHOP);
  const answers: unknown[] = [];
  const outcome = await introspect(['serve', '--port', '0'], {
    cwd: root,
    during(child) {
      let said = '';
      child.stderr?.on('data', async (chunk) => {
        said += chunk;
        const url = /http:\/\/127\.0\.0\.1:\d+/.exec(said)?.[0];
        if (!url || answers.length > 0) return;
        answers.push(await (await fetch(`${url}/healthz`)).json());
        answers.push(await (await fetch(`${url}/v1/deps?target=@shop/cart&depth=1`)).json());
        child.kill('SIGINT');
      });
    },
  });
  expect(answers[0]).toMatchObject({ status: 'ok' });
  expect(answers[1]).toMatchObject({ query: 'deps', result: { root: '@shop/cart' } });
  // To be told to stop is how a server ends well.
  expect(outcome.code).toBe(0);
});

it.each(['0.0.0.0', '192.0.2.1', 'example.org'])('does not serve on %s', async (host) => {
  const outcome = await introspect(['serve', '--port', '0', '--host', host], { cwd: projectOf(SHOP) });
  expect(outcome).toMatchObject({ code: 2, signal: null, stderr: expect.stringContaining('CONDUIT_ADDRESS') });
});

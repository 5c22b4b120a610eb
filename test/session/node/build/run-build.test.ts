import { statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { buildConfig } from '../../../../src/session/node/build/build-config.ts';
import type { BuildRequest, ChildMessage } from '../../../../src/session/node/build/messages.ts';
import { runBuild } from '../../../../src/session/node/build/run-build.ts';
import {
  createScratchFolder,
  ensureImageDirectory,
  imageDirectory,
} from '../../../../src/session/node/image-directory.ts';
import { createNotes, readNotes } from '../../../../src/session/node/in-flight-notes.ts';
import { readBuiltProject } from '../../../builders/built-project.ts';
import { type ProjectFiles, projectOf, SHOP } from '../../../builders/project.ts';

/** What the supervisor would ask for. */
function requestFor(files: ProjectFiles, rest: Partial<BuildRequest> = {}): BuildRequest {
  const root = projectOf(files);
  const directory = imageDirectory(root);
  ensureImageDirectory(directory);
  const scratch = createScratchFolder(directory);
  createNotes(join(scratch, 'in-flight'), 2);
  const { build: config, check } = buildConfig({});
  const fixed = { root, imageDirectory: directory.path, config, check, configHash: '', cold: false, scratch };
  return { ...fixed, excluded: [], suspects: [], forward: null, symbols: true, workers: 2, ...rest };
}

const silent = async (): Promise<void> => {};

describe('what the child says', () => {
  it('is its progress, phase by phase, and the list of what it parses', async () => {
    const said: ChildMessage[] = [];
    const summary = await runBuild(requestFor(SHOP), async (message) => void said.push(message));
    const phases = said.flatMap((message) => (message.type === 'progress' ? [message.progress.phase] : []));
    expect([...new Set(phases)]).toEqual(['scan', 'parse', 'link', 'write']);
    const sources = Object.keys(SHOP).filter((path) => path.endsWith('.ts'));
    // In the order in which the folders were listed.
    const parsed = said.flatMap((message) => (message.type === 'parsing' ? message.paths : []));
    expect(parsed.sort()).toEqual(sources.sort());
    expect(summary).toMatchObject({ files: 3, parsed: 3, failed: 0, reused: 0, packages: 2, cycles: 0, failures: [] });
    expect(summary.bytes).toBe(statSync(summary.image).size);
  });

  it('has left before the first file is parsed: without the list nobody could say which file killed the child', async () => {
    const request = requestFor(SHOP);
    let parsed = 0;
    let parsedWhenListed = -1;
    await runBuild(request, async (message) => {
      if (message.type === 'progress' && message.progress.phase === 'parse') parsed = message.progress.done;
      if (message.type !== 'parsing') return;
      // Longer than the shop takes to parse.
      await new Promise((resolve) => setTimeout(resolve, 1_000));
      parsedWhenListed = parsed + readNotes(join(request.scratch, 'in-flight'), 2).length;
    });
    expect(parsedWhenListed).toBe(0);
    expect(parsed).toBe(3);
  });
});

describe('what the child leaves out', () => {
  it('is what it was told to, and that is said in the image', async () => {
    const total = 'packages/cart/src/total.ts';
    const request = requestFor(SHOP, { excluded: [{ path: total, code: 'parser-crashed' }] });
    const { failures, failed } = await runBuild(request, silent);
    expect({ failures, failed }).toEqual({
      failures: [{ path: total, reason: expect.stringMatching(/^parser-crashed: not tried again/) }],
      failed: 1,
    });
    const built = readBuiltProject(request.root);
    expect(built.diagnostics).toEqual([`parser-crashed ${total}`]);
    expect(built.importsOf('packages/cart/src/index.ts')).toEqual([total]);

    // It is remembered: the next build does not try again, a cold one does.
    const again = await runBuild({ ...request, excluded: [] }, silent);
    expect(again).toMatchObject({ failed: 1, reused: 3 });
    const cold = await runBuild({ ...request, excluded: [], cold: true }, silent);
    expect(cold).toMatchObject({ failed: 0, reused: 0 });
  });

  it('is not what it is to parse first: suspects give the same image', async () => {
    const request = requestFor(SHOP, { cold: true });
    const { fingerprint } = await runBuild(request, silent);
    const suspects = ['packages/cart/src/total.ts', 'packages/prices/src/index.ts'];
    expect((await runBuild({ ...request, suspects }, silent)).fingerprint).toBe(fingerprint);
  });
});

import { expect, it } from 'vitest';
import { packFacts } from '../../../../src/facts/packed-facts.ts';
import { runPipeline } from '../../../../src/facts/pipeline.ts';
import type { FileFacts } from '../../../../src/facts/records.ts';
import { encodeSymbolSections } from '../../../../src/image/encode-symbol-sections.ts';
import type { LinkedSymbols } from '../../../../src/session/node/build/link-to-sections.ts';
import { openSymbolThread } from '../../../../src/session/node/build/symbol-thread.ts';
import { extractFile } from '../../../builders/extract-from.ts';
import { projectOf, SHOP } from '../../../builders/project.ts';

const OPTIONS = { include: [], exclude: [], maxFileBytes: 2 ** 21, dotDirectories: false, minified: false };

it('gives the sections that the building thread would have encoded, whenever it heard of the facts', async () => {
  const root = projectOf(SHOP);
  let facts: FileFacts[] = [];
  const extract = async (files: readonly { readonly path: string }[]) => {
    facts = files.map(({ path }) => extractFile(root, path));
    return facts;
  };
  const { records } = await runPipeline(root, OPTIONS, { extract });
  const early = facts.slice(0, 2);
  const late = facts.slice(2);
  const [first, stale, second] = [packFacts(early), packFacts(facts), packFacts(late)];
  const thread = openSymbolThread();
  thread.expect([first, stale]);
  let linking: Promise<LinkedSymbols> | undefined;
  await runPipeline(root, OPTIONS, {
    extract,
    symbols: {
      begin: (modules) =>
        thread.begin(
          [first, second],
          modules.map(({ path }) => path),
        ),
      link(input) {
        linking = thread.link(input);
      },
    },
  });
  const linked = await linking;
  expect(linked?.sections).toEqual(encodeSymbolSections(records, records.graph.ids));
  expect(linked?.count).toBeGreaterThan(0);
  await thread.close();
});

it('ends when it is closed before it was told anything', async () => {
  await openSymbolThread().close();
});

it('fails, and says why, when it lacks the facts of a module', async () => {
  const thread = openSymbolThread();
  thread.begin([], ['gone.ts']);
  const sites = { modules: 1, bases: new Uint32Array(2), targets: new Uint32Array() };
  await expect(thread.link({ sites, nodes: ['gone.ts'] })).rejects.toThrow('no facts of gone.ts');
  await thread.close();
});

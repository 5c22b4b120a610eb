/**
 * Draws answers of `impact` and `why` for a person to check against the sources:
 *
 *     npm run sample-chains -- <root> [--seed 1] [--count 5]
 *
 * Prints hits of `impact`, each with its target and the chain that explains it, and first paths of `why` between two modules, step by step with the source line
 * that makes it up. Drawn by rank, as edges are (see sample-edges).
 */
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { isErrorEnvelope } from '../src/base/envelope.ts';
import type { ImpactResult, WhyResult } from '../src/queries/registry.ts';
import { loadInProcess } from '../src/session/node/load-in-process.ts';
import { open } from '../src/session/node/open.ts';
import { lowestRanked, rankOf } from './rank.ts';

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    seed: { type: 'string', default: '1' },
    count: { type: 'string', default: '5' },
    'image-dir': { type: 'string', default: '' },
  },
});
const { seed } = values;
const count = Number(values.count);
const root = resolve(positionals[0] ?? '.');
const imageDirectory = values['image-dir'] === '' ? join(root, '.introspect') : resolve(values['image-dir']);

const session = await open({ root, imageDirectory });
try {
  const modules = modulesOf();
  console.log(`${root}: ${modules.length} modules, seed ${seed}\n\nimpact`);
  for (const target of await drawnWhere('target', hitsOf)) {
    const [hit] = lowestRanked(await hitsOf(target), 1, ({ id }) => rankOf(seed, 'hit', target, id));
    if (!hit) continue;
    console.log(`${target}: hits ${hit.id} at depth ${hit.depth}`);
    for (const [at, to] of hit.via.entries()) await printPath(hit.via[at - 1] ?? hit.id, to);
  }
  console.log('\nwhy');
  for (const to of await drawnWhere('to', hitsOf)) {
    const [from] = lowestRanked(await hitsOf(to), 1, ({ id }) => rankOf(seed, 'from', to, id));
    if (!from) continue;
    console.log(`why ${from.id} ${to}`);
    await printPath(from.id, to);
  }

  /** Modules by rank, those that have any hit. */
  async function drawnWhere(role: string, hits: (id: string) => Promise<ImpactResult['modules']>): Promise<string[]> {
    const found: string[] = [];
    for (const id of lowestRanked(modules, modules.length, (id) => rankOf(seed, role, id))) {
      if ((await hits(id)).length > 0) found.push(id);
      if (found.length === count) break;
    }
    return found;
  }
} finally {
  await session.close();
}

function modulesOf(): string[] {
  const { graph } = loadInProcess(join(imageDirectory, 'image.bin')).image;
  return Array.from({ length: graph.nodeCount }, (_, node) => node)
    .filter((node) => graph.kindOf(node) === 'module')
    .map(graph.idOf);
}

async function hitsOf(target: string): Promise<ImpactResult['modules']> {
  return (await ask<ImpactResult>('impact', { targets: [target] })).modules;
}

async function printPath(from: string, to: string): Promise<void> {
  const { paths } = await ask<WhyResult>('why', { from, to, paths: 1 });
  for (const step of paths[0] ?? []) {
    const { line, column } = step.location;
    const text = readFileSync(join(root, step.from), 'utf8').split('\n')[line - 1]?.trim() ?? '';
    console.log(`  ${step.from}:${line}:${column}  ${step.kinds.join('+')} → ${step.to}\n      ${text.slice(0, 160)}`);
  }
}

async function ask<Result>(query: string, params: Readonly<Record<string, unknown>>): Promise<Result> {
  const envelope = await session.query(query, params);
  if (isErrorEnvelope(envelope)) throw new Error(envelope.error.message);
  return envelope.result as Result;
}

/**
 * Applies cures to a copy of a project, and asks again:
 *
 *     npm run verify-cures -- <root> [--seed 7] [--count 10]
 *
 * Circles are drawn by the rank of their names, so that the sample stays when others come or go. One cure at a time: its changes are made to the sources, the
 * image is built again, and no two modules of the circle may be in one of its class any more. Prints a line a circle, and ends with 1 when one is left.
 */
import { rmSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { isErrorEnvelope } from '../src/base/envelope.ts';
import type { CyclesResult } from '../src/queries/registry.ts';
import { runQuery } from '../src/session/core/run-query.ts';
import { buildImage } from '../src/session/node/build/build-image.ts';
import { loadInProcess } from '../src/session/node/load-in-process.ts';
import { applyCure } from './cures/apply-cure.ts';
import type { Change } from './cures/change-source.ts';
import { type Circle, whatIsLeft, whatIsNew } from './cures/compare-circles.ts';
import { copyWithoutBuild } from './oracles/hidden-copy.ts';
import { lowestRanked, rankOf } from './rank.ts';

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { seed: { type: 'string', default: '7' }, count: { type: 'string', default: '10' } },
});
const { seed } = values;
const root = resolve(positionals[0] ?? '.');
const copy = copyWithoutBuild(root);
try {
  const circles = await circlesOf(copy);
  const whole = circles.filter(({ cure }) => cure && cure.more === undefined);
  const drawn = lowestRanked(whole, Number(values.count), ({ id }) => rankOf(seed, 'circle', id));
  console.log(
    `${basename(root)}: ${circles.length} circles, ${whole.length} with all of their cure listed, seed ${seed}`,
  );
  const results: Verified[] = [];
  for (const circle of drawn) results.push(await verify(circle, circles));
  const sum = (of: (result: Verified) => number): number => results.reduce((total, one) => total + of(one), 0);
  console.log(
    `gone: ${sum(({ isGone }) => Number(isGone))} of ${results.length}; ${sum(({ asSaid }) => asSaid)} changes as said, ${sum(({ standIns }) => standIns)} imports led elsewhere; new circles: ${sum(({ added }) => added)}`,
  );
  if (results.some(({ isGone }) => !isGone)) process.exitCode = 1;
} finally {
  rmSync(copy, { recursive: true, force: true });
}

interface Verified {
  readonly isGone: boolean;
  readonly asSaid: number;
  readonly standIns: number;
  readonly added: number;
}

async function verify(circle: Circle, before: readonly Circle[]): Promise<Verified> {
  const changes = circle.cure?.edges ?? [];
  const { undo, asSaid, standIns } = applyCure(copy, changes, circle.class === 'type-only');
  try {
    const after = await circlesOf(copy);
    const [left, added] = [whatIsLeft(circle, after), whatIsNew(before, after)];
    console.log(
      `${left.length === 0 ? 'gone' : 'LEFT'}  ${circle.id}  ${circle.modules.length} modules, ${circle.cure?.quality}: ${waysOf(changes)}`,
    );
    for (const { id } of left) console.log(`      left: ${id}`);
    for (const { id } of added) console.log(`      new: ${id}`);
    return { isGone: left.length === 0, asSaid, standIns, added: added.length };
  } finally {
    undo();
  }
}

function waysOf(changes: readonly Change[]): string {
  const ways = new Map<string, number>();
  for (const { how } of changes) ways.set(how, (ways.get(how) ?? 0) + 1);
  return [...ways].map(([how, count]) => `${count} ${how}`).join(', ');
}

async function circlesOf(project: string): Promise<readonly Circle[]> {
  const { image } = await buildImage(project);
  const answer = runQuery(loadInProcess(image), 'cycles', { limit: 1000 }, false);
  if (isErrorEnvelope(answer)) throw new Error(answer.error.message);
  return (answer.result as CyclesResult).components;
}

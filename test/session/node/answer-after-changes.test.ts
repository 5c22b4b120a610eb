/** An answer that was checked only against what it rests on is the answer of a build that keeps nothing. */
import { join } from 'node:path';
import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { isErrorEnvelope } from '../../../src/base/envelope.ts';
import { buildImage } from '../../../src/session/node/build/build-image.ts';
import { open } from '../../../src/session/node/open.ts';
import { projectOf, settle } from '../../builders/project.ts';
import { applyChange, randomChange, randomShop, sourcesOf } from '../../builders/random-shop.ts';

it('after any edits, moves, removals, new files and configurations', async () => {
  const questions = fc.array(
    fc.record({
      pick: fc.nat(),
      depth: fc.constantFrom<0 | 1 | 2 | 'all'>(0, 1, 2, 'all'),
      kinds: fc.constantFrom<readonly string[]>([], ['static', 'type']),
    }),
    { minLength: 3, maxLength: 6 },
  );
  let unchecked = 0;
  // How many answers are given from an image that is older than the project is chance (8 to 30 in a round): rounds follow until there are enough.
  for (let round = 0; round < MOST_ROUNDS && unchecked <= ENOUGH; round++) await fc.assert(property(), { numRuns: 25 });
  expect(unchecked).toBeGreaterThan(ENOUGH);

  function property() {
    return fc.asyncProperty(
      randomShop,
      fc.array(randomChange, { minLength: 1, maxLength: 2 }),
      questions,
      async (files, changes, asked) => {
        const [root, warm, cold] = [projectOf(files), projectOf({}), projectOf({})];
        const sources = sourcesOf(files);
        settle(root);
        await buildImage(root, { imageDirectory: warm });
        for (const change of changes) applyChange(root, sources, change);
        await buildImage(root, { cold: true, imageDirectory: cold });
        const truth = await open({ root, imageDirectory: cold, refresh: 'never' });
        const paths = [...sources].sort();
        for (const { pick, depth, kinds } of asked) {
          const params = { target: paths[pick % paths.length] ?? '', depth, kinds };
          const notices: string[] = [];
          const onNotice = (text: string) => notices.push(text);
          const session = await open({ root, imageDirectory: warm, refresh: 'lazy', onNotice });
          const [answer, wanted] = [await session.query('deps', params), await truth.query('deps', params)];
          if (isErrorEnvelope(answer) || isErrorEnvelope(wanted)) {
            expect(isErrorEnvelope(answer)).toBe(isErrorEnvelope(wanted));
            continue;
          }
          expect(answer.result, join(root, params.target)).toEqual(wanted.result);
          if (notices.length > 0) break;
          unchecked++;
        }
        await truth.close();
      },
    );
  }
}, 240_000);

/** Answers from an image that is older than the project, without which the property says nothing. */
const ENOUGH = 10;
const MOST_ROUNDS = 4;

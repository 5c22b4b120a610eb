import { Writable } from 'node:stream';
import { expect, it } from 'vitest';
import { writeChunks } from '../../../src/surfaces/cli/write-chunks.ts';

it('writes many pieces at a time, and waits for a slow reader', async () => {
  const written: string[] = [];
  let waiting = 0;
  const stream = new Writable({
    highWaterMark: 1,
    decodeStrings: false,
    write(chunk: string, _encoding, done) {
      waiting++;
      expect(waiting).toBe(1);
      written.push(chunk);
      setImmediate(() => {
        waiting--;
        done();
      });
    },
  });
  const pieces = Array.from({ length: 10_000 }, (_, index) => `line ${index} of the order\n`);
  await writeChunks(stream, pieces);
  expect(written.join('')).toBe(pieces.join(''));
  expect(written.length).toBeLessThan(10);
});

it('writes nothing when there is nothing', async () => {
  const stream = new Writable({ write: () => expect.unreachable() });
  await writeChunks(stream, []);
});

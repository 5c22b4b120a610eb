import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { isErrorEnvelope } from '../../../src/base/envelope.ts';
import { encodeImage } from '../../../src/image/encode.ts';
import { readHeader } from '../../../src/image/read-header.ts';
import { inProcessRunner } from '../../../src/session/node/in-process-runner.ts';
import { projectOf } from '../../builders/project.ts';
import { symbolShop } from '../../builders/shop-symbols.ts';
import { vectorChecks } from '../../oracles/vector-checks.ts';

const { bytes } = encodeImage(symbolShop, vectorChecks);

/** A file with the image of the shop, in which a byte of a section is another one. */
function imageFile(damaged: 'symbols' | 'symbol-texts' | null): string {
  const file = join(projectOf({}), 'image.bin');
  const { offset = 0 } = (damaged === null ? undefined : readHeader(bytes).sections.get(damaged)) ?? {};
  const written = bytes.slice();
  if (damaged !== null) written[offset + 40] = (written[offset + 40] ?? 0) ^ 0xff;
  writeFileSync(file, written);
  return file;
}

const DEPS = { query: 'deps', params: { target: 'order.ts' }, stale: false } as const;
const REFS = { query: 'refs', params: { symbol: 'place' }, stale: false } as const;
const SYMBOL = { query: 'symbol', params: { symbol: 'place' }, stale: false } as const;
const DEEP = { query: 'deps', params: { target: 'place', level: 'symbol' }, stale: false } as const;

/** `answered`, or the code of the refusal: damage is noticed only in what is loaded. */
async function outcomes(damaged: Parameters<typeof imageFile>[0]) {
  const runner = inProcessRunner(imageFile(damaged));
  const said: string[] = [];
  for (const question of [DEPS, REFS, DEEP, SYMBOL, DEPS]) {
    const { envelope } = await runner.run(question);
    said.push(isErrorEnvelope(envelope) ? envelope.error.code : 'answered');
  }
  return said;
}

it('loads what a question takes, when it is asked', async () => {
  const [yes, no] = ['answered', 'CONDUIT_IMAGE_DAMAGED'];
  expect(await outcomes(null)).toEqual([yes, yes, yes, yes, yes]);
  expect(await outcomes('symbols')).toEqual([yes, no, no, no, yes]);
  expect(await outcomes('symbol-texts')).toEqual([yes, yes, yes, no, yes]);
});

it('keeps what it has loaded when the image is replaced', async () => {
  const runner = inProcessRunner(imageFile(null), REFS);
  await expect(runner.replace(imageFile('symbols'))).rejects.toThrow('checksum');
  await runner.replace(imageFile('symbol-texts'));
  expect(isErrorEnvelope((await runner.run(REFS)).envelope)).toBe(false);
});

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import { Packr } from 'msgpackr';
import { expect, it, onTestFinished } from 'vitest';
import { contentHash } from '../../../src/facts/extract/content-hash.ts';
import { createExtractor } from '../../../src/facts/extract/extract-facts.ts';
import { failedFacts } from '../../../src/facts/failed-facts.ts';
import { packFacts, unpackFacts } from '../../../src/facts/packed-facts.ts';
import type { FileFacts } from '../../../src/facts/records.ts';
import { readFactsCache, writeFactsCache } from '../../../src/session/node/facts-cache.ts';
import { kernelModule } from '../../../src/session/node/kernels.ts';

const extractor = createExtractor(kernelModule('plain'));
const extract = (path: string, source: string) => extractor.extract(path, Buffer.from(source));

const CART =
  "import { tax } from './tax';\nexport const later = () => import('./rules/' + tax);\nimport type { A } from '@shop/a';\n";

function cacheFile(facts: readonly FileFacts[], minified = false): string {
  const folder = mkdtempSync(join(tmpdir(), 'conduit-facts-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  writeFactsCache(join(folder, 'facts.bin'), [packFacts(facts)], minified, true);
  return join(folder, 'facts.bin');
}

/** What the graph needs of them: symbols are linked from the columns. */
function graphFacts({ symbols: _, excerpts: __, ...facts }: FileFacts): FileFacts {
  return facts;
}

it('gives back facts that equal fresh ones, types and all', () => {
  const facts = [
    extract('cart.ts', CART),
    extract('empty.ts', ''),
    extract('till.ts', 'const = ;'),
    extract('tax.d.ts', 'export {};'),
  ];
  const cache = readFactsCache(cacheFile(facts), false, true);
  for (const fresh of facts) expect(cache.get(fresh.path, fresh.hash)).toEqual(graphFacts(fresh));
});

it('gives a moved file the facts that it would get where it is now, diagnostics included', () => {
  const cache = readFactsCache(cacheFile([extract('cart.ts', CART), extract('till.ts', 'const = ;')]), false, true);
  const basket = cache.get('shop/basket.ts', contentHash(Buffer.from(CART)));
  const till = cache.get('old/till.ts', contentHash(Buffer.from('const = ;')));
  expect(basket).toEqual(graphFacts(extract('shop/basket.ts', CART)));
  expect(till).toEqual(graphFacts(extract('old/till.ts', 'const = ;')));
});

it('packs symbols of moved files with the rest, also beside the files whose facts they share', () => {
  const carts = Array.from({ length: 20 }, (_, at) => extract(`cart-${at}.ts`, `${CART}export const at = ${at};\n`));
  const cache = readFactsCache(cacheFile(carts), false, true);
  const hash = carts[3]?.hash ?? '';
  const moved = cache.get('shop/basket.ts', hash) as FileFacts;
  const used = carts.map((cart) => cache.get(cart.path, cart.hash) as FileFacts);
  const basket = extract('shop/basket.ts', `${CART}export const at = 3;\n`);
  expect(cache.batchesOf([...used, moved]).map(unpackFacts)).toEqual([carts, [basket]]);
  expect(cache.batchesOf([moved]).map(unpackFacts)).toEqual([[basket]]);
});

it('does not mix up languages: the same bytes mean something else under another extension', () => {
  const source = 'export const names = <string>all;\n';
  const cache = readFactsCache(cacheFile([extract('names.ts', source)]), false, true);
  const hash = contentHash(Buffer.from(source));
  expect(cache.get('other.ts', hash)).toBeDefined();
  for (const path of ['names.tsx', 'names.js', 'names.mts', 'names.d.ts'])
    expect(cache.get(path, hash)).toBeUndefined();
});

it('does not take a module for a configuration, or one bundler for another', () => {
  const source = "export default { resolve: { alias: { '@': '/src' } } };";
  const facts = ['aliases.ts', 'vite.config.ts', 'webpack.config.ts'].map((path) => extract(path, source));
  const cache = readFactsCache(cacheFile(facts), false, true);
  for (const fresh of facts) expect(cache.get(fresh.path, fresh.hash)).toEqual(graphFacts(fresh));
  expect(cache.get('packages/ui/vite.config.ts', contentHash(Buffer.from(source)))?.aliases).toHaveLength(1);
});

it('keeps what took the parser down, and forgets what was never read', () => {
  const crashed: FileFacts = { ...failedFacts('maze.ts', 'parser-crashed'), hash: 'c0de' };
  const hung: FileFacts = { ...failedFacts('knot.ts', 'parser-hung'), hash: 'f00d' };
  const locked = failedFacts('locked.ts', 'unreadable');
  const cache = readFactsCache(cacheFile([crashed, hung, locked]), false, true);
  for (const facts of [crashed, hung]) expect(cache.get(facts.path, facts.hash)).toEqual(facts);
  expect(cache.get(locked.path, locked.hash)).toBeUndefined();
});

it('writes batches again as they lie there while all of them is used, and packs anew what is left of others', () => {
  const batchOf = (name: string, count: number) =>
    Array.from({ length: count }, (_, i) => extract(`${name}-${i}.ts`, `export const ${name} = ${i};\n`));
  const [bread, soup, salt] = [batchOf('bread', 20), batchOf('soup', 20), batchOf('salt', 2)];
  const file = cacheFile([]);
  writeFactsCache(file, [bread, soup, salt].map(packFacts), false, true);
  const cache = readFactsCache(file, false, true);
  const used = [...bread, ...soup.slice(1), ...salt].map(({ path, hash }) => cache.get(path, hash) as FileFacts);
  const crashed: FileFacts = { ...failedFacts('maze.ts', 'parser-crashed'), hash: 'c0de' };
  const batches = cache.batchesOf([...used, crashed]);
  expect(batches).toEqual([packFacts(bread), packFacts([...soup.slice(1), ...salt, crashed])]);
  expect(cache.batchesOf([])).toEqual([]);
});

it('is empty when it is missing, of another extractor or of another setting', () => {
  const fresh = extract('cart.ts', CART);
  const file = cacheFile([fresh]);
  const packr = new Packr({ moreTypes: true });
  const stored = packr.unpack(readFileSync(file).subarray(4)) as object;
  expect(readFactsCache(file, false, true).get('cart.ts', fresh.hash)).toEqual(graphFacts(fresh));
  expect(readFactsCache(file, true, true).get('cart.ts', fresh.hash)).toBeUndefined();
  expect(readFactsCache(`${file}.gone`, false, true).get('cart.ts', fresh.hash)).toBeUndefined();
  // The first is what was there, so that the others are refused for what they say.
  const contents = [stored, { ...stored, extractor: 'of yesterday' }, { ...stored, batches: [null] }, null];
  const known = contents.map((content) => {
    const body = packr.pack(content);
    const checksum = Buffer.alloc(4);
    checksum.writeUInt32LE(crc32(body));
    writeFileSync(file, Buffer.concat([checksum, body]));
    return readFactsCache(file, false, true).get('cart.ts', fresh.hash) !== undefined;
  });
  expect(known).toEqual([true, false, false, false]);
});

it('is empty when a single byte is wrong or missing, wherever it is', () => {
  const fresh = extract('cart.ts', CART);
  const file = cacheFile([fresh]);
  const whole = readFileSync(file);
  for (let at = 0; at < whole.length; at++) {
    const flipped = Buffer.from(whole);
    flipped[at] = (whole[at] ?? 0) ^ 0x10;
    for (const damaged of [flipped, whole.subarray(0, at)]) {
      writeFileSync(file, damaged);
      expect(readFactsCache(file, false, true).get('cart.ts', fresh.hash)).toBeUndefined();
    }
  }
});

it('without symbols serves those who want none; with symbols, everybody', () => {
  const graphAlone = createExtractor(kernelModule('plain'), { symbols: false });
  const facts = graphAlone.extract('cart.ts', Buffer.from(CART));
  expect(facts.symbols).toBeUndefined();
  const folder = mkdtempSync(join(tmpdir(), 'conduit-facts-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const file = join(folder, 'facts.bin');
  writeFactsCache(file, [packFacts([facts])], false, false);
  expect(readFactsCache(file, false, false).get('cart.ts', facts.hash)).toEqual(facts);
  expect(readFactsCache(file, false, true).size).toBe(0);
  expect(readFactsCache(cacheFile([extract('cart.ts', CART)]), false, false).size).toBe(1);
});

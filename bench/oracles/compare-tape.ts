import { isDeepStrictEqual } from 'node:util';
import { createExtractor } from '../../src/facts/extract/extract-facts.ts';
import { createTapeReader } from '../../src/facts/extract/read-tree.ts';
import { SITE } from '../../src/facts/records.ts';
import type { Cursor } from '../../src/syntax/cursor.ts';
import { KIND } from '../../src/syntax/generated/kinds.ts';
import { JsonTree } from './json-tree.ts';

/** What one file gives by the tape and by `JSON.parse` of the same text. */
export interface TapeComparison {
  readonly parsed: boolean;
  readonly records: number;
  readonly sites: number;
  /** In words, the first of a file's tree and that of its facts; none when both sides agree in everything. */
  readonly differences: readonly string[];
}

/**
 * The real extractors over the tape, and again over {@link JsonTree}; and the two trees with each other, record by record,
 * because extractors look at few of them.
 * @param kernels the compiled kernels over plain memory
 */
export function createTapeComparison(kernels: WebAssembly.Module): (path: string, bytes: Uint8Array) => TapeComparison {
  const readTape = createTapeReader(kernels);
  // What is parsed twice is read from one text: a file can have several trees, in order.
  let twins: JsonTree[] = [];
  let differences: string[] = [];
  const byTape = createExtractor(kernels, {
    readTree: (json, origin) => {
      const tape = readTape(json, origin);
      if (!tape) return null;
      const twin = new JsonTree(json, origin);
      twins.push(twin);
      const different = differenceBetween(tape, twin);
      if (different !== null) differences.push(different);
      return tape;
    },
  });
  const byJson = createExtractor(kernels, { readTree: () => twins.shift() ?? null });

  return (path, bytes) => {
    twins = [];
    differences = [];
    const ours = byTape.extract(path, bytes);
    const records = twins.reduce((sum, { count }) => sum + count, 0);
    const theirs = byJson.extract(path, bytes);
    if (!isDeepStrictEqual(ours, theirs)) differences.push(`${path}: facts differ`);
    return {
      parsed: ours.status === 'parsed',
      records,
      sites: ours.sites.length / SITE.WORDS,
      differences: differences.map((text) => (text.startsWith(path) ? text : `${path}: ${text}`)),
    };
  };
}

/** The first record of which two trees say different things, in words; null when there is none. */
export function differenceBetween(tape: Cursor, twin: Cursor): string | null {
  if (tape.count !== twin.count) return `${tape.count} records, not ${twin.count}`;
  for (let node = 0; node < tape.count; node++) {
    const kind = tape.kind(node);
    const isLeaf = kind === KIND.string || kind === KIND.number;
    const differs =
      kind !== twin.kind(node) ||
      tape.field(node) !== twin.field(node) ||
      tape.parent(node) !== twin.parent(node) ||
      tape.next(node) !== twin.next(node) ||
      tape.scope(node) !== twin.scope(node) ||
      (isLeaf && !sameLeaf(tape, twin, node)) ||
      (!isLeaf && (tape.start(node) !== twin.start(node) || tape.end(node) !== twin.end(node)));
    if (differs) return `record ${node} is [${describe(tape, node)}], not [${describe(twin, node)}]`;
  }
  return null;
}

/** A number is compared by value: `1e21` is `1e+21` to JavaScript. */
function sameLeaf(tape: Cursor, twin: Cursor, leaf: number): boolean {
  const [ours, theirs] = [tape.leafText(leaf), twin.leafText(leaf)];
  return tape.kind(leaf) === KIND.number ? Number(ours) === Number(theirs) : ours === theirs;
}

function describe(tree: Cursor, node: number): string {
  const kind = tree.kind(node);
  const isLeaf = kind === KIND.string || kind === KIND.number;
  const what = isLeaf ? JSON.stringify(tree.leafText(node)) : `${tree.start(node)}–${tree.end(node)}`;
  return `kind ${kind}, field ${tree.field(node)}, parent ${tree.parent(node)}, next ${tree.next(node)}, scope ${tree.scope(node)}, ${what}`;
}

import fc from 'fast-check';
import { EDGE_KINDS, type EdgeKind } from '../../src/base/edge-kinds.ts';
import { type Project, recordsOf } from './image-records.ts';

/** Names with what breaks naive orders and decoders: other scripts, pairs of surrogates against U+E000 and up, a byte order mark. */
const part = fc.oneof(
  fc.constantFrom(
    'order',
    'customer',
    'Invoice',
    'index.ts',
    'größe',
    '注文',
    '🛒',
    '\ue000',
    '\uffee',
    '\ufeffcart',
    '',
  ),
  fc.string({ unit: 'binary', maxLength: 4 }),
);
const path = fc.array(part, { minLength: 1, maxLength: 3 }).map((parts) => parts.join('/'));
const id = fc.oneof(
  { weight: 4, arbitrary: path },
  path.map((name) => `npm:${name}`),
  path.map((name) => `node:${name}`),
  path.map((name) => `?:${name}`),
  path.map((name) => `${name}.json`),
);
const kinds = fc.uniqueArray(fc.constantFrom<EdgeKind>(...EDGE_KINDS), { minLength: 1, maxLength: 3 });

const project: fc.Arbitrary<Project> = fc.uniqueArray(id, { minLength: 1, maxLength: 12 }).chain((ids) =>
  fc.record({
    modules: fc.constant(ids),
    edges: fc.uniqueArray(fc.tuple(fc.constantFrom(...ids), fc.constantFrom(...ids), kinds), {
      maxLength: 30,
      selector: ([from, to]) => JSON.stringify([from, to]),
    }),
    packages: fc.array(fc.record({ name: path, directory: path }), { maxLength: 3 }),
    ranges: fc.dictionary(fc.constantFrom(...ids), path, { maxKeys: 3 }),
    diagnostics: fc.array(
      fc.record({
        path: fc.constantFrom(...ids),
        code: fc.constantFrom('syntax-error' as const, 'not-utf8' as const),
        message: fc.string({ unit: 'binary', maxLength: 20 }),
        line: fc.nat(),
        column: fc.nat(),
      }),
      { maxLength: 4 },
    ),
  }),
);

/** Records of small projects of every shape: parallel kinds, self-imports, empty rows, files that failed. */
export const anyRecords = project.map(recordsOf);

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { STATUS_MALFORMED, STATUS_OUTPUT_TOO_SMALL } from '../../assembly/status.ts';
import { readTape, tapeTwin } from '../../bench/oracles/tape-twin.ts';
import { kernelModule } from '../../src/session/node/kernels.ts';
import { FIELD } from '../../src/syntax/generated/fields.ts';
import { KIND } from '../../src/syntax/generated/kinds.ts';
import { TAPE_NAMES } from '../../src/syntax/tape-names.ts';
import { instantiateKernels } from '../../src/wasm/instantiate.ts';
import { encodeNameTable } from '../../src/wasm/name-table.ts';
import { createTapeBuilder } from '../../src/wasm/tape-builder.ts';

const builder = createTapeBuilder(kernelModule('plain'), TAPE_NAMES);

/** Text whose quotes, backslashes and wide characters fall on every position of a 16-byte block. */
const text = fc
  .array(
    fc.oneof(
      fc.constantFrom('"', '\\', '\\"', '\n', '\u2028', '\u0000', 'é', '漢', '😀', '\ufeff'),
      fc.string({ maxLength: 40 }),
    ),
    { maxLength: 8 },
  )
  .map((parts) => parts.join(''));
const nodeType = fc.constantFrom(
  'Identifier',
  'CallExpression',
  'TsTypeParameterInstantiation',
  'Module',
  'NoSuchType',
);
const key = fc.constantFrom('value', 'body', 'arguments', 'typeParameters', 'start', 'noSuchKey');

const { node } = fc.letrec<{ node: object; value: unknown }>((tie) => ({
  node: fc
    .record({
      type: fc.option(nodeType, { nil: undefined }),
      span: fc.option(fc.record({ start: fc.nat(), end: fc.nat() }), { nil: undefined }),
      ctxt: fc.option(fc.nat(2 ** 31), { nil: undefined }),
      rest: fc.dictionary(key, tie('value'), { maxKeys: 4 }),
    })
    .map(({ type, span, ctxt, rest }) => JSON.parse(JSON.stringify({ type, span, ctxt, ...rest })) as object),
  value: fc.oneof(
    { maxDepth: 5 },
    text,
    fc.constantFrom(true, false, null),
    fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0),
    fc.array(fc.oneof(tie('node'), fc.constant(null), text, fc.nat()), { maxLength: 5 }),
    tie('node'),
  ),
}));

describe('the tape kernel', () => {
  it('says what JSON.parse says', () => {
    fc.assert(
      fc.property(node, fc.boolean(), (tree, wrapped) => {
        const json = JSON.stringify(wrapped ? { program: tree, sourceContext: { source: '{"[' } } : tree);
        expect(readTape(builder.build(json))).toEqual(tapeTwin(json));
      }),
      { numRuns: 2_000 },
    );
  });

  it('finds the end of a string wherever it falls', () => {
    for (let length = 0; length < 70; length++)
      for (const ending of ['', '\\', '"', '\\"', 'é', '😀']) {
        const json = JSON.stringify({ type: 'StringLiteral', value: 'x'.repeat(length) + ending, raw: 'after' });
        expect(readTape(builder.build(json))).toEqual(tapeTwin(json));
      }
  });

  it('notes a name that it does not know, and gives it number 0', () => {
    const tape = builder.build('{"type":"QuantumExpression","body":{"type":"Identifier","value":"a"}}');
    expect(tape.unknownNames).toBe(1);
    expect(tape.unknownName).toBe('QuantumExpression');
    expect(readTape(tape).map(({ kind }) => kind)).toEqual([KIND.unknown, KIND.Identifier, KIND.string]);
    expect(builder.build('{"type":"Identifier"}').unknownNames).toBe(0);
  });

  it('uses the numbers of the generated tables for what is no type', () => {
    const json = '{"type":"Module","body":["text",{"raw":1.5e-7},true,null]}';
    const tape = readTape(builder.build(json));
    expect(tape.map(({ kind }) => kind)).toEqual([
      KIND.Module,
      KIND.string,
      KIND.group,
      KIND.number,
      KIND.true,
      KIND.hole,
    ]);
    expect(tape[0]?.field).toBe(FIELD.root);
  });
});

describe('the tape kernel by itself', () => {
  const table = encodeNameTable(TAPE_NAMES);
  const memory = new WebAssembly.Memory({ initial: 4, maximum: 4 });
  const kernels = instantiateKernels(kernelModule('plain'), memory);
  const names = 64;
  const input = 64 + table.length;
  const output = 3 * 65536;

  function run(json: string, capacity: number): number {
    const bytes = new Uint8Array(memory.buffer);
    bytes.fill(0);
    bytes.set(table, names);
    const { written } = new TextEncoder().encodeInto(json, bytes.subarray(input));
    return kernels.tape(input, written, output, capacity, names);
  }

  it('writes no record beyond its capacity', () => {
    const json =
      '{"type":"ArrayExpression","elements":[null,{"spread":null,"expression":{"type":"Identifier","value":"a"}},true,1]}';
    const full = run(json, 100);
    expect(full).toBe(tapeTwin(json).length);
    for (let capacity = 0; capacity < full; capacity++) {
      expect(run(json, capacity)).toBe(STATUS_OUTPUT_TOO_SMALL);
      expect(new Uint8Array(memory.buffer, output + capacity * 24, 64).every((byte) => byte === 0)).toBe(true);
    }
    expect(run(json, full)).toBe(full);
  });

  it('refuses what is cut off anywhere', () => {
    const json =
      '{"program":{"type":"Module","span":{"start":1,"end":20},"body":[{"type":"Identifier","ctxt":2,"value":"a\\"b"}]}}';
    for (let length = 0; length < json.length - 1; length++)
      expect(run(json.slice(0, length), 100)).toBe(STATUS_MALFORMED);
    expect(run(json.slice(0, -1), 100)).toBe(3);
  });

  it('refuses a bracket too many', () => {
    expect(run('}', 10)).toBe(STATUS_MALFORMED);
  });
});

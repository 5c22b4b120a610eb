import { MAX_PAGES, MAX_SELECTED_NAMES, PAGE_BYTES } from '../../assembly/layout.ts';
import { STATUS_OUTPUT_TOO_SMALL } from '../../assembly/status.ts';
import { instantiateKernels, type KernelExports } from './instantiate.ts';
import { encodeNameTable, hashName, type TapeNames } from './name-table.ts';
import { roundUp } from './scratch.ts';

export { LEAP_OVER, TAKE, TAKE_DECLARED, TAKE_IN_MODULE_SCOPE, TAKE_NAMED } from '../../assembly/layout.ts';

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** 32-bit words of one record; assembly/tape.ts draws it. */
export const TAPE_RECORD_WORDS = 6;

/** Which nodes a walk wants to see. */
export interface TapeSelection {
  /** What to do at a node of each kind: TAKE and its kin, 0 to pass it by. */
  readonly roles: Uint8Array;
  /** Of the names that are wanted of kinds of the role TAKE_NAMED: see {@link hashNames}. */
  readonly hashes: BigUint64Array;
}

/**
 * The hashes by which a selection knows names.
 * @throws RangeError when there are more than a selection can ask for.
 */
export function hashNames(names: readonly string[]): BigUint64Array {
  if (names.length > MAX_SELECTED_NAMES) throw new RangeError(`a selection takes ${MAX_SELECTED_NAMES} names at most`);
  return BigUint64Array.from(names, hashName);
}

/** A syntax tree as flat records. The views are only good until the next {@link TapeBuilder.build}. */
export interface TapeRecords {
  readonly count: number;
  /** TAPE_RECORD_WORDS words a record. */
  readonly words: Uint32Array;
  /** The JSON text, UTF-8: what the ranges of string and number records point into. */
  readonly text: Uint8Array;
  /** Names that the table does not have: how many were met, and the last of them. */
  readonly unknownNames: number;
  readonly unknownName: string;
  /** The numbers of the nodes that a selection takes, ascending; good until the next selection. */
  select(selection: TapeSelection): Uint32Array;
  /**
   * For every node the first node of the same text, if a selection takes both whatever their name is; itself for any other. Good
   * until the next call.
   */
  firstNamed(selection: TapeSelection): Uint32Array;
  /** The nodes that a selection takes, of those in the module's scope only such as say what one of `wanted` says; good until the next call. */
  uses(selection: TapeSelection, wanted: readonly number[]): FoundUses;
}

/** Nodes, ascending, and where each has the first of the wanted nodes that says the same: its place, from 1; 0 where that does not matter. */
export interface FoundUses {
  readonly nodes: Uint32Array;
  readonly said: Uint32Array;
}

export interface TapeBuilder {
  /**
   * Turns JSON as SWC writes it into a tape.
   * @throws RangeError when the tree does not fit into WebAssembly memory.
   * @throws SyntaxError when the text is not a tree.
   */
  build(json: string): TapeRecords;
}

const WORD_BYTES = 4;
const RECORD_BYTES = TAPE_RECORD_WORDS * WORD_BYTES;
/** The kernel reads up to 16 bytes beyond its input, and they must be zero. */
const PADDING_BYTES = 16;
/** The first bytes stay free, so that address 0 is never a good one. */
const TABLE_POINTER = 64;
/** SWC writes about 40 bytes a record; where that is not enough room, the kernel says so and is called again. */
const EXPECTED_BYTES_A_RECORD = 24;
/** A memory that one large file made grow beyond this is dropped: WebAssembly memory cannot shrink. */
const KEPT_BYTES = 96 * 1024 * 1024;

/**
 * A builder with plain memory of its own, so one a thread:
 *
 *     | 64 free | names table | selected names | roles | JSON text … | 16 zeros | records … | selected nodes … | first nodes … | hash table | wanted nodes … |
 */
export function createTapeBuilder(module: WebAssembly.Module, names: TapeNames): TapeBuilder {
  const table = encodeNameTable(names);
  const hashesPointer = TABLE_POINTER + table.length; // a multiple of 8: the table's entries have 16 bytes
  const rolesPointer = hashesPointer + MAX_SELECTED_NAMES * 8;
  const kindCount = Math.max(...Object.values(names.kinds)) + 1;
  const input = roundUp(rolesPointer + kindCount, 64);
  let memory: WebAssembly.Memory;
  let kernels: KernelExports;

  const renew = () => {
    memory = new WebAssembly.Memory({ initial: 1, maximum: MAX_PAGES });
    kernels = instantiateKernels(module, memory);
    reserve(memory, input);
    bytesOf(memory).set(table, TABLE_POINTER);
  };
  renew();

  return {
    build(json) {
      if (memory.buffer.byteLength > KEPT_BYTES) renew();
      const length = writeText(memory, input, json);
      const output = roundUp(input + length + PADDING_BYTES, 64);
      let capacity = Math.ceil(length / EXPECTED_BYTES_A_RECORD) + 16;
      let count = STATUS_OUTPUT_TOO_SMALL;
      while (count === STATUS_OUTPUT_TOO_SMALL) {
        reserve(memory, output + capacity * RECORD_BYTES);
        count = kernels.tape(input, length, output, capacity, TABLE_POINTER);
        capacity *= 2;
      }
      if (count < 0) throw new SyntaxError('the syntax tree is not as SWC writes it');
      const selected = output + count * RECORD_BYTES;
      const firsts = selected + count * WORD_BYTES;
      const slots = firsts + count * WORD_BYTES;
      const slotCount = 2 ** Math.ceil(Math.log2(count));
      const sought = slots + slotCount * WORD_BYTES;
      reserve(memory, sought + count * WORD_BYTES);

      // Memory does not grow any more: only now may views be made.
      const bytes = bytesOf(memory);
      const text = bytes.subarray(input, input + length);
      const [, unknownNames = 0, unknownStart, unknownEnd] = new Uint32Array(memory.buffer, TABLE_POINTER, 4);
      return {
        count,
        words: new Uint32Array(memory.buffer, output, count * TAPE_RECORD_WORDS),
        text,
        unknownNames,
        unknownName: unknownNames === 0 ? '' : decoder.decode(text.subarray(unknownStart, unknownEnd)),
        select({ roles, hashes }) {
          bytes.set(roles, rolesPointer);
          new BigUint64Array(memory.buffer, hashesPointer, MAX_SELECTED_NAMES).set(hashes);
          const taken = kernels.select(output, count, rolesPointer, input, hashesPointer, hashes.length, selected);
          return new Uint32Array(memory.buffer, selected, taken);
        },
        firstNamed({ roles }) {
          bytes.set(roles, rolesPointer);
          kernels.firstNamed(output, count, rolesPointer, input, firsts, slots, slotCount);
          return new Uint32Array(memory.buffer, firsts, count);
        },
        uses({ roles }, wanted) {
          bytes.set(roles, rolesPointer);
          // A node that says something is two records: there is room for as many as there can be.
          new Uint32Array(memory.buffer, sought, count).set(wanted);
          const wantedSlots = 2 ** Math.ceil(Math.log2(wanted.length * 2 + 1));
          const taken = kernels.uses(
            output,
            count,
            rolesPointer,
            input,
            sought,
            wanted.length,
            slots,
            Math.min(wantedSlots, slotCount),
            selected,
            firsts,
          );
          return {
            nodes: new Uint32Array(memory.buffer, selected, taken),
            said: new Uint32Array(memory.buffer, firsts, taken),
          };
        },
      };
    },
  };
}

/** Writes the text and the zeros after it; returns its length in bytes. */
function writeText(memory: WebAssembly.Memory, input: number, json: string): number {
  // Most trees are ASCII throughout: as many bytes as characters. The rest of another needs at most 3 a character.
  reserve(memory, input + json.length + PADDING_BYTES);
  let { read, written } = encoder.encodeInto(json, bytesOf(memory).subarray(input, input + json.length));
  if (read < json.length) {
    reserve(memory, input + written + (json.length - read) * 3 + PADDING_BYTES);
    const rest = encoder.encodeInto(json.slice(read), bytesOf(memory).subarray(input + written));
    read += rest.read;
    written += rest.written;
  }
  // encodeInto stops in silence where room ends.
  if (read !== json.length) throw new RangeError('the syntax tree was cut off');
  const end = input + written;
  bytesOf(memory).fill(0, end, end + PADDING_BYTES);
  return written;
}

function reserve(memory: WebAssembly.Memory, bytes: number): void {
  const missing = bytes - memory.buffer.byteLength;
  if (missing > 0) memory.grow(Math.ceil(missing / PAGE_BYTES));
}

function bytesOf(memory: WebAssembly.Memory): Uint8Array {
  return new Uint8Array(memory.buffer);
}

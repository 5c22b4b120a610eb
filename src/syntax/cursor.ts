import { type FoundUses, TAPE_RECORD_WORDS, type TapeRecords } from '../wasm/tape-builder.ts';
import { FIELD, type Field } from './generated/fields.ts';
import { KIND, type Kind } from './generated/kinds.ts';
import { decodeJsonString, equalsAscii } from './json-text.ts';
import { type NodeSelection, selectionOf } from './node-selection.ts';

/** No node: what the questions below answer when there is none. */
export const NO_NODE = -1;

/** Scopes that SWC numbers the same way in every file. A larger number is a scope of that file’s own. */
export const SCOPE = { none: -1, unbound: 0, global: 1, module: 2 } as const;

const NAMES = selectionOf({ taken: [KIND.Identifier, KIND.StringLiteral] });

const KIND_AND_FIELD = 0;
const START = 1;
const END = 2;
const PARENT = 3;
const NEXT = 4;
const SCOPE_AND_ONE = 5;

/**
 * The syntax tree of one file as extractors read it. A node is a number from 0, in source order, so a walk over
 * the whole tree is a loop from 0 to {@link count} and nothing is allocated on the way; one that looks at a few kinds only
 * has them selected:
 *
 *     const IMPORTS = selectionOf({ taken: [KIND.ImportDeclaration] });
 *     for (const declaration of tree.select(IMPORTS)) …
 *
 * An absent child, null and false are all {@link NO_NODE}; elements of an array are children with its field.
 */
export class Cursor {
  count = 0;
  private words: Uint32Array = new Uint32Array();
  private json: Uint8Array = new Uint8Array();
  private origin = 0;
  private selected: TapeRecords['select'] = () => new Uint32Array();
  private firstsOf: TapeRecords['firstNamed'] = () => new Uint32Array();
  private usesOf: TapeRecords['uses'] = () => ({ nodes: new Uint32Array(), said: new Uint32Array() });
  /** By node, from when it is first asked for. */
  private firsts: Uint32Array | null = null;

  /**
   * Points the cursor at another tree, which is good until the next tape is built.
   * @param origin what SWC calls the first byte of the source
   */
  load(tape: TapeRecords, origin: number): void {
    this.count = tape.count;
    this.words = tape.words;
    this.json = tape.text;
    this.origin = origin;
    this.selected = tape.select;
    this.firstsOf = tape.firstNamed;
    this.usesOf = tape.uses;
    this.firsts = null;
  }

  /** The nodes that a selection takes, in source order; good until the next selection and no longer than the tree. */
  select(selection: NodeSelection): Uint32Array {
    return this.selected(selection);
  }

  /**
   * As {@link select}, but of the names that are taken in the module's scope only those that say what one of `wanted`, identifiers
   * of the tree, says; good until the next selection.
   */
  selectUses(selection: NodeSelection, wanted: readonly number[]): FoundUses {
    return this.usesOf(selection, wanted);
  }

  /**
   * Of an identifier or a string literal, the first one in the tree with the same text: equal names have the same number, and nothing
   * is decoded. Any other node is its own first.
   */
  firstNamed(node: number): number {
    this.firsts ??= this.firstsOf(NAMES);
    return this.firsts[node] as number;
  }

  kind(node: number): Kind {
    return ((this.words[node * TAPE_RECORD_WORDS + KIND_AND_FIELD] as number) & 0xffff) as Kind;
  }

  /** Under which key the parent holds the node. */
  field(node: number): Field {
    return ((this.words[node * TAPE_RECORD_WORDS + KIND_AND_FIELD] as number) >>> 16) as Field;
  }

  parent(node: number): number {
    return (this.words[node * TAPE_RECORD_WORDS + PARENT] as number) | 0;
  }

  /** The number after the node’s last descendant. */
  next(node: number): number {
    return this.words[node * TAPE_RECORD_WORDS + NEXT] as number;
  }

  /** The scope in which SWC found the binding of a name: the same name in the same scope is the same variable. */
  scope(node: number): number {
    return (this.words[node * TAPE_RECORD_WORDS + SCOPE_AND_ONE] as number) - 1;
  }

  firstChild(node: number): number {
    return node + 1 < this.next(node) ? node + 1 : NO_NODE;
  }

  /** The next child of the same parent, whatever its field. */
  sibling(node: number): number {
    const parent = this.parent(node);
    const next = this.next(node);
    return parent !== NO_NODE && next < this.next(parent) ? next : NO_NODE;
  }

  /** The first child with that field. */
  child(node: number, field: Field): number {
    // Asked more than anything else, by code that V8 has not optimised yet: there every call inside would cost as much again.
    const { words } = this;
    const end = words[node * TAPE_RECORD_WORDS + NEXT] as number;
    for (let child = node + 1; child < end; ) {
      const record = child * TAPE_RECORD_WORDS;
      if ((words[record + KIND_AND_FIELD] as number) >>> 16 === field) return child;
      child = words[record + NEXT] as number;
    }
    return NO_NODE;
  }

  /** All children with that field: the elements of an array, in order. */
  children(node: number, field: Field): number[] {
    const found: number[] = [];
    const { words } = this;
    const end = words[node * TAPE_RECORD_WORDS + NEXT] as number;
    for (let child = node + 1; child < end; ) {
      const record = child * TAPE_RECORD_WORDS;
      if ((words[record + KIND_AND_FIELD] as number) >>> 16 === field) found.push(child);
      child = words[record + NEXT] as number;
    }
    return found;
  }

  /** True when the node has that key and its value is neither null nor false nor an empty array. */
  has(node: number, field: Field): boolean {
    return this.child(node, field) !== NO_NODE;
  }

  /** The text of a string or number under that key, decoded; empty when there is none. */
  text(node: number, field: Field): string {
    const leaf = this.child(node, field);
    return leaf === NO_NODE ? '' : this.leafText(leaf);
  }

  /** The decoded text of a string or number itself. */
  leafText(leaf: number): string {
    return decodeJsonString(this.json, this.word(leaf, START), this.word(leaf, END));
  }

  /** Whether the string under that key is this one, without decoding it. `wanted` is ASCII and needs no escapes. */
  textIs(node: number, field: Field, wanted: string): boolean {
    const leaf = this.child(node, field);
    return leaf !== NO_NODE && equalsAscii(this.json, this.word(leaf, START), this.word(leaf, END), wanted);
  }

  /** Where the node begins in the source, in bytes. Of a node, not of a string or number. */
  start(node: number): number {
    let at = node;
    while (this.word(at, START) === 0) {
      const spread = this.child(at, FIELD.spread);
      if (spread !== NO_NODE) return Number(this.text(spread, FIELD.start)) - this.origin;
      const child = this.outermostNode(at, false);
      if (child === NO_NODE) return 0;
      at = child;
    }
    return this.word(at, START) - this.origin;
  }

  /** Where the node ends in the source, in bytes, exclusive. */
  end(node: number): number {
    let at = node;
    while (this.word(at, START) === 0) {
      const child = this.outermostNode(at, true);
      if (child === NO_NODE) return 0;
      at = child;
    }
    return this.word(at, END) - this.origin;
  }

  /** SWC gives some nodes no span (a property `key: value`, a spread, an argument): they reach from first to last child. */
  private outermostNode(node: number, last: boolean): number {
    let found = NO_NODE;
    const end = this.next(node);
    for (let child = node + 1; child < end; child = this.next(child)) {
      const kind = this.kind(child);
      if (kind === KIND.string || kind === KIND.number || kind === KIND.true || kind === KIND.hole) continue;
      found = child;
      if (!last) break;
    }
    return found;
  }

  private word(node: number, word: number): number {
    return this.words[node * TAPE_RECORD_WORDS + word] as number;
  }
}

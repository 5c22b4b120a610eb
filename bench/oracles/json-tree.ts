import { Cursor, NO_NODE, SCOPE } from '../../src/syntax/cursor.ts';
import { FIELD, type Field } from '../../src/syntax/generated/fields.ts';
import { KIND, type Kind } from '../../src/syntax/generated/kinds.ts';
import type { NodeSelection } from '../../src/syntax/node-selection.ts';
import {
  type FoundUses,
  LEAP_OVER,
  TAKE,
  TAKE_DECLARED,
  TAKE_IN_MODULE_SCOPE,
  TAKE_NAMED,
} from '../../src/wasm/tape-builder.ts';
import { type TwinRecord, tapeTwin } from './tape-twin.ts';

const NAMES: ReadonlySet<number> = new Set([KIND.Identifier, KIND.StringLiteral]);
const LEAVES: ReadonlySet<number> = new Set([KIND.string, KIND.number, KIND.true, KIND.hole]);

/**
 * The naive twin of `src/syntax/cursor.ts`: the same questions, answered from what `JSON.parse` makes of SWC's text, with no
 * tape, no kernel and no bytes. It overrides every question, so that extractors take it for a cursor; a test sees to it that
 * it still does.
 */
export class JsonTree extends Cursor {
  private readonly records: readonly TwinRecord[];
  private readonly childrenOf: readonly number[][];
  private readonly firstByte: number;
  private readonly firstNodes: readonly number[];

  /** @param origin what SWC calls the first byte of the source */
  constructor(json: string, origin: number) {
    super();
    this.records = tapeTwin(json);
    this.count = this.records.length;
    this.firstByte = origin;
    const childrenOf: number[][] = this.records.map(() => []);
    this.records.forEach(({ parent }, node) => {
      childrenOf[parent]?.push(node);
    });
    this.childrenOf = childrenOf;
    const byText = new Map<string, number>();
    this.firstNodes = this.records.map(({ kind }, node) => {
      if (!NAMES.has(kind) || !this.has(node, FIELD.value)) return node;
      const text = this.text(node, FIELD.value);
      byText.set(text, byText.get(text) ?? node);
      return byText.get(text) ?? node;
    });
  }

  override load(): void {
    throw new Error('a tree from JSON is made with its text');
  }

  /** By each node's kind and those that it lies in. */
  override select(selection: NodeSelection): Uint32Array {
    const taken: number[] = [];
    let leaptUntil = 0;
    this.records.forEach(({ kind, scope, next }, node) => {
      const role = selection.roles[kind];
      if (node < leaptUntil) return;
      if (role === LEAP_OVER) leaptUntil = next;
      else if (role === TAKE_NAMED && selection.names.includes(this.text(node, FIELD.value))) taken.push(node);
      else if (role === TAKE_DECLARED && scope - 1 >= SCOPE.module) taken.push(node);
      else if (role === TAKE || (role === TAKE_IN_MODULE_SCOPE && scope - 1 === SCOPE.module)) taken.push(node);
    });
    return Uint32Array.from(taken);
  }

  override selectUses(selection: NodeSelection, wanted: readonly number[]): FoundUses {
    const texts = wanted.map((node) => this.text(node, FIELD.value));
    const isName = (node: number) => selection.roles[this.kind(node)] === TAKE_IN_MODULE_SCOPE;
    const found = Array.from(this.select(selection), (node) => ({
      node,
      said: isName(node) ? texts.indexOf(this.text(node, FIELD.value)) + 1 : 0,
    })).filter(({ node, said }) => said > 0 || !isName(node));
    return {
      nodes: Uint32Array.from(found, ({ node }) => node),
      said: Uint32Array.from(found, ({ said }) => said),
    };
  }

  override firstNamed(node: number): number {
    return this.firstNodes[node] ?? node;
  }

  override kind(node: number): Kind {
    return (this.records[node]?.kind ?? KIND.unknown) as Kind;
  }

  override field(node: number): Field {
    return (this.records[node]?.field ?? FIELD.unknown) as Field;
  }

  override parent(node: number): number {
    // The root's parent, all bits set, is −1.
    return (this.records[node]?.parent ?? NO_NODE) | 0;
  }

  override next(node: number): number {
    return this.records[node]?.next ?? 0;
  }

  override scope(node: number): number {
    return (this.records[node]?.scope ?? 0) - 1;
  }

  override firstChild(node: number): number {
    return this.childrenOf[node]?.[0] ?? NO_NODE;
  }

  override sibling(node: number): number {
    const siblings = this.childrenOf[this.parent(node)] ?? [];
    return siblings[siblings.indexOf(node) + 1] ?? NO_NODE;
  }

  override child(node: number, field: Field): number {
    return this.children(node, field)[0] ?? NO_NODE;
  }

  override children(node: number, field: Field): number[] {
    return (this.childrenOf[node] ?? []).filter((child) => this.field(child) === field);
  }

  override has(node: number, field: Field): boolean {
    return this.children(node, field).length > 0;
  }

  override text(node: number, field: Field): string {
    return this.leafText(this.child(node, field));
  }

  override leafText(leaf: number): string {
    return String(this.records[leaf]?.leaf ?? '');
  }

  override textIs(node: number, field: Field, wanted: string): boolean {
    return this.has(node, field) && this.text(node, field) === wanted;
  }

  /** A node without a span reaches from its first child to its last; an argument begins at its `...`. */
  override start(node: number): number {
    const { start = 0 } = this.records[node] ?? {};
    if (start > 0) return start - this.firstByte;
    const spread = this.child(node, FIELD.spread);
    if (spread !== NO_NODE) return Number(this.text(spread, FIELD.start)) - this.firstByte;
    const first = this.nodesIn(node)[0];
    return first === undefined ? 0 : this.start(first);
  }

  override end(node: number): number {
    const { start = 0, end = 0 } = this.records[node] ?? {};
    if (start > 0) return end - this.firstByte;
    const last = this.nodesIn(node).at(-1);
    return last === undefined ? 0 : this.end(last);
  }

  private nodesIn(node: number): number[] {
    return (this.childrenOf[node] ?? []).filter((child) => !LEAVES.has(this.kind(child)));
  }
}

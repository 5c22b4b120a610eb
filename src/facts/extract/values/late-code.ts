import type { Cursor } from '../../../syntax/cursor.ts';
import { FIELD } from '../../../syntax/generated/fields.ts';
import { KIND } from '../../../syntax/generated/kinds.ts';
import { withoutWrapping } from '../imports/specifier-of.ts';
import { MODULE, type TreeSurvey } from './survey-tree.ts';
import { calledMember } from './written-places.ts';

/** Methods that call the function which they are given before they return, and never again. */
const CALLS_AT_ONCE: ReadonlySet<string> = new Set([
  ...['forEach', 'map', 'filter', 'flatMap', 'reduce', 'reduceRight', 'some', 'every', 'find', 'findIndex', 'sort'],
]);
/** Where a function can be held so that anybody may call it. */
const ESCAPES = null;

type Callers = number[] | typeof ESCAPES;

/**
 * Which functions can run again when whatever called them is over. One that is only ever called by name, at once, runs when its callers do and at no
 * other time; any other (exported, passed on, a method, asynchronous) may run at any time.
 */
export class LateCode {
  private readonly tree: Cursor;
  private readonly functionOf: Int32Array;
  private readonly callers = new Map<number, Callers>();
  private readonly known = new Map<string, boolean>();
  /** The function that a binding is, for good. */
  private readonly bound = new Map<number, number>();

  constructor(tree: Cursor, survey: TreeSurvey, bindingOf: (identifier: number) => number) {
    this.tree = tree;
    this.functionOf = survey.functionOf;
    for (const node of survey.nodes) this.bind(node, bindingOf);
    for (const node of survey.nodes) {
      if (tree.kind(node) !== KIND.Identifier) continue;
      const held = this.bound.get(bindingOf(node));
      if (held !== undefined) this.mention(node, held);
    }
  }

  /** The function that a name stands for, as far as the file says. */
  functionNamed(binding: number): number | undefined {
    return this.bound.get(binding);
  }

  /** Whether code of `inner` can run when the function `outer`, which holds it, is over. */
  isLate(inner: number, outer: number): boolean {
    if (inner === outer) return false;
    const known = this.knownLate(inner, outer);
    if (known !== undefined) return known;
    /** Those that can be running when `inner` is, each with the one that it calls on the way. */
    const reached = new Map<number, number>([[inner, inner]]);
    for (const at of reached.keys()) {
      const callers = this.callersOf(at);
      if (callers === ESCAPES || this.knownLate(at, outer) === true) {
        // So is all that is called on the way, and nothing is asked twice, however long the way is.
        for (let called = at; ; called = reached.get(called) ?? inner) {
          this.known.set(keyOf(called, outer), true);
          if (called === inner) return true;
        }
      }
      for (const caller of callers) if (caller !== outer && !reached.has(caller)) reached.set(caller, at);
    }
    for (const at of reached.keys()) this.known.set(keyOf(at, outer), false);
    return false;
  }

  private knownLate(inner: number, outer: number): boolean | undefined {
    return this.known.get(keyOf(inner, outer));
  }

  private callersOf(called: number): Callers {
    if (called === MODULE) return ESCAPES;
    const callers = this.callers.get(called);
    return callers === undefined ? this.callersInPlace(called) : callers;
  }

  private bind(node: number, bindingOf: (identifier: number) => number): void {
    const { tree } = this;
    const isDeclaration = tree.kind(node) === KIND.FunctionDeclaration;
    if (!isDeclaration && tree.kind(node) !== KIND.VariableDeclarator) return;
    const name = tree.child(node, isDeclaration ? FIELD.identifier : FIELD.id);
    const held = isDeclaration ? node : withoutWrapping(tree, tree.child(node, FIELD.init));
    if (tree.kind(name) !== KIND.Identifier || held < 0 || !isPlainFunction(tree, held)) return;
    this.bound.set(bindingOf(name), held);
    const holder = isDeclaration ? tree.parent(node) : tree.parent(tree.parent(node));
    const escapes = runsInSteps(tree, held) || isExport(tree, holder);
    this.callers.set(held, escapes ? ESCAPES : []);
  }

  private mention(name: number, held: number): void {
    const { tree } = this;
    const parent = tree.parent(name);
    if (parent === held && tree.field(name) === FIELD.identifier) return;
    if (tree.kind(parent) === KIND.VariableDeclarator && tree.field(name) === FIELD.id) return;
    const called = tree.kind(parent) === KIND.CallExpression && tree.field(name) === FIELD.callee;
    if (called) this.callers.get(held)?.push(this.functionOf[name] as number);
    else this.callers.set(held, ESCAPES);
  }

  /** Of a function without a name: who calls it where it stands. */
  private callersInPlace(inner: number): Callers {
    const { tree } = this;
    if (!isPlainFunction(tree, inner) || runsInSteps(tree, inner)) return ESCAPES;
    let at = inner;
    while (tree.kind(tree.parent(at)) === KIND.ParenthesisExpression) at = tree.parent(at);
    const parent = tree.parent(at);
    if (tree.field(at) === FIELD.callee && tree.kind(parent) === KIND.CallExpression)
      return [this.functionOf[parent] as number];
    const call = tree.kind(parent) === KIND.group ? tree.parent(parent) : -1;
    const callee = call < 0 ? -1 : calledMember(tree, call);
    if (callee < 0) return ESCAPES;
    const name = tree.text(tree.child(callee, FIELD.property), FIELD.value);
    return CALLS_AT_ONCE.has(name) ? [this.functionOf[call] as number] : ESCAPES;
  }
}

const keyOf = (inner: number, outer: number): string => `${inner} ${outer}`;

function isPlainFunction(tree: Cursor, node: number): boolean {
  const kind = tree.kind(node);
  return kind === KIND.FunctionDeclaration || kind === KIND.FunctionExpression || kind === KIND.ArrowFunctionExpression;
}

/** Whether it goes on after its caller has gone on. */
function runsInSteps(tree: Cursor, node: number): boolean {
  return tree.has(node, FIELD.async) || tree.has(node, FIELD.generator);
}

function isExport(tree: Cursor, node: number): boolean {
  const kind = node < 0 ? KIND.unknown : tree.kind(node);
  return kind === KIND.ExportDeclaration || kind === KIND.ExportDefaultDeclaration;
}

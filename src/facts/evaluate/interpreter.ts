import type { Location } from '../../base/location.ts';
import { choose } from './choices.ts';
import type { Code, LateWrite } from './code.ts';
import type { Frame } from './frame.ts';
import { type Changes, Heap } from './heap.ts';
import type { UnknownReason } from './reasons.ts';
import type { ArrayValue, Condition, FunctionValue, ObjectValue, SymbolicValue, Value } from './values.ts';
import { unknown } from './values.ts';

/** One statement of a module may take so many steps, and a module so many in all: a step is a node, or an element that is copied. */
const STATEMENT_STEPS = 150_000;
const MODULE_STEPS = 900_000;
/** How deep expressions and calls may nest: each level takes a few frames of our own stack. */
const DEEPEST = 320;

/** What is thrown inside of the evaluator, and caught in it, when a statement is too long or too deep. */
export class BudgetExceeded extends Error {}

/** What the evaluator has to be told by the project. */
export interface Surroundings {
  /** What an import binding of a file stands for. */
  imported(code: Code, binding: number, interpreter: Interpreter, at: Location): Value;
  /** What `require` gives at a site of a file. */
  required(code: Code, site: number, interpreter: Interpreter, at: Location): Value;
  /** What a module exports under a name. */
  exported(module: string, name: string, interpreter: Interpreter, at: Location): Value;
  /** What code of other modules writes to of what the binding holds, or (-1) the default export. */
  writesElsewhere(code: Code, binding: number): readonly LateWrite[];
}

/** A call of something external that a module makes while it is loaded. */
export interface ExternalCall {
  readonly call: SymbolicValue & { kind: 'call' };
  /** What has to be so for it to be made; outermost first. */
  readonly conditions: readonly { readonly condition: Condition; readonly holds: boolean }[];
}

/** What somebody wants to know of one file while it runs. */
export interface Watch {
  readonly code: Code;
  readonly node: number;
  /** What the expression was, each time it was evaluated. */
  readonly seen: Value[];
  /** Functions of the file that were made, by their nodes: the last of each. */
  readonly functions: Map<number, FunctionValue>;
}

/** Runs the code of one module as far as it is understood. One a module: what it writes to is written by that module. */
export class Interpreter {
  readonly module: string;
  readonly heap = new Heap();
  readonly surroundings: Surroundings;
  readonly calls: ExternalCall[] = [];
  /** The expression of which somebody wants to know the value while the code around it runs. */
  watch: Watch | null = null;
  /** The value of `module.exports`. */
  moduleObject: ObjectValue | null = null;
  defaultExport: Value | null = null;
  readonly writtenGlobals = new Set<string>();
  /** The members of the enum whose initialisers are being evaluated, as far as they are named there. */
  readonly enumMembers = new Map<string, Value>();
  private steps = 0;
  private statementEnd = STATEMENT_STEPS;
  private level = 0;
  private readonly baseLevel: number;
  private readonly conditions: { condition: Condition; holds: boolean }[] = [];

  constructor(module: string, surroundings: Surroundings, baseLevel: number) {
    this.module = module;
    this.surroundings = surroundings;
    this.baseLevel = baseLevel;
  }

  /** How deep the stack is, counted through all modules that are being run. */
  get depth(): number {
    return this.baseLevel + this.level;
  }

  step(count = 1): void {
    this.steps += count;
    if (this.steps + this.heap.copied > this.statementEnd) throw new BudgetExceeded();
  }

  nested<T>(run: () => T): T {
    if (this.level >= DEEPEST) throw new BudgetExceeded();
    this.level++;
    try {
      return run();
    } finally {
      this.level--;
    }
  }

  /** Runs a statement of the module; false, and nothing written, when it was more than a statement may be. */
  attempt(run: () => void): boolean {
    const { heap } = this;
    const depth = heap.depth;
    const [calls, conditions] = [this.calls.length, this.conditions.length];
    const before = this.steps + heap.copied;
    this.statementEnd = Math.min(before + STATEMENT_STEPS, MODULE_STEPS);
    heap.begin();
    try {
      run();
      heap.commit();
      return true;
    } catch (error) {
      heap.unwind(depth);
      this.conditions.length = conditions;
      if (!(error instanceof BudgetExceeded)) throw error;
      this.calls.length = calls;
      return false;
    }
  }

  /** Runs something of which nobody knows whether it is run, and takes back what it wrote. */
  branch<T>(condition: Condition, holds: boolean, run: () => T): { result: T; changes: Changes } {
    this.heap.begin();
    this.conditions.push({ condition, holds });
    const result = run();
    this.conditions.pop();
    return { result, changes: this.heap.undo() };
  }

  /** Both sides of an expression whose condition is not known. */
  either(condition: Condition, then: () => Value, other: () => Value, at: Location): Value {
    const a = this.branch(condition, true, then);
    const b = this.branch(condition, false, other);
    this.heap.merge(condition, a.changes, b.changes);
    return choose(condition, a.result, b.result, at);
  }

  recordCall(call: SymbolicValue & { kind: 'call' }): Value {
    this.calls.push({ call, conditions: [...this.conditions] });
    return call;
  }

  array(elements: Value[], at: Location): ArrayValue {
    this.step(elements.length);
    return { kind: 'array', elements, taint: null, owner: this.module, at };
  }

  object(properties: Map<string, Value>, at: Location, open: UnknownReason | null = null): ObjectValue {
    this.step(properties.size);
    return { kind: 'object', properties, taint: null, open, instanceOf: null, owner: this.module, at };
  }

  /** An array of which the elements are not known. */
  unknownArray(reason: UnknownReason, elements: Value[], at: Location): ArrayValue {
    return { ...this.array(elements, at), taint: reason };
  }

  /**
   * What code does that is not run, under the names that it has: everything that it may write to is no longer known, what it declares is not, and
   * what it assigns may be anything that it names.
   */
  passOver(frame: Frame, node: number, reason: UnknownReason): void {
    const { code } = frame;
    const named: Value[] = [];
    const declared = new Set<number>();
    for (const inner of code.within(node)) {
      const op = code.op(inner);
      const binding =
        op === 'name' || op === 'enum' || op === 'class-declaration' || op === 'function-declaration'
          ? code.a(inner) - 1
          : -1;
      if (binding < 0 || code.binding(binding, 'SITE') > 0) continue;
      const value = frame.holding(binding)?.cells.get(binding);
      if (value) named.push(value);
      else declared.add(binding);
    }
    const at = code.at(node);
    this.heap.taint(this.handedOver(frame, node), reason);
    for (const value of named) if (value.kind === 'function') this.passOverCall(value, reason);
    for (const { binding, through } of code.writesIn(node)) this.disturb(frame, binding, through, named, reason, at);
    for (const binding of declared) this.heap.setCell(frame, binding, unknown(reason, at, named));
  }

  /** What code hands to functions of the project: they may write to it, or give it back to be written to. */
  private handedOver(frame: Frame, node: number): Value[] {
    const { code } = frame;
    const held = (name: number): Value | undefined =>
      code.op(name) === 'name' ? frame.holding(code.a(name) - 1)?.cells.get(code.a(name) - 1) : undefined;
    const found: Value[] = [];
    for (const inner of code.within(node)) {
      if (code.op(inner) !== 'call') continue;
      const callee = code.a(inner);
      if (code.op(callee) !== 'function' && held(callee)?.kind !== 'function') continue;
      for (const argument of code.list(code.b(inner))) {
        let root = argument;
        while (code.op(root) === 'member' || code.op(root) === 'index') root = code.a(root);
        const value = held(root);
        if (value) found.push(value);
      }
    }
    return found;
  }

  /** The same for a function that somebody may call, and for those that it names. */
  passOverCall(called: Value, reason: UnknownReason, seen = new Set<Value>()): void {
    if (called.kind !== 'function' || seen.has(called)) return;
    seen.add(called);
    const { code, frame, node, at } = called;
    for (const { binding, through } of code.writesIn(node)) this.disturb(frame, binding, through, [], reason, at);
    for (const inner of code.within(node)) {
      if (code.op(inner) !== 'name' || code.a(inner) === 0) continue;
      const value = frame.holding(code.a(inner) - 1)?.cells.get(code.a(inner) - 1);
      if (value?.kind === 'function') this.passOverCall(value, reason, seen);
    }
  }

  private disturb(
    frame: Frame,
    binding: number,
    through: boolean,
    holds: readonly Value[],
    reason: UnknownReason,
    at: Location,
  ): void {
    const holding = frame.holding(binding);
    const value = holding?.cells.get(binding);
    if (!holding || !value) return;
    if (!through) {
      this.heap.setCell(holding, binding, unknown(reason, at, [value, ...holds]));
      return;
    }
    this.heap.taint([value], reason);
    // What was stored there can be written to through it from now on.
    if (value.kind === 'array') value.elements = [...value.elements, ...holds];
  }
}

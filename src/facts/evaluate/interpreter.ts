import type { Location } from '../../base/location.ts';
import { choose } from './choices.ts';
import type { Code, LateWrite } from './code.ts';
import { type Changes, Heap } from './heap.ts';
import type { ArrayIterator } from './known/array-iterators.ts';
import type { UnknownReason } from './reasons.ts';
import type { ArrayValue, Condition, FunctionValue, ObjectValue, SymbolicValue, Value } from './values.ts';

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
  /** Unknown values that are iterators of arrays; see array-iterators.ts. */
  readonly iterators = new WeakMap<Value, ArrayIterator>();
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
}

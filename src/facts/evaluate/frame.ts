import type { Code } from './code.ts';
import type { FunctionValue, Value } from './values.ts';

/** The variables of one run of a function (or block, or module). Bindings are numbers of one file, and so are those of all frames around it. */
export class Frame {
  readonly cells = new Map<number, Value>();
  /** Bindings that somebody unknown can write to at any time. */
  readonly tainted = new Set<number>();
  readonly code: Code;
  readonly parent: Frame | null;
  readonly owner: string;
  /** What `this` is; null before `super()` and where the frame around it decides. */
  thisValue: Value | null;
  /** The function that runs; null in a block, whose function is that of the frame around it. */
  readonly running: FunctionValue | null;
  readonly args: readonly Value[];

  constructor(
    code: Code,
    parent: Frame | null,
    owner: string,
    run?: { running: FunctionValue; thisValue: Value | null; args: readonly Value[] },
  ) {
    this.code = code;
    this.parent = parent;
    this.owner = owner;
    this.thisValue = run?.thisValue ?? null;
    this.running = run?.running ?? null;
    this.args = run?.args ?? [];
  }

  /** The frame that has the binding; null before its declaration has run. */
  holding(binding: number): Frame | null {
    let frame: Frame | null = this;
    while (frame && !frame.cells.has(binding)) frame = frame.parent;
    return frame;
  }

  /** The frame of the innermost function that has a `this` of its own, or of the module. */
  get thisFrame(): Frame {
    let frame: Frame = this;
    while (frame.parent && (frame.running === null || frame.running.boundThis !== null)) frame = frame.parent;
    return frame;
  }
}

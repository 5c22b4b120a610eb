import type { Code } from './code.ts';
import { Frame } from './frame.ts';
import type { Interpreter } from './interpreter.ts';
import { passOver } from './pass-over.ts';
import { hoistFunctions, runStatement } from './run-statements.ts';
import { primitive } from './values.ts';
import { hoistVariables } from './variables.ts';

/** What running a module leaves behind. */
export interface ModuleRun {
  readonly code: Code;
  readonly frame: Frame;
  readonly interpreter: Interpreter;
}

/** The frame of a module before anything of it has run. */
export function openModule(interpreter: Interpreter, code: Code): ModuleRun {
  const at = code.at(0);
  const frame = new Frame(code, null, interpreter.module);
  frame.thisValue = primitive(undefined, at);
  const exported = interpreter.object(new Map(), at);
  interpreter.moduleObject = interpreter.object(new Map([['exports', exported]]), at);
  return { code, frame, interpreter };
}

/** Runs what a module does when it is loaded, statement by statement: one that is too much is passed over, and the others are not lost. */
export function runModule({ code, frame, interpreter }: ModuleRun): void {
  const { facts } = code;
  const body = code.list(facts.body);
  hoistVariables(interpreter, frame, code.list(facts.vars), code.at(0));
  hoistFunctions(interpreter, frame, body);
  for (const statement of body) {
    if (facts.dynamic) {
      passOver(interpreter, frame, statement, 'unsupported-syntax');
      continue;
    }
    const done = interpreter.attempt(() => {
      runStatement(interpreter, frame, statement);
    });
    if (!done) passOver(interpreter, frame, statement, 'budget');
  }
}

import { truthOf } from './choices.ts';
import { type Completion, completion, NORMAL } from './completion.ts';
import { conditionOf, evaluate } from './evaluate-expression.ts';
import type { Frame } from './frame.ts';
import type { Interpreter } from './interpreter.ts';
import { applyBinary } from './operators.ts';
import { hoistFunctions, runEither, runInOrder, runStatement } from './run-statements.ts';

/** Runs a switch from the case that is equal, or from each that may be. */
export function runSwitch(interpreter: Interpreter, frame: Frame, statement: number): Completion {
  const { code } = frame;
  const cases = code.list(code.b(statement));
  for (const entry of cases) hoistFunctions(interpreter, frame, code.list(code.b(entry)));
  const value = evaluate(interpreter, frame, code.a(statement));
  const condition = conditionOf(code, code.a(statement));
  const fallback = cases.findIndex((entry) => code.a(entry) === 0);

  const runFrom = (start: number): Completion => {
    const statements = [...cases.slice(start)].flatMap((entry) => [...code.list(code.b(entry))]);
    const ended = runInOrder(interpreter, statements.length, (index) =>
      runStatement(interpreter, frame, statements[index] as number),
    );
    return ended.type === 'break' ? completion('normal', null, ended.maybe) : ended;
  };
  const decide = (index: number): Completion => {
    for (let at = index; at < cases.length; at++) {
      const entry = cases[at] as number;
      if (code.a(entry) === 0) continue;
      const test = evaluate(interpreter, frame, code.a(entry));
      const truth = truthOf(applyBinary('===', value, test, code.at(entry)));
      if (truth === true) return runFrom(at);
      if (truth === false) continue;
      const text = test.kind === 'string' ? `${condition.text} === '${test.value}'` : condition.text;
      const rest = (): Completion => interpreter.nested(() => decide(at + 1));
      return runEither(interpreter, { text, at: code.at(entry) }, () => runFrom(at), rest);
    }
    return fallback < 0 ? NORMAL : runFrom(fallback);
  };
  return decide(0);
}

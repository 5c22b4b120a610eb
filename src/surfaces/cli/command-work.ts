import type { Command } from 'commander';
import type { Invocation } from './invocation.ts';

/** What a command does with the values of its arguments, by position, and its options; returns the exit code. */
export type Work<Options> = (invocation: Invocation, values: readonly unknown[], options: Options) => Promise<number>;

/** Makes commander's action of a command's work. */
export type Act = <Options>(work: Work<Options>) => (...given: unknown[]) => Promise<void>;

/** Command lines that work, below the help of a command. */
export function addExamples(command: Command, examples: readonly string[]): void {
  command.addHelpText('after', `\nExamples:\n${examples.map((line) => `  ${line}`).join('\n')}`);
}

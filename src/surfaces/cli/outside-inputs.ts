import { type Command, Option } from 'commander';
import type { DrawingOptions } from './drawing-options.ts';
import type { Invocation } from './invocation.ts';

/** A query that the command line asks with more than it was told: it reads files or git first, and passes what it read as parameters. */
export interface OutsideInput {
  addOptions(command: Command): void;
  /** @returns the exit code */
  answer(
    given: Readonly<Record<string, unknown>>,
    invocation: Invocation,
    options: Readonly<Record<string, unknown>> & DrawingOptions,
  ): Promise<number>;
}

/** By query. What they do is imported when it is done, so that it does not weigh on other answers. */
export const OUTSIDE_INPUTS: Readonly<Record<string, OutsideInput>> = {
  affected: {
    addOptions(command) {
      command
        .option(
          '--since <revision>',
          'what changed since the branches parted, uncommitted and untracked files included',
        )
        .option('--base <revision>', 'what changed in --head since it parted from this')
        .option('--head <revision>', 'a commit; by default the files as they are')
        .option('--by-modules', 'count every changed source as a whole, whatever changed in it')
        .addOption(
          new Option('--print <what>', 'only their names, a line each, for a runner').choices([
            'modules',
            'packages',
            'tests',
          ]),
        )
        .option('--null', 'with --print: a NUL behind each name in place of a line feed, for `xargs -0`');
    },
    async answer(given, invocation, options) {
      const { answerAffected } = await import('./commands/answer-affected.ts');
      return answerAffected(given, invocation, options);
    },
  },
};

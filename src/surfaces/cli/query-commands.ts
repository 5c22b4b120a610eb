import type { Command } from 'commander';
import { affectedCommand } from './affected-command.ts';
import { checkCommand } from './check-command.ts';
import type { DrawingOptions } from './drawing-options.ts';
import type { Format, Invocation } from './invocation.ts';
import { unusedCommand } from './unused-command.ts';

/**
 * The command of a query that is more than its query: it reads files or git first and passes on what it read as parameters, or makes something of the
 * answer. What it does is imported when it is done, so that it does not weigh on other answers.
 */
export interface QueryCommand {
  /** Parameters that it reads from files or git, which are no options therefore. */
  readonly readParams?: ReadonlySet<string>;
  /** Formats of its own, in place of drawings. */
  readonly formats?: ReadonlySet<Format | undefined>;
  addOptions(command: Command): void;
  /** @returns the exit code */
  answer(
    given: Readonly<Record<string, unknown>>,
    invocation: Invocation,
    options: Readonly<Record<string, unknown>> & DrawingOptions,
  ): Promise<number>;
}

/** By query; all others are asked as they are. */
export const QUERY_COMMANDS: Readonly<Record<string, QueryCommand>> = {
  affected: affectedCommand,
  check: checkCommand,
  unused: unusedCommand,
};

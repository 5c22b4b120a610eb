import { answerQuery } from './commands/answer-query.ts';
import type { FixOptions } from './commands/fix-unused.ts';
import type { QueryCommand } from './query-commands.ts';

/** Its findings can be taken out by a patch. */
export const unusedCommand: QueryCommand = {
  addOptions(command) {
    command
      .option('--fix', 'print a patch that takes out what is found, for `git apply`; with --dry-run')
      .option('--dry-run', 'write nothing: the patch goes to standard output');
  },
  async answer(given, invocation, options) {
    const asked = options as FixOptions;
    if (!asked.fix) return answerQuery('unused', given, invocation, options);
    const { fixUnused } = await import('./commands/fix-unused.ts');
    return fixUnused(given, asked, invocation);
  },
};

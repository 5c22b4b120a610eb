import { Option } from 'commander';
import type { QueryCommand } from './query-commands.ts';

/** It asks git what changed, unless it is told. */
export const affectedCommand: QueryCommand = {
  addOptions(command) {
    command
      .option('--since <revision>', 'what changed since the branches parted, uncommitted and untracked files included')
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
};

import { InvalidArgumentError, Option } from 'commander';
import { FINDING_FORMATS } from './invocation.ts';
import type { QueryCommand } from './query-commands.ts';

/** What `check` takes beside the parameters of its query: files and git, which a query never touches. */
export interface CheckOptions {
  readonly baseline?: string;
  readonly updateBaseline?: boolean;
  /** True when no commit was named. */
  readonly changed?: string | true;
  /** A configuration of dependency-cruiser to translate, instead of checking anything. */
  readonly import?: string;
  readonly partial?: boolean;
  readonly failOn: 'error' | 'warning' | 'note' | 'never';
}

/** It knows what is put up with and what changed, and can translate the rules of another tool instead. */
export const checkCommand: QueryCommand = {
  readParams: new Set(['baseline', 'changed']),
  formats: FINDING_FORMATS,
  addOptions(command) {
    command
      .option('--baseline <file>', 'known findings, which are put up with: JSON, meant to be committed', readFile)
      .option('--update-baseline', 'write what is found into the baseline, and take out what is gone')
      .option(
        '--changed [commit]',
        'only findings about files that changed: not committed, or since a branch or commit',
      )
      .option(
        '--import <file>',
        'check nothing: print the rules of a configuration of dependency-cruiser as ours',
        readFile,
      )
      .option('--partial', 'with --import: print what can be translated even if some rules cannot')
      .addOption(
        new Option('--fail-on <severity>', 'exit with 1 on new findings of this severity or a higher one')
          .choices(['error', 'warning', 'note', 'never'])
          .default('error'),
      );
  },
  async answer(given, invocation, options) {
    const asked = options as unknown as CheckOptions;
    if (asked.import !== undefined) {
      const { importRules } = await import('./commands/import-rules.ts');
      return importRules(asked.import, asked.partial ?? false, invocation);
    }
    const { checkRules } = await import('./commands/check-rules.ts');
    return checkRules(given, invocation, asked);
  },
};

function readFile(text: string): string {
  if (text === '') throw new InvalidArgumentError('A file has a name.');
  return text;
}

import { type Command, InvalidArgumentError, Option } from 'commander';
import type { ParamSpec } from '../../base/param-spec.ts';
import type { Act } from './command-work.ts';
import { addParams, givenParams } from './param-options.ts';

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

/** Parameters of the query that are read from files or from git, and so are options of another form. */
const READ_PARAMS: ReadonlySet<string> = new Set(['baseline', 'changed']);

/** Makes the command of the query `check`, which is more than its query. */
export function addCheckCommand(command: Command, specs: readonly ParamSpec[], act: Act): void {
  const own = specs.filter(({ name }) => !READ_PARAMS.has(name));
  addParams(command, own, []);
  command
    .option('--baseline <file>', 'known findings, which are put up with: JSON, meant to be committed', readFile)
    .option('--update-baseline', 'write what is found into the baseline, and take out what is gone')
    .option('--changed [commit]', 'only findings about files that changed: not committed, or since a branch or commit')
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
    )
    .action(
      act<Record<string, unknown> & CheckOptions>(async (invocation, values, options) => {
        if (options.import !== undefined) {
          const { importRules } = await import('./commands/import-rules.ts');
          return importRules(options.import, options.partial ?? false, invocation);
        }
        const { checkRules } = await import('./commands/check-rules.ts');
        return checkRules(givenParams(own, [], values, options), invocation, options);
      }),
    );
}

function readFile(text: string): string {
  if (text === '') throw new InvalidArgumentError('A file has a name.');
  return text;
}

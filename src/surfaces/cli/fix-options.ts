import type { Command } from 'commander';

export interface FixOptions {
  readonly fix?: boolean;
  readonly dryRun?: boolean;
}

/** Of the one query whose findings can be taken out by a patch. */
export function addFixOptions(command: Command): void {
  command
    .option('--fix', 'print a patch that takes out what is found, for `git apply`; with --dry-run')
    .option('--dry-run', 'write nothing: the patch goes to standard output');
}

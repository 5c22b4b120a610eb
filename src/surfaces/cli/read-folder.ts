import { InvalidArgumentError } from 'commander';

/**
 * A folder as an option or argument names it. An empty one is a variable that was not set, and would quietly mean the working
 * directory: another project, or an image among its sources.
 */
export function readFolder(text: string): string {
  if (text === '') throw new InvalidArgumentError('A folder has a name.');
  return text;
}

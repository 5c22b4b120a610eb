import { join } from 'node:path';
import { failedFacts } from '../../../facts/failed-facts.ts';
import type { FileFacts } from '../../../facts/records.ts';
import { hashOf } from '../state/stamps.ts';
import type { ExcludedFile } from './messages.ts';

/**
 * The facts of a file that took the parser down. They have its content's hash, so that the facts cache keeps them and no later
 * build dies of the same bytes again; a cold build, another extractor or another content tries anew.
 * @param hangSeconds what a file may take
 */
export function culpritFacts(root: string, { path, code }: ExcludedFile, hangSeconds: number): FileFacts {
  const facts = failedFacts(path, code);
  const message = code === 'parser-hung' ? hungMessage(hangSeconds) : NOT_AGAIN;
  const diagnostics = facts.diagnostics.map((diagnostic) => ({ ...diagnostic, message }));
  return { ...facts, hash: hashOf(join(root, path)), diagnostics };
}

/** Whether what an earlier build found out would come out otherwise today: a file that hung is tried again with another limit. */
export function isToBeTriedAgain({ diagnostics }: FileFacts, hangSeconds: number): boolean {
  return diagnostics.some(({ code, message }) => code === 'parser-hung' && message !== hungMessage(hangSeconds));
}

/** The same words in the build that finds out and in those that remember: both must give the same bytes. */
const NOT_AGAIN = 'not tried again before it changes; `introspect index --cold` does';

const hungMessage = (seconds: number): string => `busy for more than ${seconds} s; ${NOT_AGAIN}`;

import { isRecord } from '../../base/is-record.ts';
import type { Manifest } from '../scan/read-manifest.ts';
import { sourceExtension } from '../scan/source-paths.ts';
import { LAUNCHERS, LOOKERS, RUNNERS } from './command-words.ts';

/** A script of a manifest, cut into words. */
export interface Script {
  readonly name: string;
  /** Without quotes; of `--config=x` and `KEY=x` only `x`. */
  readonly words: readonly string[];
}

export function scriptsOf({ scripts }: Manifest): Script[] {
  if (!isRecord(scripts)) return [];
  return Object.entries(scripts).flatMap(([name, line]) =>
    typeof line === 'string' ? [{ name, words: commandWords(line) }] : [],
  );
}

/** Words that name a file to run: those with the extension of a source, and what follows a runner with a path's slash. */
export function filesNamed({ words }: Script): string[] {
  const found: string[] = [];
  let afterRunner = false;
  let isLooking = false;
  for (const word of words) {
    isLooking = word !== NEXT_COMMAND && (isLooking || LOOKERS.has(word));
    if (isLooking) continue;
    const isPath = isSourceName(word) || (afterRunner && word.includes('/'));
    if (isPath && !word.startsWith('/') && !word.startsWith('!')) found.push(word);
    // Options stand between a runner and its file: `node --enable-source-maps dist/main`.
    afterRunner = RUNNERS.has(word) || (afterRunner && word.startsWith('-'));
  }
  return found;
}

/** The commands of a text that is no script of a manifest: the first word of each, and what a launcher starts. Prose between them is none. */
export function commandsNamed(words: readonly string[]): string[] {
  const found: string[] = [];
  let isExpected = true;
  for (const word of words) {
    const begins = word === NEXT_COMMAND || LAUNCHERS.has(word);
    if (!begins && isExpected && !word.startsWith('-')) found.push(word);
    isExpected = begins || (isExpected && word.startsWith('-'));
  }
  return found;
}

/** Stands among words where another command begins. */
const NEXT_COMMAND = ':next';

/** The words of one command line or several, one a line; without comments, and with marks where another command begins. */
export function commandWords(lines: string): string[] {
  return lines
    .replace(/\\\r?\n/g, ' ')
    .replace(/^\s*#.*$/gm, '')
    .replace(/&&|\|\||;|\n/g, ` ${NEXT_COMMAND} `)
    .split(/[\s"'`;|&()<>\\]+/)
    .map((word) => word.slice(word.indexOf('=') + 1))
    .filter((word) => word !== '');
}

/** With the extension of a source, or of several: `test/**\/*.{ts,js}`. */
const isSourceName = (word: string): boolean => sourceExtension(word) !== null || /\*[^/]*\.\{[\w,]*[jt]s/.test(word);

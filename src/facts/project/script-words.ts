import { isRecord } from '../../base/is-record.ts';
import type { Manifest } from '../scan/read-manifest.ts';
import { sourceExtension } from '../scan/source-paths.ts';

/** A script of a manifest, cut into words. */
export interface Script {
  readonly name: string;
  /** Without quotes; of `--config=x` and `KEY=x` only `x`. */
  readonly words: readonly string[];
}

export function scriptsOf({ scripts }: Manifest): Script[] {
  if (!isRecord(scripts)) return [];
  return Object.entries(scripts).flatMap(([name, line]) =>
    typeof line === 'string' ? [{ name, words: wordsOf(line) }] : [],
  );
}

/** What starts the file that follows it, and may leave its extension out. */
const RUNNERS = new Set([
  'node',
  'tsx',
  'ts-node',
  'bun',
  'nodemon',
  'esno',
  'jiti',
  'vite-node',
  'babel-node',
  'swc-node',
  'ts-node-dev',
  'tsnd',
]);

/** Words that name a file to run: those with the extension of a source, and what follows a runner with a path's slash. */
export function filesNamed({ words }: Script): string[] {
  const found: string[] = [];
  let afterRunner = false;
  for (const word of words) {
    const isPath = sourceExtension(word) !== null || (afterRunner && word.includes('/'));
    if (isPath && /^[\w@./-]+$/.test(word) && !word.startsWith('/')) found.push(word);
    // Options stand between a runner and its file: `node --enable-source-maps dist/main`.
    afterRunner = RUNNERS.has(word) || (afterRunner && word.startsWith('-'));
  }
  return found;
}

function wordsOf(line: string): string[] {
  return line
    .split(/[\s"'`;|&()<>\\]+/)
    .map((word) => word.slice(word.indexOf('=') + 1))
    .filter((word) => word !== '');
}

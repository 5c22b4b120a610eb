import { findBlocks } from '../../syntax/markup/find-blocks.ts';
import { languageOf } from '../../syntax/source-language.ts';
import type { CodeBlock } from './imports/find-imports.ts';
import type { ImportSites } from './imports/import-sites.ts';

export interface FoundCode {
  readonly blocks: readonly CodeBlock[];
  /** Where blocks begin that are written in a language that we do not read, in bytes. */
  readonly unread: readonly number[];
}

/**
 * What there is to parse in a file: all of it, or the script blocks of a component. Blocks that say where their content
 * lies (`<script src="./cart.ts">`, `<style src="./cart.css">`) are added to the sites: they are imports already.
 */
export function findCode(path: string, source: Uint8Array, sites: ImportSites): FoundCode {
  const found = findBlocks(path, source);
  if (!found) return { blocks: [{ source, offset: 0, language: languageOf(path), besideMarkup: false }], unread: [] };
  sites.beginBlock(0);
  for (const { start, end, isScript } of found.sources) {
    const quoted = Buffer.from(source.subarray(start, end)).toString('utf8');
    const specifier = quoted.replace(/^(["'])(.*)\1$/s, '$2');
    // What a browser fetches is no file of the project, whatever the protocol.
    if (!specifier.startsWith('//')) sites.add(isScript ? 'static' : 'asset', specifier, start, end, 0);
  }
  const blocks: CodeBlock[] = [];
  const unread: number[] = [];
  for (const { start, end, language } of found.scripts) {
    if (language === null) unread.push(start);
    else blocks.push({ source: source.subarray(start, end), offset: start, language, besideMarkup: true });
  }
  return { blocks, unread };
}

import type { SourceLanguage } from '../source-language.ts';
import type { Tag } from './read-tag.ts';

/** A piece of code in a file of markup: a range of its bytes. */
export interface ScriptBlock {
  readonly start: number;
  readonly end: number;
  /** Null for one that is read by no parser of ours (`lang="coffee"`). */
  readonly language: SourceLanguage | null;
}

/** A block whose content is another file (`<script src="./cart.ts">`): the range of the attribute's value, its quotes included. */
export interface BlockSource {
  readonly start: number;
  readonly end: number;
  readonly isScript: boolean;
}

/** What a component file has besides markup, in source order. */
export interface MarkupBlocks {
  readonly scripts: readonly ScriptBlock[];
  readonly sources: readonly BlockSource[];
}

/** Collects while a finder goes through a file. */
export interface BlockList {
  readonly scripts: ScriptBlock[];
  readonly sources: BlockSource[];
}

/** Notes the `src` of a block; true if it has one. */
export function noteSource({ sources }: BlockList, tag: Tag): boolean {
  const src = tag.attributes.find(({ name }) => name === 'src');
  if (!src?.value) return false;
  sources.push({ start: src.start, end: src.end, isScript: tag.name === 'script' });
  return true;
}

/** Notes a block of code, unless there is nothing in it. */
export function noteScript({ scripts }: BlockList, text: string, block: ScriptBlock): void {
  for (let at = block.start; at < block.end; at++) {
    if ((text[at] as string) <= ' ') continue;
    scripts.push(block);
    return;
  }
}

/** After the comment at `at` (`<!--`); the end of the text when it never ends. */
export function endOfMarkupComment(text: string, at: number): number {
  // `<!-->` is a whole comment.
  const end = text.indexOf('-->', at + 2);
  return end < 0 ? text.length : end + 3;
}

/** Where the content that begins at `from` ends: at the closing tag of that name, whatever else it holds. */
export function endOfRawText(text: string, from: number, name: string): number {
  for (let at = text.indexOf('</', from); at >= 0; at = text.indexOf('</', at + 2)) {
    const end = at + 2 + name.length;
    if (text.slice(at + 2, end).toLowerCase() === name.toLowerCase() && /^[\s/>]?$/.test(text[end] ?? '')) return at;
  }
  return text.length;
}

/** After the `>` that ends a closing tag or a declaration. */
export function afterTagEnd(text: string, at: number): number {
  const end = text.indexOf('>', at);
  return end < 0 ? text.length : end + 1;
}

/** The name of the closing tag at `at`. */
export function closingName(text: string, at: number): string {
  let end = at + 2;
  while (end < text.length && !/[\s/>]/.test(text[end] as string)) end++;
  return text.slice(at + 2, end);
}

/** Elements that have no content and no closing tag. */
export const VOID_ELEMENTS: ReadonlySet<string> = new Set(
  'area base br col command embed hr img input keygen link meta param source track wbr'.split(' '),
);

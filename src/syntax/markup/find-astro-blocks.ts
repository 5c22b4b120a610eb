import {
  afterTagEnd,
  type BlockList,
  closingName,
  endOfMarkupComment,
  endOfRawText,
  type MarkupBlocks,
  noteScript,
  noteSource,
  VOID_ELEMENTS,
} from './markup-blocks.ts';
import { OpenElements } from './open-elements.ts';
import { readTag, startsTag, type Tag } from './read-tag.ts';
import { endOfLiteral, walkCode } from './skip-code.ts';

const FENCE = '---';
/** Stands among the open elements for a brace: directly inside of it there is code, inside of an element there is text. */
const BRACE = '{';
const RAW_ELEMENTS = new Set(['script', 'style', 'textarea', 'title']);

/**
 * The code of an Astro component: what its fences enclose at the head, and the scripts that Astro bundles, which are
 * those with no attribute but `src`. Expressions hold markup and markup expressions, in turn.
 * @param text the file with a character for every byte
 */
export function findAstroBlocks(text: string): MarkupBlocks {
  const blocks: BlockList = { scripts: [], sources: [] };
  const elements = new OpenElements();
  /** The last character of code, while in code. */
  let before = '';
  let at = noteFrontmatter(blocks, text);
  while (at < text.length) {
    const inCode = elements.innermost === BRACE;
    const literalEnd = inCode ? endOfLiteral(text, at, before) : at;
    const character = text[at] as string;
    if (literalEnd > at) {
      before = '"';
      at = literalEnd;
      continue;
    }
    if (character === '{' || character === '}') {
      if (character === '{') elements.open(BRACE);
      else elements.close(BRACE);
      at++;
    } else if (character === '<' && !(inCode && isLessThan(text, at, before))) {
      at = readMarkup(blocks, elements, text, at);
    } else at++;
    if (character > ' ') before = character;
  }
  return blocks;
}

/** Returns where the markup begins. */
function noteFrontmatter(blocks: BlockList, text: string): number {
  let at = 0;
  while (at < text.length && !text.startsWith(FENCE, at)) {
    if (text.startsWith('<!--', at)) at = endOfMarkupComment(text, at);
    else if (text[at] === '<' || text[at] === '{') return 0;
    else at++;
  }
  const start = at + FENCE.length;
  const end = walkCode(text, start, (position) => text.startsWith(FENCE, position));
  if (end < 0) return 0;
  noteScript(blocks, text, { start, end, language: 'frontmatter' });
  return end + FENCE.length;
}

/** In code: `a < b`, `a<b` and `useState<string>()`, but not `return <li>`, `&& <li>`, `(<li>`. */
function isLessThan(text: string, at: number, before: string): boolean {
  if (!/[\w$)\]]/.test(before)) return false;
  return !/\b(?:return|default)\s*$/.test(text.slice(Math.max(0, at - 16), at));
}

/** Reads what the `<` at `at` begins; returns where to go on. */
function readMarkup(blocks: BlockList, elements: OpenElements, text: string, at: number): number {
  if (text.startsWith('<!--', at)) return endOfMarkupComment(text, at);
  if (text[at + 1] === '/') {
    elements.close(closingName(text, at));
    return afterTagEnd(text, at);
  }
  if (text[at + 1] === '!') return afterTagEnd(text, at);
  if (text[at + 1] === '>') {
    elements.open(''); // a fragment, closed by `</>`
    return at + 2;
  }
  if (!startsTag(text, at)) return at + 1;
  const tag = readTag(text, at, 'values');
  const isRaw = RAW_ELEMENTS.has(tag.name) || tag.attributes.some(({ name }) => name === 'is:raw');
  const end = tag.selfClosing || !isRaw ? tag.end : endOfRawText(text, tag.end, tag.name);
  if (tag.name === 'script' && isBundled(tag) && !noteSource(blocks, tag)) {
    noteScript(blocks, text, { start: tag.end, end, language: 'typescript' });
  }
  if (isRaw && !tag.selfClosing) return afterTagEnd(text, end);
  if (!tag.selfClosing && !VOID_ELEMENTS.has(tag.name)) elements.open(tag.name);
  return end;
}

/** https://docs.astro.build/en/guides/client-side-scripts/: any attribute besides `src` leaves a script as it is. */
const isBundled = (tag: Tag): boolean => tag.attributes.every(({ name }) => name === 'src');

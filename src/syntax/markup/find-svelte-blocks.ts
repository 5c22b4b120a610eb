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
import { attributeText, readTag, startsTag, type Tag } from './read-tag.ts';
import { endOfBraces } from './skip-code.ts';

/** Stands among the open elements for `{#if}`, `{#each}` and the like. */
const LOGIC_BLOCK = '{#';
const RAW_ELEMENTS = new Set(['script', 'style', 'textarea']);
const TYPESCRIPT = /^(?:text\/)?(?:ts|typescript)$/;
const JAVASCRIPT = /^(?:(?:text|application)\/)?(?:js|javascript|ecmascript)$|^module$|^$/;

/**
 * The scripts of a Svelte component: those that stand inside of nothing. One in an element, or in `{#if}`, is markup. As
 * in Svelte's compiler one script in TypeScript makes TypeScript of them all.
 * @param text the file with a character for every byte
 */
export function findSvelteBlocks(text: string): MarkupBlocks {
  const blocks: BlockList = { scripts: [], sources: [] };
  const elements = new OpenElements();
  let hasExpressions = true;
  let at = 0;
  while (at < text.length) {
    if (text[at] === '{' && hasExpressions) {
      const closes = text[at + 1] === '/' && /[a-z]/.test(text[at + 2] ?? '');
      const end = endOfBraces(text, closes ? at + 2 : at + 1);
      // One that never closes is text, and so are all after it: they would be looked through again in vain.
      hasExpressions = end >= 0;
      if (text[at + 1] === '#') elements.open(LOGIC_BLOCK);
      else if (closes) elements.close(LOGIC_BLOCK);
      at = hasExpressions ? end : at + 1;
    } else if (text[at] !== '<') at++;
    else if (text.startsWith('<!--', at)) at = endOfMarkupComment(text, at);
    else if (text[at + 1] === '/') {
      elements.close(closingName(text, at));
      at = afterTagEnd(text, at);
    } else if (startsTag(text, at)) {
      const tag = readTag(text, at, 'everywhere');
      at = tag.end;
      if (tag.selfClosing || VOID_ELEMENTS.has(tag.name)) {
        if (tag.name === 'script' && elements.innermost === undefined) noteSource(blocks, tag);
      } else if (RAW_ELEMENTS.has(tag.name)) {
        at = endOfRawText(text, tag.end, tag.name);
        if (tag.name === 'script' && elements.innermost === undefined) noteRootScript(blocks, text, tag, at);
        at = afterTagEnd(text, at);
      } else elements.open(tag.name);
    } else at++;
  }
  const typed = blocks.scripts.some(({ language }) => language === 'typescript');
  const scripts = blocks.scripts.map((block) =>
    typed && block.language ? { ...block, language: 'typescript' as const } : block,
  );
  return { scripts, sources: blocks.sources };
}

function noteRootScript(blocks: BlockList, text: string, tag: Tag, end: number): void {
  if (noteSource(blocks, tag)) return;
  const name = attributeText(tag, 'lang') ?? attributeText(tag, 'type') ?? '';
  const language = TYPESCRIPT.test(name) ? 'typescript' : JAVASCRIPT.test(name) ? 'javascript' : null;
  noteScript(blocks, text, { start: tag.end, end, language });
}

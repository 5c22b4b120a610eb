import type { SourceLanguage } from '../source-language.ts';
import {
  afterTagEnd,
  type BlockList,
  closingName,
  endOfMarkupComment,
  endOfRawText,
  type MarkupBlocks,
  noteScript,
  noteSource,
} from './markup-blocks.ts';
import { attributeText, readTag, startsTag, type Tag } from './read-tag.ts';

const LANGUAGES: Readonly<Record<string, SourceLanguage>> = {
  js: 'javascript',
  jsx: 'javascript',
  javascript: 'javascript',
  ts: 'typescript',
  typescript: 'typescript',
  tsx: 'tsx',
};

/**
 * The blocks of a Vue component by the rules of its own compiler: at the top level the content of every element is
 * plain text up to its closing tag, but for a template in HTML, which is read as such because templates nest.
 * @param text the file with a character for every byte
 */
export function findVueBlocks(text: string): MarkupBlocks {
  const blocks: BlockList = { scripts: [], sources: [] };
  for (let at = text.indexOf('<'); at >= 0 && at < text.length; at = text.indexOf('<', at)) {
    if (text.startsWith('<!--', at)) at = endOfMarkupComment(text, at);
    else if (text[at + 1] === '!' || text[at + 1] === '?') at = afterTagEnd(text, at);
    else if (!startsTag(text, at)) at++;
    else {
      const tag = readTag(text, at, 'none');
      const end = tag.selfClosing ? tag.end : contentEnd(text, tag);
      const hasSource = noteSource(blocks, tag);
      if (tag.name === 'script' && !hasSource) {
        const language = LANGUAGES[attributeText(tag, 'lang') ?? 'js'] ?? null;
        noteScript(blocks, text, { start: tag.end, end, language });
      }
      at = end;
    }
  }
  return blocks;
}

function contentEnd(text: string, tag: Tag): number {
  const isHtml = tag.name === 'template' && ['html', ''].includes(attributeText(tag, 'lang') ?? '');
  return isHtml ? endOfHtmlTemplate(text, tag.end) : endOfRawText(text, tag.end, tag.name);
}

/** Inside of these everything is text. */
const RAW_ELEMENTS = new Set(['script', 'style', 'textarea', 'title']);

function endOfHtmlTemplate(text: string, from: number): number {
  let depth = 1;
  let interpolates = true;
  let at = from;
  while (at < text.length) {
    if (interpolates && text[at] === '{' && text[at + 1] === '{') {
      const end = text.indexOf('}}', at + 2);
      interpolates = end >= 0;
      at = interpolates ? end + 2 : at + 2;
    } else if (text[at] !== '<') at++;
    else if (text.startsWith('<!--', at)) at = endOfMarkupComment(text, at);
    else if (text[at + 1] === '/') {
      if (closingName(text, at) === 'template' && --depth === 0) return at;
      at = afterTagEnd(text, at);
    } else if (startsTag(text, at)) {
      const tag = readTag(text, at, 'none');
      at = tag.end;
      if (tag.selfClosing) continue;
      if (tag.name === 'template') depth++;
      else if (RAW_ELEMENTS.has(tag.name)) at = endOfRawText(text, at, tag.name);
    } else at++;
  }
  return text.length;
}

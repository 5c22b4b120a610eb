import type { Cursor } from '../../../syntax/cursor.ts';
import { KIND } from '../../../syntax/generated/kinds.ts';
import type { ImportSites } from './import-sites.ts';

const DOC_COMMENT = /\/\*\*[^*/][\s\S]*?\*\//g;
/** A tag that takes a type in braces; prose and examples may also say `import(…)`, and mean nothing by it. */
const TYPED_TAG = /@[a-z]+\s*\{/gi;
const IMPORT_TYPE = /\bimport\(\s*(["'])([^"'\n]+)\1\s*\)/g;
/** TypeScript 5.5: `@import { Shape } from './shapes.js'`. */
const IMPORT_TAG = /@import\s[^@"']*?\bfrom\s*(["'])([^"'\n]+)\1/g;

/**
 * Types that JavaScript files name in doc comments: `@param {import('./shapes.js').Shape} shape`. Comments are not part
 * of the tree, so they are looked for in the source; the tree knows which lookalikes are inside of strings.
 */
export function findJsdocImports(bytes: Uint8Array, tree: Cursor, sites: ImportSites): void {
  const source = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  if (!source.includes('/**') || !(source.includes('import(') || source.includes('@import'))) return;
  // Latin-1 has a character for every byte, so that positions in the text are positions in the source.
  const text = source.toString('latin1');
  let literals: LiteralRanges | undefined;
  for (const { 0: comment, index } of text.matchAll(DOC_COMMENT)) {
    const found = [...importTypes(comment), ...comment.matchAll(IMPORT_TAG)];
    if (found.length === 0) continue;
    literals ??= literalRanges(tree);
    if (literals.some(([start, end]) => index >= start && index < end)) continue;
    for (const match of found) {
      const specifierLength = (match[2] ?? '').length;
      const start = index + match.index + match[0].search(/["']/);
      const end = start + specifierLength + 2;
      sites.add('jsdoc', source.toString('utf8', start + 1, end - 1), start, end, 0);
    }
  }
}

/** The `import('…')` inside the braces of tags. */
function* importTypes(comment: string): Generator<RegExpExecArray> {
  for (const match of comment.matchAll(IMPORT_TYPE))
    for (const tag of comment.matchAll(TYPED_TAG))
      if (tag.index < match.index && match.index < closingBrace(comment, tag.index + tag[0].length)) {
        yield match;
        break;
      }
}

/** Where the brace that is open at `from` closes, or 0 if it never does. */
function closingBrace(comment: string, from: number): number {
  let open = 1;
  for (let at = from; at < comment.length; at++) {
    if (comment[at] === '{') open++;
    else if (comment[at] === '}' && --open === 0) return at;
  }
  return 0;
}

type LiteralRanges = readonly (readonly [start: number, end: number])[];

/** Where text stands that is not code: `'/** not a comment *\/'`. */
function literalRanges(tree: Cursor): LiteralRanges {
  const ranges: [number, number][] = [];
  for (let node = 0; node < tree.count; node++) {
    const kind = tree.kind(node);
    const isText =
      kind === KIND.StringLiteral ||
      kind === KIND.TemplateElement ||
      kind === KIND.RegExpLiteral ||
      kind === KIND.JSXText;
    if (isText) ranges.push([tree.start(node), tree.end(node)]);
  }
  return ranges;
}

import type { Cursor } from '../../../syntax/cursor.ts';
import { KIND } from '../../../syntax/generated/kinds.ts';
import type { ImportSites } from './import-sites.ts';

const COMMENT_START = '/**';
const COMMENT_END = '*/';
/**
 * What decides whether `import('…')` stands inside the braces of a tag that takes a type: `@param {`, other braces, and the
 * imports themselves. Prose and examples may also say `import(…)`, and mean nothing by it.
 */
const TYPE_TOKEN = /@[a-zA-Z]+\s*\{|[{}]|\bimport\(\s*(["'])([^"'\n]+)\1\s*\)/g;
/** TypeScript 5.5: `@import { Shape } from './shapes.js'`. */
const IMPORT_TAG = /@import\s[^@"']*?\bfrom\s*(["'])([^"'\n]+)\1/g;

/**
 * Types that JavaScript files name in doc comments: `@param {import('./shapes.js').Shape} shape`. Comments are not part
 * of the tree, so they are looked for in the source; the tree knows which lookalikes are inside of strings. Every
 * search here is linear, whatever the text: sources come from anybody.
 */
export function findJsdocImports(bytes: Uint8Array, tree: Cursor, sites: ImportSites): void {
  const source = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  if (!source.includes(COMMENT_START) || !(source.includes('import(') || source.includes('@import'))) return;
  // Latin-1 has a character for every byte, so that positions in the text are positions in the source.
  const text = source.toString('latin1');
  let literals: LiteralRanges | undefined;
  let literal = 0;
  for (const { comment, index } of docComments(text)) {
    const found = [...importTypes(comment), ...comment.matchAll(IMPORT_TAG)];
    if (found.length === 0) continue;
    literals ??= literalRanges(tree);
    // Both lists ascend: what ends before this comment ends before all that follow.
    while ((literals[literal]?.[1] ?? Number.POSITIVE_INFINITY) <= index) literal++;
    if ((literals[literal]?.[0] ?? Number.POSITIVE_INFINITY) <= index) continue;
    for (const match of found) {
      const specifierLength = (match[2] ?? '').length;
      const start = index + match.index + match[0].search(/["']/);
      const end = start + specifierLength + 2;
      sites.add('jsdoc', source.toString('utf8', start + 1, end - 1), start, end, 0);
    }
  }
}

/** Every `/** … *\/` that is closed and not `/**\/` or a line of stars, in order. */
function* docComments(text: string): Generator<{ comment: string; index: number }> {
  for (let index = text.indexOf(COMMENT_START); index >= 0; ) {
    const isDoc = text[index + 3] !== '*' && text[index + 3] !== '/';
    const end = isDoc ? text.indexOf(COMMENT_END, index + 4) : index;
    if (end < 0) return;
    if (isDoc) yield { comment: text.slice(index, end + 2), index };
    index = text.indexOf(COMMENT_START, isDoc ? end + 2 : index + 1);
  }
}

/** The `import('…')` inside the braces of tags; of a brace that never closes, none. */
function* importTypes(comment: string): Generator<RegExpExecArray> {
  /** For each open brace: the imports in it so far when it is a tag's, null when it is another. */
  const open: (RegExpExecArray[] | null)[] = [];
  const tags: RegExpExecArray[][] = [];
  for (const token of comment.matchAll(TYPE_TOKEN)) {
    if (token[2] !== undefined) tags.at(-1)?.push(token);
    else if (token[0] === '}') {
      if (open.pop()) yield* tags.pop() ?? [];
    } else {
      const imports = token[0] === '{' ? null : [];
      open.push(imports);
      if (imports) tags.push(imports);
    }
  }
}

type LiteralRanges = readonly (readonly [start: number, end: number])[];

/** Where text stands that is not code, ascending: `'/** not a comment *\/'`. */
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
  // Disjoint, so that with their starts their ends ascend too.
  return ranges.sort(([a], [b]) => a - b);
}

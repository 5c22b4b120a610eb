import { type Cursor, NO_NODE } from '../../../syntax/cursor.ts';
import { FIELD } from '../../../syntax/generated/fields.ts';
import { KIND } from '../../../syntax/generated/kinds.ts';
import { SITE_CONTINUES, SITE_EAGER, SITE_PATTERN } from '../../records.ts';
import { type ImportContext, report } from './import-context.ts';
import { argumentOf, specifiersOf, withoutWrapping } from './specifier-of.ts';

/**
 * Vite’s `import.meta.glob('./pages/*.tsx')`: one site a pattern, the excluding ones (`!./pages/draft.tsx`) too.
 * With `{ eager: true }` the matches are imported statically.
 */
export function visitImportMetaGlob(context: ImportContext, call: number): void {
  const { tree } = context;
  const argument = argumentOf(tree, call, 0);
  if (argument === NO_NODE) return;
  const patterns = withoutWrapping(tree, argument);
  const flags = SITE_PATTERN | (isEager(tree, argumentOf(tree, call, 1)) ? SITE_EAGER : 0);
  const listed = tree.kind(patterns) === KIND.ArrayExpression;
  const expressions = listed
    ? tree.children(patterns, FIELD.elements).map((element) => tree.child(element, FIELD.expression))
    : [patterns];
  let continues = 0;
  for (const expression of expressions) {
    if (expression === NO_NODE) continue;
    for (const said of specifiersOf(tree, expression)) {
      report(context, 'glob', said, flags | continues);
      continues = SITE_CONTINUES;
    }
  }
}

/** `eager: true` in an object literal. */
function isEager(tree: Cursor, options: number): boolean {
  if (options === NO_NODE || tree.kind(options) !== KIND.ObjectExpression) return false;
  return tree.children(options, FIELD.properties).some((property) => {
    if (tree.kind(property) !== KIND.KeyValueProperty) return false;
    const key = tree.child(property, FIELD.key);
    const value = tree.child(property, FIELD.value);
    return (
      tree.textIs(key, FIELD.value, 'eager') && tree.kind(value) === KIND.BooleanLiteral && tree.has(value, FIELD.value)
    );
  });
}

/**
 * webpack’s `require.context('./pages', true, /\.tsx$/)`, which bundles what it matches into the module: the folder and
 * the regular expression as one glob. Of a regular expression only endings are understood; another matches every file.
 */
export function visitRequireContext(context: ImportContext, call: number): void {
  const { tree } = context;
  const folder = argumentOf(tree, call, 0);
  if (folder === NO_NODE) return;
  const deep = argumentOf(tree, call, 1);
  const recursive = deep === NO_NODE || tree.kind(deep) !== KIND.BooleanLiteral || tree.has(deep, FIELD.value);
  const expression = argumentOf(tree, call, 2);
  const files = expression === NO_NODE ? '*' : globOfRegExp(tree.text(expression, FIELD.pattern));
  for (const said of specifiersOf(tree, folder)) {
    const text = `${said.text.replace(/\/$/, '')}/${recursive ? '**/' : ''}${files}`;
    report(context, 'glob', { ...said, text }, SITE_PATTERN | SITE_EAGER);
  }
}

const LONGEST_ENDING = 200;

/** `\.tsx?$` → `*.{ts,tsx}`, `\.(svg|png)$` → `*.{svg,png}`, otherwise `*`. */
function globOfRegExp(pattern: string): string {
  // Of an ending only the end counts, and on a long run of points the search is quadratic.
  const ending = /(\\\.[\w\\.]*)(?:(\w)\?|\((?:\?:)?([\w|]+)\))?\$$/.exec(pattern.slice(-LONGEST_ENDING));
  if (!ending) return '*';
  const [, literal = '', optional, choices] = ending;
  const stem = literal.replaceAll('\\', '');
  if (choices) return `*${stem}{${choices.replaceAll('|', ',')}}`;
  // The pattern is greedy: of `\.tsx?` the literal took `.ts`, and the `x` may be absent.
  return optional ? `*${stem}{,${optional}}` : `*${stem}`;
}

import { type Cursor, NO_NODE } from '../../../syntax/cursor.ts';
import { FIELD } from '../../../syntax/generated/fields.ts';
import { KIND } from '../../../syntax/generated/kinds.ts';
import type { BundlerAlias } from '../../records.ts';
import { type AliasPattern, keyPattern, literalPattern } from './alias-pattern.ts';
import { CONFIG_FOLDER, type ConfigValue, joinValues, textValue } from './config-value.ts';
import type { ConfigFolder } from './fold-config.ts';
import { propertyOf } from './object-entries.ts';

/** What a configuration's text says of its aliases, and where it says what cannot be told. */
export interface FoundAliases {
  readonly aliases: BundlerAlias[];
  /** The expressions that could not be folded. */
  readonly unknown: number[];
}

export interface AliasReading extends FoundAliases {
  readonly tree: Cursor;
  readonly folder: ConfigFolder;
  /** What a replacement that begins with a slash counts from: Vite's `root`. Null where that is a place on the machine. */
  readonly root: ConfigValue | null;
  /** Whether a plain string is a path from the configuration's folder, as SvelteKit has it, and not another specifier. */
  readonly namesPaths: boolean;
}

/** A list of lists of lists … is no table. */
const DEEPEST = 16;

/** Reads the value of `resolve.alias`: an object, or a list of `{ find, replacement }`. */
export function readAliases(reading: AliasReading, expression: number, depth = 0): void {
  const { tree, folder, unknown } = reading;
  const table = folder.origin(expression);
  if (depth > DEEPEST || folder.exhausted) unknown.push(expression);
  else if (tree.kind(table) === KIND.ObjectExpression) readTable(reading, table, depth);
  else if (tree.kind(table) === KIND.ArrayExpression) {
    for (const element of tree.children(table, FIELD.elements)) {
      const item = folder.origin(tree.child(element, FIELD.expression));
      if (tree.has(element, FIELD.spread)) readAliases(reading, item, depth + 1);
      else if (tree.kind(item) === KIND.ObjectExpression) readEntry(reading, item);
      else unknown.push(element);
    }
  } else unknown.push(expression);
}

function readTable(reading: AliasReading, table: number, depth: number): void {
  const { tree, folder, unknown } = reading;
  for (const property of tree.children(table, FIELD.properties)) {
    const kind = tree.kind(property);
    if (kind === KIND.SpreadElement) readAliases(reading, tree.child(property, FIELD.arguments), depth + 1);
    else if (kind === KIND.Identifier) addAlias(reading, keyPattern(tree.text(property, FIELD.value)), property);
    else if (kind === KIND.KeyValueProperty) {
      const key = tree.child(property, FIELD.key);
      const isComputed = tree.kind(key) === KIND.Computed;
      const name = isComputed ? folder.fold(tree.child(key, FIELD.expression)) : null;
      if (isComputed && (!name || name.isPath)) unknown.push(property);
      else addAlias(reading, keyPattern(name?.text ?? tree.text(key, FIELD.value)), tree.child(property, FIELD.value));
    } else unknown.push(property);
  }
}

/** `{ find: '@', replacement: … }`. */
function readEntry(reading: AliasReading, entry: number): void {
  const { tree, folder, unknown } = reading;
  const find = folder.origin(propertyOf(tree, entry, 'find'));
  const replacement = propertyOf(tree, entry, 'replacement');
  const text = folder.fold(find);
  const pattern =
    tree.kind(find) === KIND.RegExpLiteral
      ? literalPattern(tree.text(find, FIELD.pattern), tree.text(find, FIELD.flags))
      : text && !text.isPath && ({ find: text.text, match: 'name', captures: false } as const);
  if (!pattern || replacement === NO_NODE) unknown.push(entry);
  else addAlias(reading, pattern, replacement);
}

function addAlias(reading: AliasReading, pattern: AliasPattern, expression: number): void {
  const { tree, folder, unknown } = reading;
  const node = folder.origin(expression);
  // webpack: `false` is nothing at all; a list is what to try, in order.
  if (tree.kind(node) === KIND.BooleanLiteral) return;
  if (tree.kind(node) === KIND.ArrayExpression) {
    for (const element of tree.children(node, FIELD.elements))
      addAlias(reading, pattern, tree.child(element, FIELD.expression));
    return;
  }
  const value = folder.fold(expression);
  const place = value && reading.namesPaths ? joinValues([CONFIG_FOLDER, value]) : value;
  const alias = place && aliasOf(pattern, place, reading.root);
  if (alias) reading.aliases.push(alias);
  else unknown.push(expression);
}

function aliasOf(
  { find, match, captures }: AliasPattern,
  value: ConfigValue,
  root: ConfigValue | null,
): BundlerAlias | null {
  const text = captures && value.text.endsWith('$1') ? value.text.slice(0, -2) : value.text;
  // Without the capture the rest of the specifier is dropped; and `$2` or `$&` mean something else again.
  if (find === '' || /\$[\d&$`'<]/.test(text) || (captures && text === value.text)) return null;
  // What a relative path counts from depends on the importer and on the bundler.
  if (!value.isPath && text.startsWith('.')) return null;
  const isRooted = !value.isPath && text.startsWith('/');
  const placed = isRooted ? root && joinValues([root, textValue(text.slice(1))]) : { ...value, text };
  if (!placed) return null;
  // SvelteKit: what lies in a folder, without the folder.
  if (find.endsWith('/*') && text.endsWith('/*')) {
    return { find: find.slice(0, -1), match: 'start', replacement: placed.text.slice(0, -1), isPath: placed.isPath };
  }
  // Vite: `'@/': '/src/'` is `'@': '/src'`.
  const bothEnd = match === 'name' && find.endsWith('/') && text.endsWith('/');
  const cut = (path: string): string => (bothEnd ? path.replace(/\/$/, '') : path);
  return { find: cut(find), match, replacement: cut(placed.text), isPath: placed.isPath };
}

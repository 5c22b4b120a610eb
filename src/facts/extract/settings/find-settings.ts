import { type Cursor, NO_NODE } from '../../../syntax/cursor.ts';
import { FIELD } from '../../../syntax/generated/fields.ts';
import { KIND } from '../../../syntax/generated/kinds.ts';

/** A text in the configuration of a tool that could name a file, several files or a package. */
export interface FoundSetting {
  /**
   * The keys around it, outermost first, with dots: `build.lib.entry`; of an object in a list its place, from 0: `test.projects.1.test.include`. Empty for a text that is in no object.
   */
  readonly key: string;
  readonly value: string;
  readonly node: number;
}

/** A configuration that lists thousands of things is data. */
const MOST = 2_000;
const DEEPEST = 24;

/** What names a file or a package has no blanks, and is no sentence. */
const NAME = /^[\w@~.!+()|,[\]{}*?/<>:$-]{2,200}$/;

/**
 * The texts of a configuration, each with the keys around it. It is read, never run: which of them count, and for what, is decided where files are
 * known. Sources of imports are left out, since they are edges already.
 */
export function findSettings(tree: Cursor): FoundSetting[] {
  const found: FoundSetting[] = [];
  for (let node = 0; node < tree.count && found.length < MOST; node++) {
    const text = textAt(tree, node);
    if (text === null || !NAME.test(text) || isKeyOrSource(tree, node)) continue;
    found.push({ key: keysAround(tree, node), value: text, node });
  }
  return found;
}

function textAt(tree: Cursor, node: number): string | null {
  const kind = tree.kind(node);
  if (kind === KIND.StringLiteral) return tree.text(node, FIELD.value);
  // `${root}/src/*.ts`: what stands behind the folder.
  if (kind === KIND.TemplateElement) return tree.text(node, FIELD.cooked).replace(/^\//, '');
  return null;
}

function isKeyOrSource(tree: Cursor, node: number): boolean {
  const parent = tree.parent(node);
  const kind = tree.kind(parent);
  if (kind === KIND.KeyValueProperty) return tree.field(node) === FIELD.key;
  return kind === KIND.ImportDeclaration || kind === KIND.ExportNamedDeclaration || kind === KIND.ExportAllDeclaration;
}

function keysAround(tree: Cursor, node: number): string {
  const keys: string[] = [];
  for (let at = node; at !== NO_NODE && keys.length < DEEPEST; at = tree.parent(at)) {
    // Only objects have one: of the texts of a list it says nothing which comes first.
    if (keys.length > 0 && tree.field(at) === FIELD.elements) keys.unshift(placeInList(tree, at));
    if (tree.kind(at) !== KIND.KeyValueProperty) continue;
    const key = tree.child(at, FIELD.key);
    const kind = key === NO_NODE ? null : tree.kind(key);
    if (kind === KIND.Identifier || kind === KIND.StringLiteral) keys.unshift(tree.text(key, FIELD.value));
  }
  return keys.join('.');
}

function placeInList(tree: Cursor, element: number): string {
  return String(tree.children(tree.parent(element), FIELD.elements).indexOf(element));
}

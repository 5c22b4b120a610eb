import type { SymbolKind } from '../../../base/symbol-kinds.ts';
import { DECLARATION } from '../../symbol-records.ts';
import { nameEnd, nameOf, nameStart } from './name-nodes.ts';
import { decoratorsOf } from './signature.ts';
import type { SymbolContext } from './symbol-context.ts';

export interface DeclaredThing {
  readonly kind: SymbolKind;
  readonly parent: number;
  readonly flags: number;
  /** The declaration; with its descendants, all that stands in it. */
  readonly node: number;
  /** What it is written in: an `export`, a statement; the same node where there is nothing around it. */
  readonly outer: number;
  /** The node that says its name, and the name where that is another. */
  readonly nameNode: number;
  readonly name?: number;
  readonly signature: string;
}

/** Lists a declaration with its place, signature and doc comment; returns its number. */
export function declare(context: SymbolContext, thing: DeclaredThing): number {
  const { tree, names, declared, text, lines, offset } = context;
  const { kind, parent, flags, node, outer, nameNode, signature } = thing;
  const name = thing.name ?? nameOf(context, nameNode);
  const declaration = declared.add({ kind, name, parent, flags, node });
  let start = Math.min(tree.start(outer), tree.start(node));
  for (const decorator of decoratorsOf(tree, node)) start = Math.min(start, tree.start(decorator));
  const end = outer === node ? tree.end(node) : Math.max(tree.end(outer), tree.end(node));
  const row = declaration * DECLARATION.WORDS;
  const { words } = declared.rows;
  declared.places.write(lines, offset + start, 0, words, row + DECLARATION.LINE);
  declared.places.write(lines, offset + end, 1, words, row + DECLARATION.END_LINE);
  const nameLine = lines.lineAt(offset + nameStart(tree, nameNode));
  const nameColumn = lines.columnAt(offset + nameStart(tree, nameNode), nameLine);
  words[row + DECLARATION.NAME_LINE] = nameLine;
  words[row + DECLARATION.NAME_COLUMN] = nameColumn;
  words[row + DECLARATION.NAME_LENGTH] = lines.columnAt(offset + nameEnd(tree, nameNode), nameLine) - nameColumn;
  declared.rows.set(declaration, DECLARATION.SIGNATURE, names.append(signature));
  declared.rows.set(declaration, DECLARATION.DOC, names.append(text.docBefore(start)));
  return declaration;
}

import { FIELD } from '../../../syntax/generated/fields.ts';
import { KIND } from '../../../syntax/generated/kinds.ts';
import { declaredNames } from './module-names.ts';
import type { NodeWriter } from './node-writer.ts';

export interface SelectedItems {
  /** Statements of the module that are read. */
  readonly items: readonly number[];
  /** Statements that would be, were there not too many. */
  readonly beyond: readonly number[];
}

/**
 * The statements of a module that count when only some of its declarations are asked for: these, all that they mention, and statements that
 * declare nothing but mention any of it, because they may write to it. Functions that write to it later stay out of it only if nothing mentions them.
 */
export function selectItems(
  writer: NodeWriter,
  body: readonly number[],
  only: ReadonlySet<string> | undefined,
  budget: number,
): SelectedItems {
  const { tree } = writer;
  const wanted = only ? mentioned(writer, body, only) : null;
  const [items, beyond]: [number[], number[]] = [[], []];
  let size = 0;
  for (const item of body) {
    if (wanted && !wanted.has(item)) continue;
    size += tree.next(item) - item;
    (size > budget ? beyond : items).push(item);
  }
  return { items, beyond };
}

function mentioned(writer: NodeWriter, body: readonly number[], only: ReadonlySet<string>): ReadonlySet<number> {
  const { tree } = writer;
  const parts = body.map((item) => ({ item, declares: declares(writer, item), mentions: mentions(writer, item) }));
  const names = new Set(only);
  const wanted = new Set<number>();
  for (let before = -1; before !== wanted.size; ) {
    before = wanted.size;
    for (const { item, declares, mentions } of parts) {
      if (wanted.has(item)) continue;
      const isDefault = names.has('default') && tree.kind(item) === KIND.ExportDefaultExpression;
      const counts =
        isDefault || declares.some((name) => names.has(name)) || writesTo(tree.kind(item), declares, mentions, names);
      if (!counts) continue;
      wanted.add(item);
      for (const name of mentions) names.add(name);
    }
  }
  return wanted;
}

/** A function or a statement that mentions a wanted name may write to what it holds. */
function writesTo(
  kind: number,
  declares: readonly string[],
  mentions: ReadonlySet<string>,
  names: ReadonlySet<string>,
): boolean {
  if (declares.length > 0 && kind !== KIND.FunctionDeclaration && kind !== KIND.ExportDeclaration) return false;
  for (const name of mentions) if (names.has(name)) return true;
  return false;
}

function declares(writer: NodeWriter, item: number): string[] {
  const { tree } = writer;
  const isExport = tree.kind(item) === KIND.ExportDeclaration;
  const declaration = isExport ? tree.child(item, FIELD.declaration) : item;
  return declaredNames(writer, declaration).map((name) => tree.text(name, FIELD.value));
}

function mentions(writer: NodeWriter, item: number): ReadonlySet<string> {
  const { tree } = writer;
  const found = new Set<string>();
  for (let node = item; node < tree.next(item); node++)
    if (tree.kind(node) === KIND.Identifier && writer.binding(node) >= 0) found.add(tree.text(node, FIELD.value));
  return found;
}

import { type Cursor, NO_NODE, SCOPE } from '../../../syntax/cursor.ts';
import { FIELD } from '../../../syntax/generated/fields.ts';
import { KIND } from '../../../syntax/generated/kinds.ts';
import type { LineTable } from '../../../syntax/line-table.ts';
import { OPAQUE_REASONS, type ValueFacts } from '../../value-records.ts';
import { findWrites } from './find-writes.ts';
import { makeExpression, operand } from './make-expression.ts';
import { makeFunctionOrClass } from './make-function.ts';
import { makeLiteral } from './make-literal.ts';
import { makeObjectOrPattern } from './make-object.ts';
import { makeStatement } from './make-statement.ts';
import { ModuleNames } from './module-names.ts';
import { NodeWriter } from './node-writer.ts';
import { selectItems } from './select-items.ts';
import { surveyTree } from './survey-tree.ts';
import { ValueSource } from './value-source.ts';
import { writePlaces } from './write-places.ts';

export interface ValueSourceText {
  readonly path: string;
  /** UTF-8 of the block of code that the tree is of. */
  readonly source: Uint8Array;
  /** Of the whole file. */
  readonly lines: LineTable;
  /** Where the block begins in the file, in bytes. */
  readonly offset: number;
}

export interface ValueSelection {
  /** Only these declarations of the module's scope and what they rest on; all when left out. */
  readonly only?: ReadonlySet<string>;
  /** Nodes of the tree that are read; statements beyond are unknown for `budget`. */
  readonly budget?: number;
}

/** A tree has about two and a half nodes for each value node. */
const MOST_TREE_NODES = 125_000;

/**
 * The values of one file (or block of code of one) for the evaluator: a pure function of its text. Nothing here recurses, whatever the source nests: children
 * come after their parents in the tree, so that going backwards meets operands first.
 */
export function valueFactsOf(tree: Cursor, text: ValueSourceText, selection: ValueSelection = {}): ValueFacts {
  const writer = new NodeWriter(tree);
  const names = new ModuleNames(writer);
  const body = tree.count === 0 ? [] : tree.children(0, FIELD.body);
  const { items, beyond } = selectItems(writer, body, selection.only, selection.budget ?? MOST_TREE_NODES);
  const survey = surveyTree(tree, items);
  for (const item of body) names.read(item);
  const source = new ValueSource(writer, names, text.source, survey);
  let dynamic = false;
  for (let at = survey.nodes.length - 1; at >= 0; at--) {
    const node = survey.nodes[at] as number;
    writer.made[node] = makeNode(source, node);
    dynamic ||= tree.kind(node) === KIND.WithStatement || isEval(tree, node);
  }
  for (const item of beyond) writer.made[item] = makeBeyond(writer, item);
  const statements = body.flatMap((item) => writer.made[item] || []);
  const { writes, aliases } = findWrites(writer, survey);
  const list = writer.list(statements);
  const vars = source.varsOf();
  return {
    path: text.path,
    nodes: writePlaces(writer.nodes, text.lines, text.offset),
    lists: Uint32Array.from(writer.lists),
    strings: writer.strings,
    bindings: Uint32Array.from(writer.bindings),
    functions: Uint32Array.from(writer.functions),
    sites: Uint32Array.from(
      names.sites.flatMap(({ specifier, start }) => {
        const line = text.lines.lineAt(start + text.offset);
        return [specifier, line, text.lines.columnAt(start + text.offset, line)];
      }),
    ),
    exports: Uint32Array.from(names.exports),
    writes,
    aliases,
    body: list,
    vars,
    dynamic,
  };
}

function makeNode(source: ValueSource, node: number): number {
  const { writer } = source;
  const { tree } = writer;
  const kind = tree.kind(node);
  if (kind === KIND.Identifier) return makeName(writer, node);
  if (kind === KIND.group && (tree.field(node) === FIELD.arguments || tree.field(node) === FIELD.elements)) {
    const value = operand(writer, node, FIELD.expression);
    return tree.has(node, FIELD.spread) ? writer.add('spread', node, value) : value;
  }
  return (
    makeLiteral(writer, node) ??
    makeExpression(source, node) ??
    makeObjectOrPattern(source, node) ??
    makeFunctionOrClass(source, node) ??
    makeStatement(source, node) ??
    makeOpaque(writer, node)
  );
}

/** Keys and labels have no scope. */
function makeName(writer: NodeWriter, node: number): number {
  const { tree } = writer;
  if (tree.scope(node) < SCOPE.global) return 0;
  return writer.add('name', node, writer.binding(node) + 1, writer.string(tree.text(node, FIELD.value)));
}

/** What is not understood keeps what is understood in it: names that it may write to. */
function makeOpaque(writer: NodeWriter, node: number): number {
  const { tree, made } = writer;
  switch (tree.kind(node)) {
    case KIND.ImportDeclaration:
    case KIND.ExportNamedDeclaration:
    case KIND.ExportAllDeclaration:
    case KIND.ImportSpecifier:
    case KIND.ImportDefaultSpecifier:
    case KIND.ImportNamespaceSpecifier:
    case KIND.ExportSpecifier:
    case KIND.TsImportEqualsDeclaration:
    case KIND.TemplateElement:
    case KIND.Computed:
    case KIND.PrivateName:
      return 0;
    case KIND.TsModuleDeclaration:
      if (tree.has(node, FIELD.declare)) return 0;
  }
  const children: number[] = [];
  const end = tree.next(node);
  for (let child = node + 1; child < end; child = tree.next(child)) {
    const value = made[child] ?? 0;
    if (value > 0) children.push(value);
  }
  const isExpression = JSX.has(tree.kind(node));
  return children.length === 0 && !isExpression ? 0 : writer.add('opaque', node, writer.list(children));
}

const JSX: ReadonlySet<number> = new Set([KIND.JSXElement, KIND.JSXFragment, KIND.YieldExpression, KIND.Invalid]);

function makeBeyond(writer: NodeWriter, item: number): number {
  const { tree } = writer;
  const names = new Map<number, number>();
  for (let node = item; node < tree.next(item); node++) {
    if (tree.kind(node) !== KIND.Identifier) continue;
    const binding = writer.binding(node);
    if (binding >= 0 && !names.has(binding)) names.set(binding, makeName(writer, node));
  }
  return writer.add('opaque', item, writer.list([...names.values()]), OPAQUE_REASONS.indexOf('budget'));
}

function isEval(tree: Cursor, node: number): boolean {
  if (tree.kind(node) !== KIND.CallExpression) return false;
  const callee = tree.child(node, FIELD.callee);
  if (callee === NO_NODE || tree.kind(callee) !== KIND.Identifier) return false;
  return tree.textIs(callee, FIELD.value, 'eval') && tree.scope(callee) === SCOPE.global;
}

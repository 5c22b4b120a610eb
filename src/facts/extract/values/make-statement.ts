import { NO_NODE } from '../../../syntax/cursor.ts';
import { FIELD, type Field } from '../../../syntax/generated/fields.ts';
import { KIND } from '../../../syntax/generated/kinds.ts';
import { DECLARATION_WORDS } from '../../value-records.ts';
import { makeKey, operand } from './make-expression.ts';
import type { ValueSource } from './value-source.ts';

/** The node of a statement; undefined for any other kind. 0 for one that does nothing. */
export function makeStatement(source: ValueSource, node: number): number | undefined {
  const { writer } = source;
  const { tree } = writer;
  const of = (field: Field): number => writer.of(node, field);
  switch (tree.kind(node)) {
    case KIND.ExpressionStatement:
      return operand(writer, node, FIELD.expression);
    case KIND.VariableDeclaration: {
      if (tree.has(node, FIELD.declare)) return 0;
      const word = DECLARATION_WORDS.findIndex((kind) => tree.textIs(node, FIELD.kind, kind));
      return writer.add('declare', node, Math.max(word, 0), writer.listOf(node, FIELD.declarations));
    }
    case KIND.VariableDeclarator:
      return writer.add('declarator', node, operand(writer, node, FIELD.id), of(FIELD.init));
    case KIND.ReturnStatement:
      return writer.add('return', node, of(FIELD.argument));
    case KIND.ThrowStatement:
      return writer.add('throw', node, operand(writer, node, FIELD.argument));
    case KIND.IfStatement: {
      const test = source.test(tree.child(node, FIELD.test), operand(writer, node, FIELD.test));
      return writer.add('if', node, test, of(FIELD.consequent), of(FIELD.alternate));
    }
    case KIND.SwitchStatement: {
      const test = source.test(tree.child(node, FIELD.discriminant), operand(writer, node, FIELD.discriminant));
      return writer.add('switch', node, test, writer.listOf(node, FIELD.cases));
    }
    case KIND.SwitchCase:
      return writer.add('case', node, of(FIELD.test), writer.listOf(node, FIELD.consequent));
    case KIND.ForOfStatement:
      if (tree.has(node, FIELD.isAwait)) return undefined;
      return writer.add(
        'for-of',
        node,
        operand(writer, node, FIELD.left),
        operand(writer, node, FIELD.right),
        of(FIELD.body),
      );
    case KIND.ForInStatement:
      return writer.add(
        'for-in',
        node,
        operand(writer, node, FIELD.left),
        operand(writer, node, FIELD.right),
        of(FIELD.body),
      );
    case KIND.ForStatement:
      return writer.add('for', node, writer.list([of(FIELD.init), of(FIELD.test), of(FIELD.update)]), of(FIELD.body));
    case KIND.WhileStatement:
      return writer.add('while', node, operand(writer, node, FIELD.test), of(FIELD.body));
    case KIND.DoWhileStatement:
      return writer.add('do-while', node, operand(writer, node, FIELD.test), of(FIELD.body));
    case KIND.BlockStatement:
      return writer.add('block', node, writer.listOf(node, FIELD.stmts));
    case KIND.BreakStatement:
    case KIND.ContinueStatement:
      if (tree.has(node, FIELD.label)) return writer.add('opaque', node);
      return writer.add(tree.kind(node) === KIND.BreakStatement ? 'break' : 'continue', node);
    case KIND.TsEnumDeclaration: {
      if (tree.has(node, FIELD.declare)) return 0;
      const name = tree.child(node, FIELD.id);
      return writer.add('enum', node, writer.binding(name) + 1, writer.listOf(node, FIELD.members));
    }
    case KIND.TsEnumMember:
      return writer.add('enum-member', node, makeKey(writer, tree.child(node, FIELD.id)), of(FIELD.init));
    case KIND.FunctionBody:
    case KIND.EmptyStatement:
    case KIND.DebuggerStatement:
      return 0;
    case KIND.ExportDeclaration:
      return of(FIELD.declaration);
    case KIND.ExportDefaultExpression:
      return writer.add('export-default', node, operand(writer, node, FIELD.expression));
    case KIND.ExportDefaultDeclaration:
      return makeDefaultDeclaration(source, node);
    case KIND.TsExportAssignment:
      return writer.add('export-assignment', node, operand(writer, node, FIELD.expression));
    default:
      return undefined;
  }
}

/** `export default function a() {}` declares a name as any other declaration does; SWC calls it an expression. */
function makeDefaultDeclaration({ writer }: ValueSource, node: number): number {
  const { tree } = writer;
  const declaration = tree.child(node, FIELD.decl);
  const made = writer.made[declaration] ?? 0;
  if (made === 0) return 0;
  const name = tree.child(declaration, FIELD.identifier);
  if (name === NO_NODE) return writer.add('export-default', node, made);
  const isClass = tree.kind(declaration) === KIND.ClassExpression;
  return writer.add(isClass ? 'class-declaration' : 'function-declaration', node, writer.binding(name) + 1, made);
}

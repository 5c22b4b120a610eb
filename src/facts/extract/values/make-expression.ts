import { NO_NODE } from '../../../syntax/cursor.ts';
import { FIELD, type Field } from '../../../syntax/generated/fields.ts';
import { KIND } from '../../../syntax/generated/kinds.ts';
import {
  ASSIGN_OPERATORS,
  BINARY_OPERATORS,
  LOGICAL_OPERATORS,
  PRIVATE,
  UNARY_OPERATORS,
  type ValueOp,
} from '../../value-records.ts';
import { makeString } from './make-literal.ts';
import type { NodeWriter } from './node-writer.ts';
import { memberName } from './targets.ts';
import type { ValueSource } from './value-source.ts';

/** The node of an expression; undefined for any other kind. */
export function makeExpression(source: ValueSource, node: number): number | undefined {
  const { writer } = source;
  const { tree } = writer;
  const of = (field: Field): number => operand(writer, node, field);
  switch (tree.kind(node)) {
    case KIND.ParenthesisExpression:
    case KIND.TsAsExpression:
    case KIND.TsConstAssertion:
    case KIND.TsNonNullExpression:
    case KIND.TsSatisfiesExpression:
    case KIND.TsTypeAssertion:
    case KIND.TsInstantiation:
      return of(FIELD.expression);
    case KIND.MemberExpression:
      return makeMember(writer, node, of(FIELD.object));
    case KIND.SuperPropExpression:
      return makeMember(writer, node, of(FIELD.obj));
    case KIND.OptionalChainingExpression:
      return writer.add('chain', node, of(FIELD.base));
    case KIND.CallExpression:
      return makeCall(source, node);
    case KIND.NewExpression:
      return writer.add('new', node, of(FIELD.callee), writer.listOf(node, FIELD.arguments));
    case KIND.TaggedTemplateExpression:
      return writer.add('tagged', node, of(FIELD.tag), of(FIELD.template));
    case KIND.ArrayExpression:
      return writer.add('array', node, elementsOf(writer, node));
    case KIND.UnaryExpression:
      return operation(writer, node, 'unary', UNARY_OPERATORS, of(FIELD.argument));
    case KIND.BinaryExpression: {
      const logical = LOGICAL_OPERATORS.findIndex((operator) => tree.textIs(node, FIELD.operator, operator));
      const [left, right] = [of(FIELD.left), of(FIELD.right)];
      if (logical >= 0)
        return writer.add('logical', node, logical, source.test(tree.child(node, FIELD.left), left), right);
      return operation(writer, node, 'binary', BINARY_OPERATORS, left, right);
    }
    case KIND.ConditionalExpression: {
      const test = source.test(tree.child(node, FIELD.test), of(FIELD.test));
      return writer.add('conditional', node, test, of(FIELD.consequent), of(FIELD.alternate));
    }
    case KIND.SequenceExpression:
      return writer.add('sequence', node, writer.listOf(node, FIELD.expressions));
    case KIND.AssignmentExpression:
      return operation(writer, node, 'assign', ASSIGN_OPERATORS, of(FIELD.left), of(FIELD.right));
    case KIND.UpdateExpression: {
      const decrements = tree.textIs(node, FIELD.operator, '--') ? 1 : 0;
      return writer.add('update', node, decrements | (tree.has(node, FIELD.prefix) ? 2 : 0), of(FIELD.argument));
    }
    case KIND.AwaitExpression:
      return writer.add('await', node, of(FIELD.argument));
    default:
      return undefined;
  }
}

/** What was made of the expression under that field; what is not understood stands there as such. */
export function operand(writer: NodeWriter, node: number, field: Field): number {
  const child = writer.tree.child(node, field);
  return writer.made[child] || writer.add('opaque', child === NO_NODE ? node : child);
}

/** The elements of an array or of its pattern; 0 for a hole. */
export function elementsOf(writer: NodeWriter, node: number): number {
  return writer.list(writer.tree.children(node, FIELD.elements).map((element) => writer.made[element] ?? 0));
}

/** The key of a property or member, as an expression. */
export function makeKey(writer: NodeWriter, key: number): number {
  const { tree } = writer;
  switch (tree.kind(key)) {
    case KIND.Computed:
      return operand(writer, key, FIELD.expression);
    case KIND.Identifier:
      return makeString(writer, key, tree.text(key, FIELD.value));
    case KIND.PrivateName:
      return writer.add('string', key, writer.string(`${PRIVATE}${tree.text(key, FIELD.value)}`));
    default:
      return writer.made[key] || writer.add('opaque', key);
  }
}

function makeMember(writer: NodeWriter, node: number, object: number): number {
  const { tree } = writer;
  const key = tree.child(node, FIELD.property);
  const optional = isOptional(writer, node);
  if (tree.kind(key) === KIND.Computed)
    return writer.add('index', node, object, operand(writer, key, FIELD.expression), optional);
  return writer.add('member', node, object, writer.string(memberName(tree, key) ?? ''), optional);
}

function makeCall(source: ValueSource, node: number): number {
  const { writer } = source;
  const { tree } = writer;
  const callee = tree.child(node, FIELD.callee);
  const callArguments = writer.listOf(node, FIELD.arguments);
  if (tree.kind(callee) === KIND.Import) return writer.add('opaque', node, callArguments);
  const required = source.requiredSite(node);
  if (required > 0) return writer.add('require', node, operand(writer, node, FIELD.callee), required);
  return writer.add('call', node, operand(writer, node, FIELD.callee), callArguments, isOptional(writer, node));
}

/** Whether `?.` stands in front of the last name or argument list. */
function isOptional(writer: NodeWriter, node: number): number {
  const { tree } = writer;
  const parent = tree.parent(node);
  const chained = tree.kind(parent) === KIND.OptionalChainingExpression && tree.field(node) === FIELD.base;
  return chained && tree.has(parent, FIELD.optional) ? 1 : 0;
}

function operation(
  writer: NodeWriter,
  node: number,
  op: ValueOp,
  operators: readonly string[],
  ...operands: readonly [number, number?]
): number {
  const operator = operators.indexOf(writer.tree.text(node, FIELD.operator));
  const [a, b = 0] = operands;
  return operator < 0 ? writer.add('opaque', node, writer.list([a, b])) : writer.add(op, node, operator, a, b);
}

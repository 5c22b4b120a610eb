import { type Cursor, NO_NODE } from '../../../syntax/cursor.ts';
import { FIELD } from '../../../syntax/generated/fields.ts';
import { KIND } from '../../../syntax/generated/kinds.ts';
import {
  FUNCTION_ARROW,
  FUNCTION_ASYNC,
  FUNCTION_EXPRESSION_BODY,
  FUNCTION_GENERATOR,
  MEMBER_AMBIENT,
  MEMBER_GETTER,
  MEMBER_SETTER,
  MEMBER_STATIC,
} from '../../value-records.ts';
import { makeKey } from './make-expression.ts';
import type { ValueSource } from './value-source.ts';

/** The node of a function, class or member of one; undefined for any other kind. 0 for what has no body. */
export function makeFunctionOrClass(source: ValueSource, node: number): number | undefined {
  const { writer } = source;
  const { tree } = writer;
  switch (tree.kind(node)) {
    case KIND.FunctionExpression:
    case KIND.ArrowFunctionExpression:
    case KIND.MethodProperty:
    case KIND.Constructor:
      return makeFunction(source, node);
    case KIND.FunctionDeclaration: {
      const made = makeFunction(source, node);
      const name = tree.child(node, FIELD.identifier);
      return made === 0 ? 0 : writer.add('function-declaration', node, writer.binding(name) + 1, made);
    }
    case KIND.group:
      return tree.field(node) === FIELD.function ? makeFunction(source, node) : undefined;
    case KIND.ClassExpression:
      return makeClass(source, node);
    case KIND.ClassDeclaration: {
      if (tree.has(node, FIELD.declare)) return 0;
      const name = tree.child(node, FIELD.identifier);
      return writer.add('class-declaration', node, writer.binding(name) + 1, makeClass(source, node));
    }
    case KIND.ClassProperty:
    case KIND.PrivateProperty: {
      const key = makeKey(writer, tree.child(node, FIELD.key));
      const ambient = tree.has(node, FIELD.declare) || tree.has(node, FIELD.isAbstract) ? MEMBER_AMBIENT : 0;
      return writer.add('field', node, key, writer.of(node, FIELD.value), staticBit(tree, node) | ambient);
    }
    case KIND.ClassMethod:
    case KIND.PrivateMethod: {
      const made = writer.of(node, FIELD.function);
      if (made === 0) return 0;
      const accessor = tree.textIs(node, FIELD.kind, 'getter')
        ? MEMBER_GETTER
        : tree.textIs(node, FIELD.kind, 'setter')
          ? MEMBER_SETTER
          : 0;
      return writer.add(
        'method',
        node,
        makeKey(writer, tree.child(node, FIELD.key)),
        made,
        staticBit(tree, node) | accessor,
      );
    }
    case KIND.StaticBlock:
      return writer.add('static-block', node, writer.of(node, FIELD.body));
    case KIND.Decorator:
      return writer.add('decorator', node, writer.of(node, FIELD.expression));
    default:
      return undefined;
  }
}

function staticBit(tree: Cursor, member: number): number {
  return tree.has(member, FIELD.isStatic) ? MEMBER_STATIC : 0;
}

function makeFunction(source: ValueSource, node: number): number {
  const { writer } = source;
  const { tree, made } = writer;
  const body = tree.child(node, FIELD.body);
  if (body === NO_NODE) return 0;
  const isBlock = tree.kind(body) === KIND.BlockStatement || tree.kind(body) === KIND.FunctionBody;
  const flags =
    (tree.kind(node) === KIND.ArrowFunctionExpression ? FUNCTION_ARROW : 0) |
    (isBlock ? 0 : FUNCTION_EXPRESSION_BODY) |
    (tree.has(node, FIELD.async) ? FUNCTION_ASYNC : 0) |
    (tree.has(node, FIELD.generator) ? FUNCTION_GENERATOR : 0);
  const statements = isBlock
    ? writer.listOf(body, FIELD.stmts)
    : writer.list([made[body] || writer.add('opaque', body)]);
  const detail = writer.function(flags, nameOf(source, node), selfOf(source, node), source.varsOf(node));
  const isMethod = tree.kind(node) === KIND.Constructor;
  const made_ = writer.add('function', node, writer.listOf(node, FIELD.params), statements, detail);
  return isMethod ? writer.add('constructor', node, made_) : made_;
}

/** Class members in source order, each behind its decorators, behind those of the class. */
function makeClass(source: ValueSource, node: number): number {
  const { writer } = source;
  const { tree, made } = writer;
  const members: number[] = [];
  const add = (child: number): void => {
    if (made[child]) members.push(made[child]);
  };
  for (const decorator of tree.children(node, FIELD.decorators)) add(decorator);
  for (const member of tree.children(node, FIELD.body)) {
    const owner = tree.has(member, FIELD.function) ? tree.child(member, FIELD.function) : member;
    for (const decorator of tree.children(owner, FIELD.decorators)) add(decorator);
    add(member);
  }
  const detail = writer.function(0, nameOf(source, node), selfOf(source, node), source.assignedByMethods(node));
  return writer.add('class', node, writer.of(node, FIELD.superClass), writer.list(members), detail);
}

function nameOf({ writer }: ValueSource, node: number): number {
  const name = writer.tree.child(node, FIELD.identifier);
  return writer.string(name === NO_NODE ? '' : writer.tree.text(name, FIELD.value));
}

function selfOf({ writer }: ValueSource, node: number): number {
  const kind = writer.tree.kind(node);
  const name = writer.tree.child(node, FIELD.identifier);
  const isExpression = kind === KIND.FunctionExpression || kind === KIND.ClassExpression;
  return isExpression && name !== NO_NODE ? writer.binding(name) + 1 : 0;
}

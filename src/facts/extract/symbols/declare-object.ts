import { type Cursor, NO_NODE } from '../../../syntax/cursor.ts';
import { FIELD } from '../../../syntax/generated/fields.ts';
import { KIND } from '../../../syntax/generated/kinds.ts';
import { DECLARED_ASYNC, DECLARED_CUT } from '../../symbol-records.ts';
import { withoutWrapping } from '../imports/specifier-of.ts';
import { declare } from './declare.ts';
import { memberName } from './name-nodes.ts';
import { signatureOf, signatureOfValue } from './signature.ts';
import type { SymbolContext } from './symbol-context.ts';
import { FROM_ACCESSOR, FROM_FUNCTION, FROM_VALUE } from './term-sources.ts';

/** Of a literal with more properties (a table of data), the ones behind are not listed. */
const MOST_MEMBERS = 2000;
/** Properties of objects that nest deeper are not listed. */
const DEEPEST = 8;

/** The properties of an object literal that a constant is, and of the literals that those are. */
export function declareObjectMembers(context: SymbolContext, object: number, parent: number, depth = 0): void {
  const { tree, sources, declared } = context;
  declared.byNode.set(object, parent);
  const properties = tree.children(object, FIELD.properties);
  if (properties.length > MOST_MEMBERS) declared.addFlag(parent, DECLARED_CUT);
  for (const property of properties.slice(0, MOST_MEMBERS)) {
    const nameNode = propertyName(tree, property);
    if (nameNode === NO_NODE) continue;
    const value = propertyValue(tree, property);
    const declaration = declareMember(context, property, nameNode, parent);
    if (value === NO_NODE) sources.set(declaration, ...originOf(tree, property));
    else if (tree.kind(value) !== KIND.ObjectExpression) sources.set(declaration, FROM_VALUE, value);
    else if (depth < DEEPEST) declareObjectMembers(context, value, declaration, depth + 1);
  }
}

function declareMember(context: SymbolContext, property: number, nameNode: number, parent: number): number {
  const { tree, text } = context;
  const value = propertyValue(tree, property);
  const isMethod = tree.kind(property) === KIND.MethodProperty;
  return declare(context, {
    kind: isMethod ? 'method' : value === NO_NODE ? 'accessor' : 'property',
    parent,
    flags: isMethod && tree.has(property, FIELD.async) ? DECLARED_ASYNC : 0,
    node: property,
    outer: property,
    nameNode,
    signature:
      value === NO_NODE
        ? signatureOf(tree, text, property)
        : signatureOfValue(tree, text, tree.start(property), nameNode, value),
  });
}

/** The node that names a property; NO_NODE of a spread, and of a name that is computed. */
export function propertyName(tree: Cursor, property: number): number {
  if (tree.kind(property) === KIND.Identifier) return property;
  return memberName(tree, tree.child(property, FIELD.key));
}

/** The value of `key: value` and of `key` alone; NO_NODE of methods and accessors. */
export function propertyValue(tree: Cursor, property: number): number {
  switch (tree.kind(property)) {
    case KIND.Identifier:
      return property;
    case KIND.KeyValueProperty:
      return withoutWrapping(tree, tree.child(property, FIELD.value));
    default:
      return NO_NODE;
  }
}

/** Of a method its node; an accessor has its function in a group. */
function originOf(tree: Cursor, property: number): [origin: number, node: number] {
  if (tree.kind(property) === KIND.MethodProperty) return [FROM_FUNCTION, property];
  const held = tree.child(property, FIELD.function);
  return [FROM_ACCESSOR, held === NO_NODE ? property : held];
}

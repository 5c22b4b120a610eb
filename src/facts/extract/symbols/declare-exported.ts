import { type Cursor, NO_NODE } from '../../../syntax/cursor.ts';
import { FIELD } from '../../../syntax/generated/fields.ts';
import { KIND } from '../../../syntax/generated/kinds.ts';
import { DECLARED_DEFAULT } from '../../symbol-records.ts';
import { withoutWrapping } from '../imports/specifier-of.ts';
import { requiredSite } from './bind-imports.ts';
import { assignedExports } from './commonjs.ts';
import { declare } from './declare.ts';
import { declareClassMembers } from './declare-class.ts';
import { declareObjectMembers, propertyName, propertyValue } from './declare-object.ts';
import { isFunction, signatureOf, signatureOfValue } from './signature.ts';
import type { SymbolContext } from './symbol-context.ts';
import { FROM_FUNCTION, FROM_VALUE } from './term-sources.ts';

/** `export default <expression>`, `export = <expression>`: a declaration of its own unless it only names one. */
export function declareExpression(context: SymbolContext, statement: number, parent: number): void {
  const { tree, names } = context;
  const value = withoutWrapping(tree, tree.child(statement, FIELD.expression));
  const isDefault = tree.kind(statement) === KIND.ExportDefaultExpression;
  const name = names.of(isDefault ? 'default' : 'export=');
  const flags = isDefault ? DECLARED_DEFAULT : 0;
  if (!isName(tree, value)) declareValue(context, value, { node: statement, nameNode: statement, name, parent, flags });
}

/** What a CommonJS module exports without naming something that it has declared. */
export function declareAssigned(context: SymbolContext, statement: number, parent: number): void {
  const { tree, names, declared } = context;
  for (const { name, value } of assignedExports(tree, statement)) {
    // Of several names for one value the first is what it is called.
    if (isName(tree, value) || declared.byNode.has(value) || requiredSite(context, value) >= 0) continue;
    if (name !== NO_NODE) declareValue(context, value, { node: statement, nameNode: name, parent, flags: 0 });
    else if (tree.kind(value) !== KIND.ObjectExpression)
      declareValue(context, value, {
        node: statement,
        nameNode: statement,
        name: names.of('export='),
        parent,
        flags: 0,
      });
    else for (const property of tree.children(value, FIELD.properties)) declareProperty(context, property, parent);
  }
}

function declareProperty(context: SymbolContext, property: number, parent: number): void {
  const { tree, text, sources, declared } = context;
  const nameNode = propertyName(tree, property);
  if (nameNode === NO_NODE) return;
  const value = propertyValue(tree, property);
  const place = { node: property, nameNode, parent, flags: 0 };
  if (value !== NO_NODE) {
    if (!isName(tree, value) && requiredSite(context, value) < 0) declareValue(context, value, place);
    return;
  }
  const kind = tree.kind(property) === KIND.MethodProperty ? 'function' : 'constant';
  const signature = signatureOf(tree, text, property);
  const declaration = declare(context, { ...place, kind, outer: property, signature });
  declared.byNode.set(property, declaration);
  if (kind === 'function') sources.set(declaration, FROM_FUNCTION, property);
}

interface ValuePlace {
  readonly node: number;
  readonly nameNode: number;
  readonly name?: number;
  readonly parent: number;
  readonly flags: number;
}

function declareValue(context: SymbolContext, value: number, place: ValuePlace): void {
  const { tree, sources, declared } = context;
  const isClass = tree.kind(value) === KIND.ClassExpression;
  const isObject = tree.kind(value) === KIND.ObjectExpression;
  const own = isClass || isFunction(tree, value) ? tree.child(value, FIELD.identifier) : NO_NODE;
  const isNamed = place.name === undefined;
  const declaration = declare(context, {
    ...place,
    ...(own === NO_NODE || isNamed ? {} : { nameNode: own, name: context.names.ofNode(tree, own) }),
    kind: isClass ? 'class' : isFunction(tree, value) ? 'function' : 'constant',
    outer: place.node,
    signature: signatureOfExported(context, value, place),
  });
  declared.byNode.set(value, declaration);
  if (isClass) declareClassMembers(context, value, declaration, 0);
  else if (isObject) declareObjectMembers(context, value, declaration);
  else sources.set(declaration, isFunction(tree, value) ? FROM_FUNCTION : FROM_VALUE, value);
}

function signatureOfExported({ tree, text }: SymbolContext, value: number, place: ValuePlace): string {
  const { nameNode, name, flags } = place;
  if (tree.kind(value) === KIND.ClassExpression) return signatureOf(tree, text, value);
  if (name === undefined) return signatureOfValue(tree, text, tree.start(nameNode), nameNode, value);
  if (isFunction(tree, value)) return signatureOf(tree, text, value);
  return flags === DECLARED_DEFAULT ? 'export default' : 'export =';
}

function isName(tree: Cursor, value: number): boolean {
  return tree.kind(value) === KIND.Identifier;
}

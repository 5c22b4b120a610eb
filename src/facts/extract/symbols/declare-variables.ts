import { type Cursor, NO_NODE } from '../../../syntax/cursor.ts';
import { FIELD } from '../../../syntax/generated/fields.ts';
import { KIND } from '../../../syntax/generated/kinds.ts';
import { withoutWrapping } from '../imports/specifier-of.ts';
import { AS_VALUE, BOUND_DECLARATION } from './bindings.ts';
import { declare } from './declare.ts';
import { declareClassMembers } from './declare-class.ts';
import { declareObjectMembers } from './declare-object.ts';
import type { Setting } from './declare-statements.ts';
import { annotatedType, declareLiterals } from './declare-type-members.ts';
import { modifierFlags } from './modifiers.ts';
import { boundNames } from './patterns.ts';
import { signatureOf, signatureOfValue } from './signature.ts';
import type { SymbolContext } from './symbol-context.ts';
import { FROM_VARIABLE } from './term-sources.ts';

/** The names of a `const`, `let` or `var`. What `require` gives is an import and no declaration: its names are bound already. */
export function declareVariables(context: SymbolContext, node: number, outer: number, setting: Setting): void {
  const { tree, bindings, names } = context;
  const declarators = tree.children(node, FIELD.declarations);
  const flags = setting.flags | modifierFlags(tree, node);
  const word = tree.text(node, FIELD.kind);
  for (const declarator of declarators) {
    const pattern = tree.child(declarator, FIELD.id);
    const around = declarators.length === 1 ? outer : declarator;
    for (const nameNode of boundNames(tree, pattern)) {
      const name = names.ofNode(tree, nameNode);
      const scope = tree.scope(nameNode);
      const binding = bindings.find(name, scope);
      if (binding >= 0 && (bindings.values[binding] as number) > 0) continue;
      const declaration = declareVariable(context, { declarator, nameNode, around, word }, { ...setting, flags });
      bindings.bind(name, scope, BOUND_DECLARATION, declaration, AS_VALUE);
    }
  }
}

interface Variable {
  readonly declarator: number;
  readonly nameNode: number;
  readonly around: number;
  readonly word: string;
}

function declareVariable(context: SymbolContext, variable: Variable, setting: Setting): number {
  const { tree, text, sources } = context;
  const { declarator, nameNode, around, word } = variable;
  const isWhole = tree.parent(nameNode) === declarator;
  const init = tree.child(declarator, FIELD.init);
  const value = isWhole && init !== NO_NODE ? withoutWrapping(tree, init) : NO_NODE;
  const isClass = value !== NO_NODE && tree.kind(value) === KIND.ClassExpression;
  const isConstant = word !== 'let' && word !== 'var';
  const head = isClass
    ? signatureOf(tree, text, value)
    : signatureOfValue(tree, text, tree.start(nameNode), nameNode, value);
  const declaration = declare(context, {
    kind: isClass ? 'class' : isConstant ? 'constant' : 'variable',
    parent: setting.parent,
    flags: setting.flags | (isClass ? modifierFlags(tree, value) : 0),
    node: declarator,
    outer: around,
    nameNode,
    signature: isClass
      ? `${word} ${text.slice(tree.start(nameNode), tree.end(nameNode))} = ${head}`
      : `${word} ${head}`,
  });
  const type = annotatedType(tree, nameNode);
  if (isClass) declareClassMembers(context, value, declaration, 0);
  else sources.set(declaration, FROM_VARIABLE, nameNode);
  declareLiterals(context, type, { ...setting, parent: declaration });
  if (type === NO_NODE && isObject(tree, value)) declareObjectMembers(context, value, declaration);
  return declaration;
}

function isObject(tree: Cursor, value: number): boolean {
  return value !== NO_NODE && tree.kind(value) === KIND.ObjectExpression;
}

import { NO_NODE } from '../../../syntax/cursor.ts';
import { FIELD } from '../../../syntax/generated/fields.ts';
import { KIND } from '../../../syntax/generated/kinds.ts';
import { requiredSite } from './bind-imports.ts';
import { assignedExports } from './commonjs.ts';
import { propertyName, propertyValue } from './declare-object.ts';
import type { ExportTable } from './export-table.ts';
import { addBound } from './find-exports.ts';
import type { SymbolContext } from './symbol-context.ts';

/** What a statement assigns to `module.exports`, of an object its properties, or to a property of it. */
export function findCommonJsExports(context: SymbolContext, exports: ExportTable, statement: number): void {
  const { tree, names } = context;
  for (const { name, value } of assignedExports(tree, statement)) {
    if (name !== NO_NODE) addValue(context, exports, names.ofNode(tree, name), value);
    else if (tree.kind(value) !== KIND.ObjectExpression) addValue(context, exports, names.of('='), value);
    else for (const property of tree.children(value, FIELD.properties)) addProperty(context, exports, property);
  }
}

function addProperty(context: SymbolContext, exports: ExportTable, property: number): void {
  const { tree, names } = context;
  if (tree.kind(property) === KIND.SpreadElement) {
    const site = requiredSite(context, tree.child(property, FIELD.arguments));
    if (site >= 0) exports.addSite(names.of('*'), site, names.of('*'));
    return;
  }
  const nameNode = propertyName(tree, property);
  if (nameNode === NO_NODE || tree.kind(nameNode) === KIND.NumericLiteral) return;
  const value = propertyValue(tree, property);
  addValue(context, exports, names.ofNode(tree, nameNode), value === NO_NODE ? property : value);
}

function addValue(context: SymbolContext, exports: ExportTable, name: number, value: number): void {
  const { tree, names, declared } = context;
  const site = requiredSite(context, value);
  if (site >= 0) exports.addSite(name, site, names.of('='));
  else if (tree.kind(value) === KIND.Identifier) addBound(context, exports, name, value);
  else exports.addDeclaration(name, declared.byNode.get(value) ?? NO_NODE);
}

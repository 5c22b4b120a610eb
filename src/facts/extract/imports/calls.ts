import { type Cursor, SCOPE } from '../../../syntax/cursor.ts';
import { FIELD } from '../../../syntax/generated/fields.ts';
import { KIND } from '../../../syntax/generated/kinds.ts';
import { visitDynamicImport } from './dynamic.ts';
import { visitImportMetaGlob, visitRequireContext } from './glob.ts';
import type { ImportContext, ImportVisitor } from './import-context.ts';
import { isMockCall, visitMock } from './mock.ts';
import { visitRequire } from './require.ts';
import { isImportMeta } from './require-bindings.ts';
import { visitResolve } from './resolve.ts';

/** Every form of import that is a call, told apart by what is called. Most calls are none of them: the test must be quick. */
export function visitCall(context: ImportContext, call: number): void {
  const { tree, requires } = context;
  const callee = tree.child(call, FIELD.callee);
  switch (tree.kind(callee)) {
    case KIND.Import:
      visitDynamicImport(context, call);
      break;
    case KIND.Identifier:
    case KIND.CallExpression:
      if (requires.isRequire(tree, callee)) visitRequire(context, call);
      break;
    case KIND.MemberExpression:
      methodVisitor(context, call, callee)?.(context, call);
      break;
  }
}

function methodVisitor({ tree, requires }: ImportContext, call: number, callee: number): ImportVisitor | null {
  const object = tree.child(callee, FIELD.object);
  const property = tree.child(callee, FIELD.property);
  switch (tree.kind(object)) {
    case KIND.MetaProperty:
      if (isImportMeta(tree, callee, 'glob')) return visitImportMetaGlob;
      return isImportMeta(tree, callee, 'resolve') ? visitResolve : null;
    case KIND.Identifier:
      if (tree.textIs(property, FIELD.value, 'resolve')) return requires.isRequire(tree, object) ? visitResolve : null;
      if (tree.textIs(property, FIELD.value, 'context'))
        return isFreeRequire(tree, object) ? visitRequireContext : null;
      return isMockCall(tree, call) ? visitMock : null;
    default:
      return null;
  }
}

function isFreeRequire(tree: Cursor, name: number): boolean {
  return tree.textIs(name, FIELD.value, 'require') && tree.scope(name) === SCOPE.global;
}

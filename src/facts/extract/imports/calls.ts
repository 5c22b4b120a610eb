import { type Cursor, NO_NODE, SCOPE } from '../../../syntax/cursor.ts';
import { FIELD } from '../../../syntax/generated/fields.ts';
import { KIND } from '../../../syntax/generated/kinds.ts';
import { visitNew } from './asset.ts';
import { visitDynamicImport } from './dynamic.ts';
import { visitImportMetaGlob, visitRequireContext } from './glob.ts';
import type { ImportContext, ImportVisitor } from './import-context.ts';
import { isMockCall, MOCKERS, visitMock } from './mock.ts';
import { visitRequire } from './require.ts';
import { isImportMeta } from './require-bindings.ts';
import { visitResolve } from './resolve.ts';

/** What is called, or whose method is called, by every form of import that is a call of a name; all but a file's own requires. */
export const CALLED_NAMES: readonly string[] = ['require', 'createRequire', 'URL', ...MOCKERS.keys()];

/**
 * From one of {@link CALLED_NAMES}, `import` or `import.meta` up to the call: few files have any of them, and all have calls.
 * `name()`, `name.method()`, `new name()`, and of `createRequire()()` the second call.
 */
export function visitCalled(context: ImportContext, name: number): void {
  const { tree } = context;
  const access = tree.parent(name);
  const callee = tree.kind(access) === KIND.MemberExpression ? access : name;
  const call = callOf(tree, callee);
  if (call === NO_NODE) return;
  if (tree.textIs(name, FIELD.value, 'createRequire')) {
    const outer = callOf(tree, call);
    if (outer !== NO_NODE) visitCall(context, outer);
  } else if (tree.kind(call) === KIND.NewExpression) visitNew(context, call);
  else if (tree.field(name) !== FIELD.property) visitCall(context, call);
}

/** The call or creation of which a node is the callee. */
function callOf(tree: Cursor, node: number): number {
  return tree.field(node) === FIELD.callee ? tree.parent(node) : NO_NODE;
}

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

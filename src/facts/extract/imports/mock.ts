import { type Cursor, NO_NODE, SCOPE } from '../../../syntax/cursor.ts';
import { FIELD } from '../../../syntax/generated/fields.ts';
import { KIND } from '../../../syntax/generated/kinds.ts';
import { type ImportContext, report } from './import-context.ts';
import { argumentOf, specifiersOf } from './specifier-of.ts';

/** The functions of Jest, Vitest, Bun and node:test that name a module in order to replace it, or to get round that. */
const JEST = [
  'mock',
  'doMock',
  'unmock',
  'dontMock',
  'deepUnmock',
  'setMock',
  'requireActual',
  'requireMock',
  'createMockFromModule',
  'genMockFromModule',
  'unstable_mockModule',
  'unstable_unmockModule',
];
const VITEST = ['mock', 'doMock', 'unmock', 'doUnmock', 'importActual', 'importMock'];
export const MOCKERS: ReadonlyMap<string, readonly string[]> = new Map([
  ['jest', JEST],
  ['vi', VITEST],
  ['vitest', VITEST],
  ['mock', ['module']],
]);

/** `vi.mock('./a')`, `jest.requireActual('./a')`, and `vi.mock(import('./a'))`. */
export function visitMock(context: ImportContext, call: number): void {
  const { tree } = context;
  let specifier = argumentOf(tree, call, 0);
  if (specifier === NO_NODE) return;
  if (tree.kind(specifier) === KIND.CallExpression && tree.kind(tree.child(specifier, FIELD.callee)) === KIND.Import) {
    specifier = argumentOf(tree, specifier, 0);
    if (specifier === NO_NODE) return;
  }
  for (const said of specifiersOf(tree, specifier)) report(context, 'mock', said);
}

/** By name, as long as the name is global or bound at the top of the module. */
export function isMockCall(tree: Cursor, call: number): boolean {
  if (tree.kind(call) !== KIND.CallExpression) return false;
  const callee = tree.child(call, FIELD.callee);
  if (tree.kind(callee) !== KIND.MemberExpression) return false;
  const object = tree.child(callee, FIELD.object);
  const property = tree.child(callee, FIELD.property);
  if (tree.kind(object) !== KIND.Identifier || tree.kind(property) !== KIND.Identifier) return false;
  const scope = tree.scope(object);
  if (scope !== SCOPE.global && scope !== SCOPE.module) return false;
  for (const [name, methods] of MOCKERS)
    if (tree.textIs(object, FIELD.value, name)) return methods.includes(tree.text(property, FIELD.value));
  return false;
}

import { posix } from 'node:path';
import { type Cursor, NO_NODE, SCOPE } from '../../../syntax/cursor.ts';
import { FIELD } from '../../../syntax/generated/fields.ts';
import { KIND } from '../../../syntax/generated/kinds.ts';
import { SITE_PATH } from '../../records.ts';
import { type ImportContext, report } from './import-context.ts';
import { argumentOf, type Specifier, specifiersOf } from './specifier-of.ts';

/**
 * A path that is put together from the module's own folder, whatever is done with it then (a program is started, a file read): `path.join(__dirname, '../src/cli.ts')`,
 * `resolve(import.meta.dirname, 'data', 'prices.json')`, `` `${__dirname}/worker.js` ``. Only what ends like a file counts, and only where there is one: it may as well be written to.
 * @param folder `__dirname` or `import.meta.dirname`
 */
export function visitOwnFolder(context: ImportContext, folder: number): void {
  const { tree } = context;
  if (tree.field(folder) === FIELD.id && tree.kind(tree.parent(folder)) === KIND.VariableDeclarator) {
    context.bindsOwnFolder = isOwnFolder(context, tree.child(tree.parent(folder), FIELD.init));
    return;
  }
  if (tree.kind(folder) === KIND.Identifier && tree.scope(folder) !== SCOPE.global && !context.bindsOwnFolder) return;
  const said = joinedPath(tree, folder) ?? addedPath(tree, folder);
  if (said === null || !/[^/*]\.\w+$/.test(said.text) || said.text.includes('*')) return;
  report(context, 'asset', { ...said, text: relative(said.text) }, SITE_PATH);
}

const relative = (path: string): string => {
  const normal = posix.normalize(path.replaceAll('\\', '/')).replace(/^\/+/, '');
  return normal.startsWith('../') ? normal : `./${normal}`;
};

/** `path.join(<folder>, 'a', '../b.ts')`; null for anything else. */
function joinedPath(tree: Cursor, folder: number): Specifier | null {
  const call = tree.parent(tree.parent(folder));
  if (tree.kind(call) !== KIND.CallExpression || argumentOf(tree, call, 0) !== folder) return null;
  const callee = tree.child(call, FIELD.callee);
  const name = tree.kind(callee) === KIND.MemberExpression ? tree.child(callee, FIELD.property) : callee;
  const isResolve = tree.textIs(name, FIELD.value, 'resolve');
  if (!isResolve && !tree.textIs(name, FIELD.value, 'join')) return null;
  const parts: Specifier[] = [];
  for (let at = 1; ; at++) {
    const argument = argumentOf(tree, call, at);
    if (argument === NO_NODE) break;
    const said = specifiersOf(tree, argument);
    if (said.length !== 1) return null;
    parts.push(...said);
  }
  const [only] = parts;
  // From such a part on `resolve` begins anew.
  if (only === undefined || (isResolve && parts.some(({ text }) => text.startsWith('/')))) return null;
  return parts.length === 1 ? only : { text: parts.map(({ text }) => text).join('/'), isPattern: false, node: call };
}

/** `<folder> + '/a.ts'` and the same as a template. */
function addedPath(tree: Cursor, folder: number): Specifier | null {
  let whole = folder;
  for (let at = tree.parent(folder); SUMS.has(tree.kind(at)); at = tree.parent(at)) whole = at;
  const before = tree.start(folder) - tree.start(whole);
  if (whole === folder || before !== (tree.kind(whole) === KIND.TemplateLiteral ? '`${'.length : 0)) return null;
  const [said] = specifiersOf(tree, whole);
  return said?.text.startsWith('*/') ? { text: said.text.slice(1), isPattern: false, node: whole } : null;
}

const SUMS: ReadonlySet<number> = new Set([KIND.BinaryExpression, KIND.TemplateLiteral]);

/** What modules that have no `__dirname` of their own make one of. */
function isOwnFolder({ tree, source }: ImportContext, value: number): boolean {
  if (value === NO_NODE) return false;
  const text = Buffer.from(source.subarray(tree.start(value), tree.end(value))).toString('utf8');
  return OWN_FOLDER.test(text.replace(/\s+/g, ''));
}

const OWN_FOLDER =
  /^(?:(?:\w+\.)?dirname\((?:(?:\w+\.)?fileURLToPath\(import\.meta\.url\)|__filename|import\.meta\.filename)\)|import\.meta\.dirname|(?:\w+\.)?fileURLToPath\(newURL\(['"]\.\/?['"],import\.meta\.url\)\));?$/;

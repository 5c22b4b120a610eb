import { isRecord } from '../../../../base/is-record.ts';
import { builtinTerm, patternsOf, termsOf, Untranslatable } from './patterns.ts';
import type { Scope } from './scope.ts';

/** What the `to` of a rule says. */
export interface Target {
  readonly about: 'import' | 'reach' | 'no-reach' | 'cycle';
  readonly to: readonly string[];
  readonly kinds: readonly string[];
  /** How the imported package must not be declared. */
  readonly declared?: readonly string[];
  readonly cycleClass?: string;
}

type Data = Readonly<Record<string, unknown>>;

const DECLARED: Readonly<Record<string, string>> = {
  npm: 'production',
  'npm-dev': 'development',
  'npm-peer': 'peer',
  'npm-optional': 'optional',
  'npm-no-pkg': 'undeclared',
  'npm-unknown': 'undeclared',
};

const KINDS: Readonly<Record<string, readonly string[]>> = {
  'type-only': ['type'],
  'type-import': ['type'],
  'triple-slash-directive': ['triple-slash'],
  'triple-slash-file-reference': ['triple-slash'],
  'triple-slash-type-reference': ['triple-slash'],
  jsdoc: ['jsdoc'],
  import: ['static'],
  export: ['export-from'],
  'dynamic-import': ['dynamic'],
  require: ['require'],
  'import-equals': ['import-equals'],
};

const CONDITIONS = ['path', 'pathNot', 'dependencyTypes', 'dependencyTypesNot', 'dynamic', 'preCompilationOnly'];

/** @throws Untranslatable for conditions that we do not know */
export function readTarget(data: Data, scope: Scope): Target {
  const { circular, reachable, couldNotResolve, viaOnly, ...rest } = data;
  if (circular === true) return readCycle(rest, viaOnly, scope);
  if (circular !== undefined || viaOnly !== undefined)
    throw new Untranslatable('`to` has `circular: false` or `viaOnly`');
  const others = Object.keys(rest).filter((key) => !CONDITIONS.includes(key));
  if (others.length > 0) throw new Untranslatable(`\`to\` has \`${others.join('`, `')}\``);
  if (couldNotResolve !== undefined) {
    if (couldNotResolve !== true || Object.keys(rest).length > 0)
      throw new Untranslatable('`couldNotResolve` with other conditions');
    return { about: 'import', to: ['?:*'], kinds: scope.kinds };
  }
  const types = wordsOf(rest.dependencyTypes);
  const kinds = kindsOf(rest, types, scope);
  const about = reachable === undefined ? 'import' : reachable === true ? 'reach' : 'no-reach';
  const to = pathTerms(rest, types, scope);
  const declared = types.filter((type) => type in DECLARED).map((type) => DECLARED[type] ?? '');
  if (declared.length === 0) return { about, to, kinds };
  if (declared.length < types.length || about !== 'import')
    throw new Untranslatable(`\`dependencyTypes\` ${types.join(', ')} together`);
  return { about, to, kinds, declared: [...new Set(declared)] };
}

function readCycle(rest: Data, viaOnly: unknown, scope: Scope): Target {
  const others = Object.keys(rest);
  if (others.length > 0) throw new Untranslatable(`\`circular\` with \`${others.join('`, `')}\``);
  const only = isRecord(viaOnly) ? viaOnly : {};
  const not = wordsOf(only.dependencyTypesNot);
  if (
    viaOnly !== undefined &&
    (Object.keys(only).join() !== 'dependencyTypesNot' || not.some((type) => !/^type-/.test(type)))
  ) {
    throw new Untranslatable('`viaOnly` with other conditions than types');
  }
  const seesTypes = scope.kinds.includes('type') && not.length === 0;
  return { about: 'cycle', to: [], kinds: [], cycleClass: seesTypes ? 'type-only' : 'deferred' };
}

function kindsOf(rest: Data, types: readonly string[], { kinds }: Scope): string[] {
  const named = types.flatMap((type) => KINDS[type] ?? []);
  const not = wordsOf(rest.dependencyTypesNot);
  const unknown = not.filter((type) => !(type in KINDS));
  if (unknown.length > 0) throw new Untranslatable(`\`dependencyTypesNot\` ${unknown.join(', ')}`);
  const left = new Set(not.flatMap((type) => KINDS[type] ?? []));
  if (rest.dynamic === false) left.add('dynamic');
  if (rest.preCompilationOnly === false) left.add('type');
  let wanted = named.length > 0 ? [...new Set(named)] : [...kinds];
  if (rest.dynamic === true) wanted = ['dynamic'];
  if (rest.preCompilationOnly === true) wanted = ['type'];
  const found = wanted.filter((kind) => kinds.includes(kind) && !left.has(kind));
  if (found.length === 0)
    throw new Untranslatable('it is about imports that dependency-cruiser does not see with these options');
  return found;
}

/** What `path`, `pathNot` and those types select that say what is imported. */
function pathTerms(rest: Data, types: readonly string[], { left }: Scope): string[] {
  const paths = patternsOf(rest.path, 'to.path');
  const out = [
    ...patternsOf(rest.pathNot, 'to.pathNot')
      .flatMap(termsOf)
      .map((term) => `!${term}`),
    ...left,
  ];
  const what = types.filter((type) => !(type in KINDS) && !(type in DECLARED));
  if (what.length === 0) return [...(paths.length === 0 ? ['**'] : paths.flatMap(termsOf)), ...out];
  if (what.length > 1 || types.length > 1) throw new Untranslatable(`\`dependencyTypes\` ${types.join(', ')}`);
  if (what[0] === 'core') return [...(paths.length === 0 ? ['node:*'] : paths.map(builtinTerm)), ...out];
  if (what[0] !== 'local') throw new Untranslatable(`\`dependencyTypes\` ${what[0]}`);
  return [...(paths.length === 0 ? ['**'] : paths.map((path) => `re:${path}`)), ...out, '!npm:*', '!node:*'];
}

function wordsOf(value: unknown): string[] {
  if (value === undefined) return [];
  if (Array.isArray(value) && value.every((word) => typeof word === 'string')) return value;
  throw new Untranslatable('a list of types is none');
}

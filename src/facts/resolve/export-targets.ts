import { isRecord } from '../../base/is-record.ts';

/**
 * What `exports` and `imports` of a package.json say about a key, by the algorithm of
 * https://nodejs.org/api/esm.html#resolution-algorithm-specification (PACKAGE_IMPORTS_EXPORTS_RESOLVE), with one
 * difference: Node takes the first target whose conditions hold, we want all of them in order of preference,
 * because the preferred one may be build output that is not there while another leads to its source.
 */
export type ConditionKind = 'import' | 'require';

/** Conditions by which packages point at their own sources. */
const SOURCE_CONDITIONS = ['source', 'development'];
const RUNTIME_CONDITIONS = new Set(['node', 'module', 'module-sync', 'node-addons', 'default']);
/** A manifest is user data: conditions do not nest deeper than this. */
const DEEPEST_NESTING = 32;

interface Leaf {
  readonly target: string;
  readonly rank: number;
}

/**
 * Targets of a key: those under source conditions or the project's own first, then what Node would take, then
 * those for the other module system, for other platforms, and declarations last.
 * @param field the value of `exports` or `imports`
 * @param key `.`, `./button` or `#internal`
 * @param custom `customConditions` of the importer's tsconfig
 * @returns null when the key is not offered
 */
export function exportTargets(
  field: unknown,
  key: string,
  kind: ConditionKind,
  custom: readonly string[],
): string[] | null {
  const match = matchKey(isRecord(field) && !isConditions(field) ? field : { '.': field }, key);
  if (!match) return null;
  const leaves: Leaf[] = [];
  collect(match.value, [], { leaves, kind, preferred: new Set([...SOURCE_CONDITIONS, ...custom]) });
  if (leaves.length === 0) return null;
  const targets = leaves.sort((a, b) => a.rank - b.rank).map(({ target }) => target.replaceAll('*', () => match.rest));
  return [...new Set(targets)];
}

/** The entry for a key: the exact one, or the pattern with the longest part before its `*`. */
function matchKey(map: Readonly<Record<string, unknown>>, key: string): { value: unknown; rest: string } | null {
  if (Object.hasOwn(map, key) && !key.includes('*')) return { value: map[key], rest: '' };
  let best: { value: unknown; rest: string } | null = null;
  let bestPrefix = '';
  for (const [pattern, value] of Object.entries(map)) {
    // `./features/` without a star is the older spelling of `./features/*`.
    const star = pattern.endsWith('/') ? pattern.length : pattern.indexOf('*');
    if (star < 0) continue;
    const prefix = pattern.slice(0, star);
    const suffix = pattern.slice(star + 1);
    const fits = key.length > prefix.length + suffix.length && key.startsWith(prefix) && key.endsWith(suffix);
    if (!fits || (best && prefix.length <= bestPrefix.length)) continue;
    const rest = key.slice(prefix.length, key.length - suffix.length);
    best = { value: pattern.endsWith('/') && typeof value === 'string' ? `${value}*` : value, rest };
    bestPrefix = prefix;
  }
  return best;
}

interface Collection {
  readonly leaves: Leaf[];
  readonly kind: ConditionKind;
  readonly preferred: ReadonlySet<string>;
}

function collect(value: unknown, conditions: readonly string[], into: Collection): void {
  if (typeof value === 'string') into.leaves.push({ target: value, rank: rankOf(conditions, into) });
  else if (conditions.length > DEEPEST_NESTING) return;
  else if (Array.isArray(value)) for (const item of value.flat(DEEPEST_NESTING)) collect(item, conditions, into);
  else if (isRecord(value)) {
    for (const [condition, inner] of Object.entries(value)) collect(inner, [...conditions, condition], into);
  }
}

/** 0 our own wish, 1 what Node would take, 2 the other module system, 3 other platforms, 4 declarations. */
function rankOf(conditions: readonly string[], { kind, preferred }: Collection): number {
  if (conditions.includes('types')) return 4;
  if (conditions.some((condition) => preferred.has(condition))) return 0;
  if (conditions.every((condition) => condition === kind || RUNTIME_CONDITIONS.has(condition))) return 1;
  const otherKind = kind === 'import' ? 'require' : 'import';
  return conditions.every((condition) => condition === otherKind || RUNTIME_CONDITIONS.has(condition)) ? 2 : 3;
}

/** `exports` may be the conditions of `.` themselves; then no key starts with a dot (or, for `imports`, with a #). */
function isConditions(field: Readonly<Record<string, unknown>>): boolean {
  return !Object.keys(field).some((key) => key.startsWith('.') || key.startsWith('#'));
}

/** A line of CODEOWNERS. */
export interface OwnerRule {
  readonly pattern: string;
  readonly owners: readonly string[];
}

/**
 * Who owns a path: the owners of the last rule that matches it; null when none does, an empty list when that rule takes all owners away. Patterns are
 * those of GitHub: as in .gitignore, without `!` and `[ ]`. One with a `/` that is not its last character counts from the root, any other in every folder;
 * one that names a folder means all that is in it, but `docs/*` only the files that lie right there.
 * https://docs.github.com/en/repositories/managing-your-repositorys-settings-and-features/customizing-your-repository/about-code-owners
 */
export function codeOwners(rules: readonly OwnerRule[]): (path: string) => readonly string[] | null {
  // Most patterns name a file or folder, and are looked up; the others are tried, the last first.
  const named = new Map<string, number>();
  const patterns: { readonly rule: number; readonly matches: (path: string) => boolean }[] = [];
  rules.forEach(({ pattern }, rule) => {
    if (/[*?]/.test(pattern)) patterns.unshift({ rule, matches: compile(pattern) });
    else for (const key of keysOf(pattern.replaceAll(/\\(.)/g, '$1'))) named.set(key, rule);
  });
  return (path) => {
    const looked = lastNamed(path, named);
    const tried = patterns.find(({ rule, matches }) => rule < looked || matches(path))?.rule ?? -1;
    return rules[Math.max(looked, tried)]?.owners ?? null;
  };
}

/** Under what a pattern without wildcards is looked up: `/src/` for a folder from the root, `*docs/` for one of that name anywhere; of a file without the `/`. */
function keysOf(pattern: string): string[] {
  const name = pattern.replace(/^\//, '').replace(/\/$/, '');
  const isRooted = pattern.replace(/\/$/, '').includes('/');
  const key = isRooted || name === '' ? `/${name}` : `*${name}`;
  return pattern.endsWith('/') ? [`${key}/`] : [key, `${key}/`];
}

/** The last rule that names a path, or a folder around it; -1 when none does. */
function lastNamed(path: string, named: ReadonlyMap<string, number>): number {
  if (named.size === 0) return -1;
  let last = Math.max(named.get(`/${path}`) ?? -1, named.get(`*${path.slice(path.lastIndexOf('/') + 1)}`) ?? -1);
  let start = 0;
  for (let slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1)) {
    const folder = named.get(`/${path.slice(0, slash + 1)}`) ?? -1;
    last = Math.max(last, folder, named.get(`*${path.slice(start, slash + 1)}`) ?? -1);
    start = slash + 1;
  }
  return Math.max(last, named.get('//') ?? -1);
}

/** Wildcards beyond this many in one pattern are of nobody's making, and a backtracking expression of them may never end. */
const MOST_WILDCARDS = 8;

function compile(pattern: string): (path: string) => boolean {
  if ((pattern.match(/\*+|\?/g) ?? []).length > MOST_WILDCARDS) return () => false;
  const isRooted = pattern.replace(/\/$/, '').includes('/');
  const parts = pattern.replace(/^\//, '').match(/\\.|\*\*\/|\/\*\*$|\*+|\?|[^\\*?]/gs) ?? [];
  const source = parts.map(expressionOf).join('');
  // `docs/*` is what lies in docs; `*` and `src/*.ts` may also be the name of a folder.
  const below = /(?:^|[^*])\/\*$/.test(pattern) ? '' : pattern.endsWith('/') ? '.+' : '(?:/.*)?';
  const expression = new RegExp(`^${isRooted ? '' : '(?:.*/)?'}${source}${below}$`, 's');
  return (path) => expression.test(path);
}

function expressionOf(part: string): string {
  if (part === '**/') return '(?:.*/)?';
  if (part === '/**') return '/.*';
  if (part.startsWith('*')) return '[^/]*';
  if (part === '?') return '[^/]';
  return (part.startsWith('\\') ? part.slice(1) : part).replace(/[$()+.[\]^{|}\\/]/g, '\\$&');
}

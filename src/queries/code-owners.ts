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
  const compiled = rules.map(({ pattern, owners }) => ({ matches: compile(pattern), owners }));
  return (path) => compiled.findLast(({ matches }) => matches(path))?.owners ?? null;
}

/** Wildcards beyond this many in one pattern are of nobody's making, and a backtracking expression of them may never end. */
const MOST_WILDCARDS = 8;

function compile(pattern: string): (path: string) => boolean {
  const plain = pattern.replaceAll(/\\(.)/g, '$1');
  if (!/[*?]/.test(pattern)) return literal(plain);
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

/** Most patterns are a folder or file by its name. */
function literal(pattern: string): (path: string) => boolean {
  const isFolder = pattern.endsWith('/');
  const name = pattern.replace(/^\//, '').replace(/\/$/, '');
  if (name === '') return () => true;
  const isRooted = pattern.replace(/\/$/, '').includes('/');
  return (path) => {
    if (isRooted) return path.startsWith(`${name}/`) || (!isFolder && path === name);
    return `/${path}`.includes(`/${name}/`) || (!isFolder && (path === name || path.endsWith(`/${name}`)));
  };
}

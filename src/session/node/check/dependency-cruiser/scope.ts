import { isRecord } from '../../../../base/is-record.ts';
import { patternsOf, termsOf, Untranslatable } from './patterns.ts';

/** What the options say for all rules. */
export interface Scope {
  /** Kinds of import that dependency-cruiser sees. */
  readonly kinds: readonly string[];
  /** Terms that take out what `exclude` and `includeOnly` leave out. */
  readonly left: readonly string[];
  /** Whether something is left out that chains could go through. */
  readonly noteReach: boolean;
}

const RUN_KINDS = ['static', 'export-from', 'dynamic', 'require', 'import-equals'];

/** @throws Untranslatable for paths that cannot be */
export function scopeOf(options: Readonly<Record<string, unknown>>): Scope {
  // It reads what TypeScript emits, unless told to read what stands before that.
  const sees = options.tsPreCompilationDeps;
  const kinds = sees === true || sees === 'specify' ? [...RUN_KINDS, 'type', 'triple-slash'] : RUN_KINDS;
  if (options.detectJSDocImports === true) kinds.push('jsdoc');
  const left = [
    ...pathsOf(options.exclude, 'exclude')
      .flatMap(termsOf)
      .map((term) => `!${term}`),
    ...onlyTerms(pathsOf(options.includeOnly, 'includeOnly')),
  ];
  return { kinds, left, noteReach: left.length > 0 };
}

/** An option that is an expression, several, or an object with a `path`. */
function pathsOf(option: unknown, name: string): string[] {
  if (!isRecord(option)) return patternsOf(option, name);
  const others = Object.keys(option).filter((key) => key !== 'path');
  if (others.length > 0) throw new Untranslatable(`\`${name}\` by \`${others.join('`, `')}\``);
  return patternsOf(option.path, name);
}

/** Takes out all that does not match: a selector has no other way to narrow what others add. */
function onlyTerms(patterns: readonly string[]): string[] {
  if (patterns.length === 0) return [];
  const anywhere = patterns.map((pattern) => (pattern.startsWith('^') ? pattern.slice(1) : `.*(?:${pattern})`));
  return [`!re:^(?!${anywhere.map((one) => `(?:${one})`).join('|')})`];
}

import { isRecord } from '../../../../base/is-record.ts';
import { Untranslatable } from './patterns.ts';
import { type Scope, scopeOf } from './scope.ts';
import { translateAllowed, translateForbidden, translateRequired } from './translate-rule.ts';

export interface Translation {
  /** The part `check` of introspect.config.json. */
  readonly check: { readonly rules: readonly Readonly<Record<string, unknown>>[] };
  /** Rules that cannot be translated, each with the reason. */
  readonly problems: readonly string[];
  /** What a reader should know of those that were. */
  readonly notes: readonly string[];
}

type Data = Readonly<Record<string, unknown>>;

/** Options that change what dependency-cruiser prints, how it resolves or how fast it is, but not what breaks a rule. */
const HARMLESS = new Set(
  `doNotFollow moduleSystems tsConfig tsPreCompilationDeps webpackConfig babelConfig enhancedResolveOptions reporterOptions progress cache metrics prefix exclude includeOnly
  combinedDependencies preserveSymlinks extraExtensionsToScan externalModuleResolutionStrategy baseDir skipAnalysisNotInRules builtInModules detectJSDocImports
  detectProcessBuiltinModuleCalls exoticRequireStrings affected outputType outputTo maxDepth parser validate focus`.split(
    /\s+/,
  ),
);

/** Rules of dependency-cruiser as ours. What it calls a path is an expression over ids here. */
export function translate(configuration: Data): Translation {
  const problems: string[] = [];
  const notes: string[] = [];
  const rules: Data[] = [];
  const attempt = (name: string, work: () => Data | null): void => {
    try {
      const rule = work();
      if (rule) rules.push(rule);
    } catch (error) {
      if (!(error instanceof Untranslatable)) throw error;
      problems.push(`${name}: ${error.message}`);
    }
  };
  if (configuration.extends !== undefined) problems.push('extends: rules of another file or package are not read');
  const options = isRecord(configuration.options) ? configuration.options : {};
  for (const option of Object.keys(options))
    if (!HARMLESS.has(option)) notes.push(`the option \`${option}\` is not looked at`);
  let scope: Scope = { kinds: [], left: [], noteReach: false };
  attempt('options', () => {
    scope = scopeOf(options);
    return null;
  });
  const numbered = new NamedRules();
  for (const rule of listOf(configuration.forbidden))
    attempt(nameOf(rule), () => translateForbidden(rule, scope, numbered.name(rule, 'forbidden')));
  for (const rule of listOf(configuration.required))
    attempt(nameOf(rule), () => translateRequired(rule, scope, numbered.name(rule, 'required')));
  const allowed = listOf(configuration.allowed);
  if (allowed.length > 0) attempt('allowed', () => translateAllowed(allowed, configuration.allowedSeverity, scope));
  if (scope.noteReach)
    notes.push(
      '`exclude` and `includeOnly` are kept from single imports; chains and circles may go through what they leave out',
    );
  return { check: { rules }, problems, notes };
}

const listOf = (value: unknown): Data[] => (Array.isArray(value) ? value.filter(isRecord) : []);
const nameOf = (rule: Data): string => (typeof rule.name === 'string' ? rule.name : 'a rule without a name');

/** Names of rules are names here too, so two cannot have one. */
export class NamedRules {
  private readonly used = new Set<string>();

  name(rule: Data, byDefault: string): string {
    const wanted = (typeof rule.name === 'string' && rule.name !== '' ? rule.name : byDefault)
      .replaceAll(',', ' ')
      .slice(0, 150);
    let name = wanted;
    for (let number = 2; this.used.has(name); number++) name = `${wanted} ${number}`;
    this.used.add(name);
    return name;
  }
}

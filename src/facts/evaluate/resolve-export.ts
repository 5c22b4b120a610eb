import { VALUE_EXPORT, VALUE_EXPORT_BINDING, VALUE_EXPORT_DEFAULT, VALUE_SITE } from '../value-records.ts';
import type { Code } from './code.ts';
import type { UnknownReason } from './reasons.ts';

/** The place of a specifier in a file: 1-based, columns in UTF-16 units. */
export interface ImportPlace {
  readonly specifier: string;
  readonly line: number;
  readonly column: number;
}

/** Where an import leads: a module of the project by its path, or a package or builtin by its id (`npm:express`, `node:path`). */
export type ImportTarget =
  | { readonly kind: 'module'; readonly path: string }
  | { readonly kind: 'external'; readonly id: string }
  | { readonly kind: 'unknown' };

/** What the evaluator needs of the modules around the one that it is asked about. */
export interface Modules {
  codeOf(path: string): Code | null;
  importOf(path: string, place: ImportPlace): ImportTarget;
}

/** Where an exported name comes from, re-exports followed. */
export type ExportOrigin =
  | { readonly kind: 'binding'; readonly code: Code; readonly binding: number }
  | { readonly kind: 'default'; readonly code: Code }
  /** A module as a whole: `export * as name from`. */
  | { readonly kind: 'namespace'; readonly path: string }
  | { readonly kind: 'external'; readonly id: string }
  /** The module has no exports in the sense of ES modules: the name is a property of what CommonJS exports. */
  | { readonly kind: 'commonjs'; readonly code: Code; readonly name: string }
  | { readonly kind: 'unknown'; readonly reason: UnknownReason };

/** Where the site of a file leads. */
export function targetOfSite(modules: Modules, code: Code, site: number): ImportTarget {
  const at = site * VALUE_SITE.WORDS;
  const { sites, path } = code.facts;
  const specifier = code.string(sites[at + VALUE_SITE.SPECIFIER] as number);
  const line = sites[at + VALUE_SITE.LINE] as number;
  return modules.importOf(path, { specifier, line, column: sites[at + VALUE_SITE.COLUMN] as number });
}

/** Whether a file is an ES module, as far as anybody can import from it. */
export function hasExports(code: Code): boolean {
  return code.facts.exports.length > 0;
}

/** Follows a name through re-exports to where it is declared; what is named by two `export *` and differs is not known. */
export function resolveExport(modules: Modules, module: string, name: string): ExportOrigin {
  const seen = new Set<string>();
  const found = new Map<string, ExportOrigin>();
  let missing: UnknownReason = 'not-exported';
  const open: (readonly [path: string, name: string])[] = [[module, name]];
  for (let at = open.pop(); at; at = open.pop()) {
    const [path, wanted] = at;
    if (seen.has(`${path}\n${wanted}`)) continue;
    seen.add(`${path}\n${wanted}`);
    const code = modules.codeOf(path);
    if (!code) missing = 'not-parsed';
    else if (wanted === '*') found.set(path, { kind: 'namespace', path });
    else if (hasExports(code)) look(code, wanted);
    // What has neither exports types alone, or nothing.
    else if (code.isCommonJs) found.set(`${path}#`, { kind: 'commonjs', code, name: wanted });
  }
  // What a package behind `export *` has cannot be seen; a name that the project has itself is taken to be that.
  const origins = [...found.values()];
  const certain = origins.filter(({ kind }) => kind === 'binding' || kind === 'default' || kind === 'namespace');
  const [first, second] = certain.length > 0 ? certain : origins;
  if (!first) return { kind: 'unknown', reason: missing };
  return second ? { kind: 'unknown', reason: 'external-call' } : first;

  function look(code: Code, wanted: string): void {
    const { exports, path } = code.facts;
    const stars: number[] = [];
    for (let at = 0; at < exports.length; at += VALUE_EXPORT.WORDS) {
      const exported = code.string(exports[at + VALUE_EXPORT.NAME] as number);
      const a = exports[at + VALUE_EXPORT.A] as number;
      if (exported === '*') stars.push(a);
      if (exported !== wanted) continue;
      switch (exports[at + VALUE_EXPORT.FROM]) {
        case VALUE_EXPORT_DEFAULT:
          found.set(`${path}#default`, { kind: 'default', code });
          return;
        case VALUE_EXPORT_BINDING:
          found.set(`${path}#${a}`, { kind: 'binding', code, binding: a });
          return;
        default:
          follow(code, a, code.string(exports[at + VALUE_EXPORT.B] as number));
          return;
      }
    }
    if (wanted !== 'default') for (const site of stars) follow(code, site, wanted, true);
  }

  function follow(code: Code, site: number, wanted: string, star = false): void {
    const target = targetOfSite(modules, code, site);
    if (target.kind === 'module') open.push([target.path, wanted]);
    // Whether a package has the name cannot be seen; nothing else may have it, either.
    else if (target.kind === 'external') found.set(target.id, { kind: 'external', id: `${target.id}#${wanted}` });
    else if (!star) missing = 'unresolved-import';
    else found.set(`?${site}`, { kind: 'unknown', reason: 'unresolved-import' });
  }
}

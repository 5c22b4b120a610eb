import type { Redactor } from './redactor-of.ts';

/** A specifier without secrets, but for the path in it: what names a file would name none any more. */
export function redactSpecifier(specifier: string, redactor: Redactor | null): string {
  if (!redactor) return specifier;
  if (!/^(?:\.{0,2}\/|\.{1,2}$)/.test(specifier)) return redactor.redact(specifier);
  const query = specifier.indexOf('?');
  return query < 0 ? specifier : specifier.slice(0, query) + redactor.redact(specifier.slice(query));
}

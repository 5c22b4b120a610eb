import { posix } from 'node:path';
import type { ConditionKind } from './export-targets.ts';
import { aliasOutcome, type Importer, resolveBare } from './resolve-bare.ts';
import type { Outcome, ResolveContext } from './resolve-context.ts';
import { resolveRelative } from './resolve-path.ts';
import { hasScheme } from './specifier.ts';

/** Where a specifier leads that is not relative to its importer: a URL, a path from the package's folder, or a bare name. */
export function resolveAbsolute(
  context: ResolveContext,
  importer: Importer,
  specifier: string,
  kind: ConditionKind,
): Outcome {
  if (hasScheme(specifier) && !specifier.startsWith('node:')) return { reason: 'unsupported-scheme' };
  // `/src/main.ts` is a URL from the package's folder to the development servers that understand it.
  if (specifier.startsWith('/')) {
    const aliased = aliasOutcome(context, importer, specifier, kind);
    if (aliased && !('reason' in aliased)) return aliased;
    const directory = importer.own?.directory ?? '';
    return resolveRelative(context, posix.join(directory, 'package.json'), `.${specifier}`, kind, null);
  }
  return resolveBare(context, importer, specifier, kind);
}

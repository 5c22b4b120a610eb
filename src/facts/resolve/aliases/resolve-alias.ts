import type { ConditionKind } from '../export-targets.ts';
import { findSourceOf, moduleOutcome, type Outcome, probeOutcome, type ResolveContext } from '../resolve-context.ts';
import { findModuleAt } from '../resolve-path.ts';
import { type AliasFolder, applyAlias } from './bundler-aliases.ts';

/** An alias that leads into installed packages, `node_modules/vue/dist/vue.js`: the package is what counts. */
const INSTALLED = /(?:^|\/)node_modules\/(.+)$/;

/**
 * Where the aliases of bundlers lead, innermost configuration first. One that leads to nothing gives way to the next: of the
 * configurations around a file not every one is about it.
 * @param resolvePlain resolves another specifier that stands for this one; aliases are applied once
 * @returns the answer; `file-not-found` when aliases fit and none of their files is there; null when none fits
 */
export function resolveAlias(
  context: ResolveContext,
  folders: readonly AliasFolder[],
  specifier: string,
  kind: ConditionKind,
  resolvePlain: (specifier: string) => Outcome,
): Outcome | null {
  let fits = false;
  for (const { directory, aliases } of folders) {
    for (const alias of aliases) {
      const target = applyAlias(alias, directory, specifier);
      if (!target) continue;
      fits = true;
      const installed = target.isPath ? INSTALLED.exec(target.text)?.[1] : target.text;
      const outcome =
        installed === undefined ? resolveFile(context, target.text, kind) : resolvePlain(installed.replace(/^\/+/, ''));
      if (outcome && !('reason' in outcome)) return outcome;
      // It is there, and was passed over.
      if (outcome?.reason === 'excluded') return outcome;
    }
  }
  return fits ? { reason: 'file-not-found' } : null;
}

function resolveFile(context: ResolveContext, path: string, kind: ConditionKind): Outcome | null {
  if (path === '..' || path.startsWith('../')) return { reason: 'outside-root' };
  const module = findModuleAt(context, path, kind, path.endsWith('/'));
  if (module) return module;
  const source = findSourceOf(context, path);
  return source ? moduleOutcome(context, source) : probeOutcome(context, path);
}

import { VALUE_WRITE, WRITE_THROUGH } from '../value-records.ts';
import { type Modules, resolveExport, targetOfSite } from './resolve-export.ts';

/**
 * Exported bindings to whose values other modules of the project write under the name that they import (`config.debug = true`, `routes.push(…)`), as
 * `path#binding`; `path#default` for what `export default` says. Goes over all modules once.
 */
export function writtenElsewhere(modules: Modules, paths: Iterable<string>): ReadonlySet<string> {
  const written = new Set<string>();
  for (const path of paths) {
    const code = modules.codeOf(path);
    if (!code) continue;
    const { writes } = code.facts;
    for (let at = 0; at < writes.length; at += VALUE_WRITE.WORDS) {
      const binding = writes[at + VALUE_WRITE.BINDING] as number;
      const site = code.binding(binding, 'SITE') - 1;
      if (site < 0 || writes[at + VALUE_WRITE.HOW] !== WRITE_THROUGH) continue;
      const target = targetOfSite(modules, code, site);
      if (target.kind !== 'module') continue;
      const imported = code.string(code.binding(binding, 'IMPORTED'));
      const member = writes[at + VALUE_WRITE.MEMBER] as number;
      const ofNamespace = imported === '*' && member > 0 ? code.string(member - 1) : imported;
      const origin = resolveExport(modules, target.path, ofNamespace);
      if (origin.kind === 'binding') written.add(`${origin.code.facts.path}#${origin.binding}`);
      else if (origin.kind === 'default' || origin.kind === 'commonjs')
        written.add(`${origin.code.facts.path}#default`);
    }
  }
  return written;
}

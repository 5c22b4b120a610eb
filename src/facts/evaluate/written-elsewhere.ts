import { VALUE_ALIAS, VALUE_WRITE, WRITE_THROUGH } from '../value-records.ts';
import type { Code } from './code.ts';
import { type Modules, resolveExport, targetOfSite } from './resolve-export.ts';

/**
 * Exported bindings to whose values other modules of the project write under the name that they import (`config.debug = true`, `routes.push(…)`), as
 * `path#binding`; `path#default` for what `export default` says, or CommonJS exports. Goes over all modules once. A name that a module gives to a part
 * of what it imports is followed, through any number of modules; an object literal that holds it is not.
 */
export function writtenElsewhere(modules: Modules, paths: Iterable<string>): ReadonlySet<string> {
  const written = new Set<string>();
  const open: (readonly [code: Code, binding: number])[] = [];
  for (const path of paths) {
    const code = modules.codeOf(path);
    if (!code) continue;
    const { writes } = code.facts;
    for (let at = 0; at < writes.length; at += VALUE_WRITE.WORDS) {
      if (writes[at + VALUE_WRITE.HOW] !== WRITE_THROUGH) continue;
      follow(code, writes[at + VALUE_WRITE.BINDING] as number, writes[at + VALUE_WRITE.MEMBER] as number);
    }
  }
  for (let found = open.pop(); found; found = open.pop()) {
    const [code, binding] = found;
    const { aliases } = code.facts;
    for (let at = 0; at < aliases.length; at += VALUE_ALIAS.WORDS) {
      if (aliases[at + VALUE_ALIAS.BINDING] !== binding) continue;
      follow(code, aliases[at + VALUE_ALIAS.OF] as number, aliases[at + VALUE_ALIAS.MEMBER] as number);
    }
  }
  return written;

  function follow(code: Code, binding: number, member: number): void {
    const site = code.binding(binding, 'SITE') - 1;
    if (site < 0) return;
    const target = targetOfSite(modules, code, site);
    if (target.kind !== 'module') return;
    const imported = code.string(code.binding(binding, 'IMPORTED'));
    const name = imported === '*' && member > 0 ? code.string(member - 1) : imported;
    const origin = resolveExport(modules, target.path, name);
    if (origin.kind === 'binding') {
      const key = `${origin.code.facts.path}#${origin.binding}`;
      if (!written.has(key)) open.push([origin.code, origin.binding]);
      written.add(key);
    } else if (origin.kind === 'default' || origin.kind === 'commonjs') {
      written.add(`${origin.code.facts.path}#default`);
    }
  }
}

import { VALUE_ALIAS, VALUE_WRITE, WRITE_BELOW, WRITE_THROUGH } from '../value-records.ts';
import type { Code, LateWrite } from './code.ts';
import { type Modules, resolveExport, targetOfSite } from './resolve-export.ts';

/**
 * Exported bindings to whose values other modules of the project write under the name that they import (`config.debug = true`, `routes.push(…)`), as
 * `path#binding`; `path#default` for what `export default` says, or CommonJS exports. Goes over all modules once. A name that a module gives to a part
 * of what it imports is followed, through any number of modules; an object literal that holds it is not.
 */
export function writtenElsewhere(modules: Modules, paths: Iterable<string>): ReadonlyMap<string, readonly LateWrite[]> {
  const written = new Map<string, LateWrite[]>();
  const open: (readonly [code: Code, binding: number])[] = [];
  for (const path of paths) {
    const code = modules.codeOf(path);
    if (!code) continue;
    const { writes } = code.facts;
    for (let at = 0; at < writes.length; at += VALUE_WRITE.WORDS) {
      const how = writes[at + VALUE_WRITE.HOW] as number;
      if ((how & WRITE_THROUGH) === 0) continue;
      const binding = writes[at + VALUE_WRITE.BINDING] as number;
      follow(code, binding, writes[at + VALUE_WRITE.MEMBER] as number, (how & WRITE_BELOW) !== 0);
    }
  }
  for (let found = open.pop(); found; found = open.pop()) {
    const [code, binding] = found;
    const { aliases } = code.facts;
    for (let at = 0; at < aliases.length; at += VALUE_ALIAS.WORDS) {
      if (aliases[at + VALUE_ALIAS.BINDING] !== binding) continue;
      // Which part of it is written to under the other name is not followed.
      follow(code, aliases[at + VALUE_ALIAS.OF] as number, aliases[at + VALUE_ALIAS.MEMBER] as number, null);
    }
  }
  return written;

  function follow(code: Code, binding: number, member: number, below: boolean | null): void {
    const site = code.binding(binding, 'SITE') - 1;
    if (site < 0) return;
    const target = targetOfSite(modules, code, site);
    if (target.kind !== 'module') return;
    const imported = code.string(code.binding(binding, 'IMPORTED'));
    const named = member > 0 ? code.string(member - 1) : null;
    const ofNamespace = imported === '*' && named !== null;
    const origin = resolveExport(modules, target.path, ofNamespace ? named : imported);
    const whole = below === null || ofNamespace || named === null;
    const write = whole ? { member: null, below: false } : { member: named, below };
    if (origin.kind === 'binding') {
      const key = `${origin.code.facts.path}#${origin.binding}`;
      if (!written.has(key)) open.push([origin.code, origin.binding]);
      note(key, write);
    } else if (origin.kind === 'default' || origin.kind === 'commonjs') {
      note(`${origin.code.facts.path}#default`, write);
    }
  }

  function note(key: string, write: LateWrite): void {
    const known = written.get(key) ?? [];
    written.set(key, known);
    if (!known.some(({ member, below }) => member === write.member && below === write.below)) known.push(write);
  }
}

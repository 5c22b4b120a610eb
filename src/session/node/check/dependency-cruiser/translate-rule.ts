import { isRecord } from '../../../../base/is-record.ts';
import { patternsOf, termsOf, Untranslatable } from './patterns.ts';
import type { Scope } from './scope.ts';
import { readTarget, type Target } from './target.ts';

type Data = Readonly<Record<string, unknown>>;

const SEVERITIES: Readonly<Record<string, string>> = { error: 'error', warn: 'warning', info: 'note' };

/** A rule of `forbidden`; null for one that is switched off. @throws Untranslatable */
export function translateForbidden(rule: Data, scope: Scope, name: string): Data | null {
  const head = headOf(rule, name);
  if (head === null) return null;
  refuseOthers(rule, ['name', 'severity', 'comment', 'from', 'to', 'scope'], 'the rule');
  if (rule.scope === 'folder') throw new Untranslatable('it is about folders');
  const [fromData, toData] = [recordOf(rule.from), recordOf(rule.to)];
  const { orphan, ...fromRest } = fromData;
  const from = selectorOf(fromRest, scope, 'from');
  if (orphan === true) return { ...head, type: 'no-orphans', modules: from, kinds: scope.kinds };
  if (orphan !== undefined) throw new Untranslatable('`orphan: false`');
  const target = readTarget(toData, scope);
  const refers = JSON.stringify(target.to).match(/\$[1-9]/) !== null;
  return { ...head, ...bodyOf(target, refers ? oneExpression(fromRest, scope) : from) };
}

function bodyOf({ about, to, kinds, declared, cycleClass }: Target, from: readonly string[]): Data {
  switch (about) {
    case 'import':
      return declared
        ? { type: 'dependencies', from, to, not: declared, kinds }
        : { type: 'forbidden', from, to, kinds };
    case 'reach':
      return { type: 'must-not-reach', from, to, kinds };
    case 'no-reach':
      return { type: 'must-be-reached', from, to, kinds };
    case 'cycle':
      return { type: 'no-cycles', class: cycleClass, ...(isAll(from) ? {} : { modules: from }) };
  }
}

/** @throws Untranslatable */
export function translateRequired(rule: Data, scope: Scope, name: string): Data | null {
  const head = headOf(rule, name);
  if (head === null) return null;
  refuseOthers(rule, ['name', 'severity', 'comment', 'module', 'to'], 'the rule');
  const from = selectorOf(recordOf(rule.module), scope, 'module');
  const { about, to, kinds, declared } = readTarget(recordOf(rule.to), scope);
  if (declared || about === 'cycle' || about === 'no-reach') throw new Untranslatable('what it requires is no path');
  return { ...head, type: about === 'reach' ? 'must-reach' : 'required', from, to, kinds };
}

/** @throws Untranslatable when one of them cannot be: without it, others would break that do not */
export function translateAllowed(rules: readonly Data[], severity: unknown, scope: Scope): Data | null {
  const head = headOf({ severity: severity ?? 'warn' }, 'not-in-allowed');
  if (head === null) return null;
  const imports = rules.map((rule) => {
    refuseOthers(rule, ['from', 'to', 'comment'], 'one of them');
    const { about, to, kinds, declared } = readTarget(recordOf(rule.to), scope);
    if (declared || about !== 'import') throw new Untranslatable('one of them is about more than paths');
    return { from: selectorOf(recordOf(rule.from), scope, 'from'), to, kinds };
  });
  const left = scope.left.map((term) => term.slice(1));
  // What the options leave out breaks no rule, whatever it imports.
  const outside =
    left.length === 0
      ? []
      : [
          { from: left, to: '**' },
          { from: '**', to: left },
        ];
  return { ...head, type: 'allowed', imports: [...imports, ...outside], kinds: scope.kinds };
}

function headOf({ severity = 'warn', comment }: Data, name: string): Data | null {
  if (severity === 'ignore') return null;
  const own = SEVERITIES[String(severity)];
  if (own === undefined) throw new Untranslatable(`severity \`${String(severity)}\``);
  return { name, severity: own, ...(typeof comment === 'string' ? { comment } : {}) };
}

/** `path` and `pathNot` as terms. @throws Untranslatable for any other condition */
function selectorOf(data: Data, { left }: Scope, name: string): string[] {
  refuseOthers(data, ['path', 'pathNot'], `\`${name}\``);
  const taken = patternsOf(data.path, `${name}.path`).flatMap(termsOf);
  const out = patternsOf(data.pathNot, `${name}.pathNot`).flatMap(termsOf);
  return [...(taken.length === 0 ? ['**'] : taken), ...out.map((term) => `!${term}`), ...left];
}

/** As {@link selectorOf}, with alternatives as one expression: `$1` is a group of it, whichever alternative matched. */
function oneExpression(data: Data, scope: Scope): string[] {
  const patterns = patternsOf(data.path, 'from.path');
  return selectorOf({ ...data, path: patterns.length > 1 ? patterns.join('|') : patterns }, scope, 'from').filter(
    (term) => !term.startsWith('re:^node:'),
  );
}

const isAll = (terms: readonly string[]): boolean => terms.length === 1 && terms[0] === '**';

function refuseOthers(data: Data, known: readonly string[], where: string): void {
  const others = Object.keys(data).filter((key) => !known.includes(key) && data[key] !== undefined);
  if (others.length > 0) throw new Untranslatable(`${where} has \`${others.join('`, `')}\``);
}

const recordOf = (value: unknown): Data => (isRecord(value) ? value : {});

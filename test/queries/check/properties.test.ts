import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { EdgeKind } from '../../../src/base/edge-kinds.ts';
import { checkProject, type RuleText } from '../../builders/check-rules.ts';
import type { Project } from '../../builders/image-records.ts';

const NAMES = ['a/1.ts', 'a/2.ts', 'b/1.ts', 'b/2.ts', 'c/1.ts', 'c/2.ts', 'npm:x', 'node:fs'];
const FILES = NAMES.slice(0, 6);
const KINDS = ['static', 'type', 'dynamic'] as const satisfies readonly EdgeKind[];

type Edge = readonly [string, string, readonly EdgeKind[]];

/** Every pair at most once, as in a graph. */
const edges = fc
  .uniqueArray(
    fc.tuple(fc.constantFrom(...FILES), fc.constantFrom(...NAMES), fc.subarray([...KINDS], { minLength: 1 })),
    { selector: ([from, to]) => `${from} ${to}`, maxLength: 24 },
  )
  .map((all): readonly Edge[] => all);
const folder = fc.constantFrom('a', 'b', 'c', 'npm:*', '**');
const kinds = fc.constantFrom(undefined, ['static'], ['!type']);

const sees = (wanted: readonly string[] | undefined, own: readonly string[]): boolean =>
  wanted === undefined || own.some((kind) => (wanted[0] === '!type' ? kind !== 'type' : wanted.includes(kind)));
const isIn = (id: string, term: string): boolean =>
  term === '**' || (term === 'npm:*' ? id.startsWith('npm:') : id.startsWith(`${term}/`));

/** What leads from a file to one that fits, going through nothing that is blocked: by walking everywhere. */
function reaches(
  all: readonly Edge[],
  start: string,
  isGoal: (id: string) => boolean,
  isBlocked = (_: string) => false,
): boolean {
  const seen = new Set([start]);
  for (const at of seen) {
    if (at !== start && isGoal(at)) return true;
    for (const [from, to] of all) if (from === at && !isBlocked(to)) seen.add(to);
  }
  return false;
}

const project = (all: readonly Edge[]): Project => ({ modules: FILES, edges: all });
const found = (all: readonly Edge[], rule: RuleText): string[] =>
  checkProject(project(all), [rule], { threshold: 0 })
    .findings.map(({ from, to, path }) => (to === undefined || path ? `${from}` : `${from} ${to}`))
    .sort();

describe('rules find what their plain definitions say', () => {
  it('about single imports', () => {
    fc.assert(
      fc.property(edges, folder, folder, kinds, (all, from, to, wanted) => {
        const seen = all.filter(([a, b, own]) => a !== b && sees(wanted, own) && isIn(a, from));
        const pairs = (some: readonly Edge[]): string[] => some.map(([a, b]) => `${a} ${b}`).sort();
        const rule = { from, to, ...(wanted ? { kinds: wanted } : {}) };
        expect(found(all, { type: 'forbidden', ...rule })).toEqual(pairs(seen.filter(([, b]) => isIn(b, to))));
        expect(found(all, { type: 'only', ...rule })).toEqual(
          pairs(seen.filter(([, b]) => !isIn(b, to) && !isIn(b, from))),
        );
        const lacks = FILES.filter((id) => isIn(id, from) && !seen.some(([a, b]) => a === id && isIn(b, to)));
        // What a rule forbids as a whole it cannot require: that is another test.
        expect(found(all, { type: 'required', ...rule })).toEqual(lacks);
      }),
    );
  });

  it('about chains', () => {
    fc.assert(
      fc.property(edges, folder, folder, folder, kinds, (all, from, to, via, wanted) => {
        const seen = all.filter(([, , own]) => sees(wanted, own));
        const rule = { from, to, ...(wanted ? { kinds: wanted } : {}) };
        const starts = FILES.filter((id) => isIn(id, from));
        const isGoal = (id: string): boolean => isIn(id, to);
        const leads = starts.filter((id) => !isGoal(id) && reaches(seen, id, isGoal));
        expect(found(all, { type: 'must-not-reach', ...rule })).toEqual(leads);
        const lost = starts.filter((id) => !isGoal(id) && !leads.includes(id));
        expect(found(all, { type: 'must-reach', ...rule })).toEqual(lost);
        const isVia = (id: string): boolean => isIn(id, via);
        const around = starts.filter((id) => !isGoal(id) && !isVia(id) && reaches(seen, id, isGoal, isVia));
        expect(found(all, { type: 'via', ...rule, via })).toEqual(around);
        const reached = (id: string): boolean =>
          isIn(id, from) || starts.some((start) => reaches(seen, start, (at) => at === id));
        expect(found(all, { type: 'must-be-reached', ...rule })).toEqual(
          FILES.filter((id) => isGoal(id) && !reached(id)),
        );
      }),
    );
  });

  it('about layers and independent folders', () => {
    fc.assert(
      fc.property(edges, fc.boolean(), (all, strict) => {
        const layers = ['a', 'b', 'c'].map((name) => ({ name, modules: name }));
        const level = (id: string): number => ['a', 'b', 'c'].indexOf(id.slice(0, 1));
        const within = all.filter(([a, b]) => b.endsWith('.ts') && level(a) !== level(b));
        const broken = within.filter(([a, b]) => level(b) < level(a) || (strict && level(b) > level(a) + 1));
        expect(found(all, { type: 'layers', layers, strict })).toEqual(broken.map(([a, b]) => `${a} ${b}`).sort());
        expect(found(all, { type: 'independent', folders: '*' })).toEqual(within.map(([a, b]) => `${a} ${b}`).sort());
      }),
    );
  });
});

it('the order of files and imports, and what folders are called, change no answer but its names', () => {
  const rules: RuleText[] = [
    { type: 'forbidden', from: 'a', to: 'b' },
    { type: 'must-not-reach', from: 'a', to: 'c' },
    { type: 'no-cycles', class: 'type-only' },
    { type: 'no-orphans', modules: '**' },
  ];
  const renamed: Record<string, string> = { a: 'z', b: 'm', c: 'b' };
  const rename = (id: string): string => id.replace(/^[abc](?=\/)/, (name) => renamed[name] ?? name);
  const sizes = (all: readonly Edge[], own: RuleText[], files: readonly string[]) =>
    checkProject({ modules: files, edges: all }, own).rules.map(({ findings }) => findings);
  fc.assert(
    fc.property(edges, fc.infiniteStream(fc.nat()), (all, random) => {
      const shuffled = all
        .map((edge) => ({ edge, rank: random.next().value ?? 0 }))
        .sort((a, b) => a.rank - b.rank)
        .map(({ edge: [from, to, own] }) => [rename(from), rename(to), own] as const);
      const renamedRules = rules.map((rule) =>
        'from' in rule ? { ...rule, from: renamed[String(rule.from)], to: renamed[String(rule.to)] } : rule,
      );
      expect(sizes(shuffled, renamedRules as RuleText[], FILES.map(rename))).toEqual(sizes(all, rules, FILES));
    }),
  );
});

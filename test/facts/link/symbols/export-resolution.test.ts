/** Names through random projects of re-exports, circles among them, against ECMAScript's ResolveExport written out. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { linkedSymbols, listExported } from '../../support/linked-symbols.ts';
import { WrittenSymbols } from '../../support/written-symbols.ts';

const MODULES = ['a.ts', 'b.ts', 'c.ts', 'd.ts'];
const NAMES = ['x', 'y', 'z'];

interface Module {
  /** What each name is: declared here, or a name of another module. */
  readonly own: Readonly<Record<string, 'declared' | readonly [module: string, name: string]>>;
  readonly stars: readonly string[];
}

const moduleName = fc.constantFrom(...MODULES);
const exported = fc.oneof(fc.constant('declared' as const), fc.tuple(moduleName, fc.constantFrom(...NAMES)));
const anyModule: fc.Arbitrary<Module> = fc.record({
  own: fc.dictionary(fc.constantFrom(...NAMES), exported, { maxKeys: 2 }),
  stars: fc.uniqueArray(moduleName, { maxLength: 3 }),
});
const anyProject = fc.tuple(...MODULES.map(() => anyModule));
type Project = readonly Module[];

/** 16.2.1.7.2.2 ResolveExport: `path#name`, null, or 'ambiguous'. */
function resolveExport(project: Project, module: string, name: string, seen: Set<string>): string | null {
  const key = `${module} ${name}`;
  if (seen.has(key)) return null;
  seen.add(key);
  const { own, stars } = project[MODULES.indexOf(module)] ?? { own: {}, stars: [] };
  const local = own[name];
  if (local === 'declared') return `${module}#${name}`;
  if (local) return resolveExport(project, local[0], local[1], seen);
  let found: string | null = null;
  for (const star of stars) {
    const resolution = resolveExport(project, star, name, seen);
    if (resolution === 'ambiguous') return 'ambiguous';
    if (resolution === null) continue;
    if (found !== null && found !== resolution) return 'ambiguous';
    found = resolution;
  }
  return found;
}

function written(project: Project): WrittenSymbols[] {
  return project.map(({ own, stars }, at) => {
    const file = new WrittenSymbols(MODULES[at] ?? '');
    for (const [name, from] of Object.entries(own))
      if (from === 'declared') file.export(name, 'declaration', file.declare('constant', name));
      else file.export(name, 'site', file.site(from[0]), from[1]);
    for (const star of stars) file.export('*', 'site', file.site(star), '*');
    return file;
  });
}

it('is what ECMAScript says', () => {
  fc.assert(
    fc.property(anyProject, (project) => {
      const wanted = MODULES.flatMap((module) =>
        NAMES.flatMap((name) => {
          const resolution = resolveExport(project, module, name, new Set());
          return resolution === null || resolution === 'ambiguous' ? [] : [`${module} ${name} → ${resolution}`];
        }),
      );
      expect(listExported(linkedSymbols(written(project).map((file) => file.facts())))).toEqual(wanted);
    }),
    { numRuns: 2_000 },
  );
});

it('stays within bounds where a chain of barrels would name everything everywhere', () => {
  const chain = Array.from({ length: 1_500 }, (_, at) => {
    const file = new WrittenSymbols(`${String(at).padStart(4, '0')}.ts`);
    file.export(`name${at}`, 'declaration', file.declare('constant', `name${at}`));
    file.export('*', 'site', file.site(`${String(at + 1).padStart(4, '0')}.ts`), '*');
    return file.facts();
  });
  const { exported: rows } = linkedSymbols(chain);
  expect(rows.length / 3).toBeGreaterThan(900_000);
  expect(rows.length / 3).toBeLessThan(1_100_000);
});

import { createDraw } from './draw.ts';
import type { MonorepoPlan, PlannedImport, PlannedModule } from './monorepo-plan.ts';
import { renderFiller } from './render-filler.ts';

/**
 * The source text of a module. Each import is used as what it is (values in code, types in types), so that TypeScript erases just the
 * imports of kind `type`. Depends on the plan and the module's number alone.
 */
export function renderModule({ modules }: Pick<MonorepoPlan, 'modules'>, number: number): string {
  const module = modules[number];
  if (!module) throw new Error(`no module ${number}`);
  // Everything that a barrel exports has a name of its own: that of its first source will do.
  const named = (to: number): number => {
    const target = modules[to];
    const below = target && isBarrel(target) ? target.imports[0] : undefined;
    return below === undefined ? to : named(below.to);
  };
  if (isBarrel(module)) return renderBarrel(module);
  const lines = [
    ...header(module, number, named),
    '',
    ...(module.role === 'test' ? testBody(module, number) : body(module, number, named)),
  ];
  const missing = module.lines - lines.length;
  if (missing > 0) lines.push(...renderFiller(missing, createDraw(number + 1)));
  return `${lines.join('\n').trimStart()}\n`;
}

/** A package of a single file has an entry with code in it. */
function isBarrel({ role, imports }: PlannedModule): boolean {
  return (role === 'barrel' || role === 'entry') && imports.length > 0;
}

function renderBarrel({ imports }: PlannedModule): string {
  return imports.map(({ specifier }) => `export * from '${specifier}';\n`).join('');
}

type Named = (to: number) => number;

function header({ imports, role }: PlannedModule, number: number, named: Named): string[] {
  return [
    ...(role === 'test' ? [`import { expect, it, vi } from 'vitest';`] : []),
    ...(role === 'component' ? [`import { createElement } from 'react';`] : []),
    // Names of their own: one function can come by two ways, directly and through an index file.
    ...imports.flatMap(({ kind, specifier, to }, at) => {
      if (kind === 'static') return [`import { run${named(to)} as run${at}of${number} } from '${specifier}';`];
      if (kind === 'type') return [`import type { Shape${named(to)} as Shape${at}of${number} } from '${specifier}';`];
      return kind === 'mock' ? [`vi.mock('${specifier}');`] : [];
    }),
  ];
}

function body({ imports, role }: PlannedModule, number: number, named: Named): string[] {
  const ofKind = (kind: PlannedImport['kind']): PlannedImport[] => imports.filter((planned) => planned.kind === kind);
  const placesOf = (kind: PlannedImport['kind']): number[] =>
    imports.flatMap((planned, at) => (planned.kind === kind ? at : []));
  return [
    `export interface Shape${number} {`,
    '  readonly id: number;',
    ...placesOf('type').map((at) => `  readonly peer${at}?: Shape${at}of${number};`),
    '}',
    '',
    `export function run${number}(input: number): number {`,
    `  let total = input + ${number % 97};`,
    ...placesOf('static').map((at) => `  if (total < 0) total += run${at}of${number}(total);`),
    ...ofKind('require').map(
      ({ to, specifier }) => `  if (total < -1) total += require('${specifier}').run${named(to)}(total);`,
    ),
    '  return total;',
    '}',
    ...ofKind('dynamic').flatMap(({ to, specifier }, at) => [
      '',
      `export async function load${number}_${at}(): Promise<number> {`,
      `  const { run${named(to)}: load } = await import('${specifier}');`,
      '  return load(1);',
      '}',
    ]),
    ...(role === 'component'
      ? [
          '',
          `export const View${number} = () => (`,
          `  <section title="${number}">{createElement('b', null, run${number}(1))}</section>`,
          ');',
        ]
      : []),
  ];
}

function testBody({ imports }: PlannedModule, number: number): string[] {
  return imports
    .flatMap(({ kind }, at) => (kind === 'static' ? at : []))
    .flatMap((at) => [
      `it('runs import ${at}', () => {`,
      `  expect(run${at}of${number}(1)).toBeTypeOf('number');`,
      '});',
      '',
    ]);
}

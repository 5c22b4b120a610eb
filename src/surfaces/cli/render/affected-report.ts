import type { Envelope } from '../../../base/envelope.ts';
import { plural, printable } from '../../../base/text.ts';
import type { AffectedResult } from '../../../queries/registry.ts';
import type { Colors } from '../invocation.ts';
import { shortened } from './shortened.ts';

const ROLES: Readonly<Record<AffectedResult['changed'][number]['as'], string>> = {
  symbols: 'only these symbols',
  module: 'as a whole',
  asset: 'an asset',
  config: 'a configuration: all modules below it',
  lockfile: 'a lock file',
  manifest: 'a manifest',
  snapshot: 'a snapshot: its test',
  folder: 'a submodule or repository: all modules in it',
  'not-read': 'a source that was not read: what it affects is not known',
  'no-input': 'nothing is known to read it',
};

/** What a change affects, for people: what changed and as what it counted, then tests, packages and modules with the way that the change takes. */
export function drawAffected({ result, page }: Envelope, { bold, dim, yellow }: Colors): string {
  const { verdict, changed, modules, packages, tests } = result as AffectedResult;
  const block = (title: string, lines: readonly string[]): string[] =>
    lines.length === 0 ? [] : ['', bold(title), ...shortened(lines)];
  const head = {
    found: `${plural(changed.length, 'changed file')}: ${plural(page?.total ?? modules.length, 'module')} affected, ${plural(tests.length, 'test file')}`,
    none: `${plural(changed.length, 'changed file')}: nothing is affected`,
    unknown: yellow(`${plural(changed.length, 'changed file')}: what they affect is not known`),
  }[verdict];
  const lines = [
    head,
    ...block(
      'changed',
      changed.map((file) => `  ${file.status.padEnd(8)} ${printable(file.path)}  ${dim(printable(roleOf(file)))}`),
    ),
    ...block(
      `tests (${tests.length})`,
      tests.map(({ id, depth }) => `  ${printable(id)}  ${dim(`depth ${depth}`)}`),
    ),
    ...block(
      `packages (${packages.length})`,
      packages.map(({ name, modules: count }) => `  ${printable(name)}  ${dim(plural(count, 'module'))}`),
    ),
    ...block(
      'modules',
      modules.map(
        ({ id, depth, via }) =>
          `  ${depth} ${printable(id)}${via.length > 0 ? dim(printable(`  via ${via.join(' → ')}`)) : ''}`,
      ),
    ),
  ];
  return `${lines.join('\n')}\n`;
}

function roleOf({ as, symbols, packages, path }: AffectedResult['changed'][number]): string {
  if (symbols)
    return symbols.length === 0
      ? 'nothing that counts'
      : `only ${symbols.map((id) => id.slice(path.length)).join(', ')}`;
  return packages ? `${ROLES[as]}: ${packages.length === 0 ? 'no imported package' : packages.join(', ')}` : ROLES[as];
}

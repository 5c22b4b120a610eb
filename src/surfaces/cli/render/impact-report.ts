import type { Envelope } from '../../../base/envelope.ts';
import { plural, printable } from '../../../base/text.ts';
import type { ImpactResult } from '../../../queries/registry.ts';
import type { Colors } from '../invocation.ts';
import { shortened } from './shortened.ts';

/** What hangs on something: a summary, the packages and tests, and each hit with the way that explains it. */
export function drawImpact({ result, page }: Envelope, { bold, dim }: Colors): string {
  const { targets, modules, symbols, packages, tests, owners, routes, score } = result as ImpactResult;
  const hits = symbols ?? modules;
  const total = page?.total ?? hits.length;
  const what = symbols ? plural(total, 'symbol') : plural(total, 'module');
  const block = (title: string, lines: readonly string[]): string[] =>
    lines.length === 0 ? [] : ['', bold(title), ...shortened(lines)];
  const lines = [
    `${bold(targets.map(printable).join(', '))}: ${total === 0 ? 'nothing depends on it' : `${what} depend on it`}, score ${score}`,
    ...block(
      `packages (${packages.length})`,
      packages.map(
        ({ name, modules: count, depth }) =>
          `  ${printable(name)}  ${dim(`${plural(count, 'module')}, depth ${depth}`)}`,
      ),
    ),
    ...block(
      `tests (${tests.length})`,
      tests.map(({ id, depth }) => `  ${printable(id)}  ${dim(`depth ${depth}`)}`),
    ),
    ...(owners === 'not-analysed'
      ? ['', `${bold('owners')}  ${dim('not analysed: no CODEOWNERS')}`]
      : block(
          'owners',
          owners.map(
            ({ owner, modules: count }) => `  ${printable(owner ?? 'nobody')}  ${dim(plural(count, 'module'))}`,
          ),
        )),
    ...(routes === 'not-analysed' ? ['', `${bold('routes')}  ${dim('not analysed')}`] : []),
    ...block(
      symbols ? 'symbols' : 'modules',
      hits.map(
        ({ id, depth, via }) => `  ${depth} ${printable(id)}${depth > 1 ? dim(printable(`  via ${wayOf(via)}`)) : ''}`,
      ),
    ),
  ];
  return `${lines.join('\n')}\n`;
}

/** The target at its end needs no word. */
const wayOf = (via: readonly string[]): string => via.slice(0, -1).join(' → ');

import type { Envelope } from '../../../base/envelope.ts';
import { plural, printable } from '../../../base/text.ts';
import type { CyclesResult } from '../../../queries/registry.ts';
import type { Colors } from '../invocation.ts';

type Component = CyclesResult['components'][number];

/** Components with a cycle each, a step a line; or that there is none, or that this cannot be said. */
export function drawCycles(envelope: Envelope, colors: Colors): string {
  const { verdict, known, ignored, components } = envelope.result as CyclesResult;
  const noun = envelope.params.level === 'package' ? 'package' : 'module';
  const left = ignored === 0 ? '' : ` ${plural(ignored, 'import')} left out by comments.`;
  if (verdict === 'none') return `${colors.green('No cycles.')}${left}\n`;
  if (verdict === 'unknown') {
    const share = `${(known * 100).toFixed(2)} %`;
    return `${colors.yellow('No cycle was found, which does not say that there is none:')} only ${share} of files and imports is known.${left}\n`;
  }
  const blocks = components.map((component) => blockOf(component, noun, colors).join('\n'));
  return `${[...blocks, ...(left === '' ? [] : [left.trim()])].join('\n\n')}\n`;
}

function blockOf(component: Component, noun: string, colors: Colors): string[] {
  const { class: cycleClass, modules, contains, cycle } = component;
  const size = modules.length === 1 ? `a ${noun} that imports itself` : plural(modules.length, noun);
  const inner = contains === undefined ? '' : `, around ${contains.map(printable).join(', ')}`;
  return [
    `${colors.bold(cycleClass)} ${size}${colors.dim(inner)}`,
    `  ${printable(cycle[0]?.from ?? '')}`,
    ...cycle.map(({ to, kind, location: { path, line, column } }) => {
      const how = `[${kind}] ${printable(`${path}:${line}:${column}`)}`;
      return `  → ${printable(to)}  ${colors.dim(how)}`;
    }),
  ];
}

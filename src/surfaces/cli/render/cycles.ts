import type { Envelope } from '../../../base/envelope.ts';
import { plural, printable } from '../../../base/text.ts';
import type { CyclesResult } from '../../../queries/registry.ts';
import type { Colors } from '../invocation.ts';

type Component = CyclesResult['components'][number];
type Cure = NonNullable<Component['cure']>;

const WITHOUT_SYMBOLS =
  'The image has no symbols: the changes rest on imports alone. `introspect index` reads what these are used for.';

/** Components with a cycle each, a step a line; or that there is none, or that this cannot be said. */
export function drawCycles(envelope: Envelope, colors: Colors): string {
  const { verdict, known, ignored, cures, components } = envelope.result as CyclesResult;
  const noun = envelope.params.level === 'package' ? 'package' : 'module';
  const left = ignored === 0 ? '' : ` ${plural(ignored, 'import')} left out by comments.`;
  if (verdict === 'none') return `${colors.green('No cycles.')}${left}\n`;
  if (verdict === 'unknown') {
    const share = `${(known * 100).toFixed(2)} %`;
    return `${colors.yellow('No cycle was found, which does not say that there is none:')} only ${share} of files and imports is known.${left}\n`;
  }
  const blocks = components.map((component) => blockOf(component, noun, colors).join('\n'));
  const remarks = [
    ...(left === '' ? [] : [left.trim()]),
    ...(cures === envelope.params.cures ? [] : [colors.yellow(WITHOUT_SYMBOLS)]),
  ];
  return `${[...blocks, ...remarks].join('\n\n')}\n`;
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
    ...(component.cure ? cureLines(component.cure, modules.length, colors) : []),
  ];
}

/** So many changes are read; the rest is in the JSON. */
const MOST_SHOWN = 7;

function cureLines({ edges, more = 0, cost, verified, quality }: Cure, size: number, colors: Colors): string[] {
  const count = plural(edges.length + more, 'change');
  const end = size === 1 ? 'It ends' : 'They are acyclic';
  const what = `${end} with ${count}, cost ${cost} (${quality}${verified ? '' : ', not verified'}):`;
  const left = edges.length + more - MOST_SHOWN;
  return [
    `  ${colors.green(what)}`,
    ...edges.slice(0, MOST_SHOWN).map((change) => {
      const { path, line, column } = change.location;
      return `    ${wordsOf(change)}  ${colors.dim(printable(`${path}:${line}:${column}`))}`;
    }),
    ...(left > 0 ? [colors.dim(`    … and ${left} more`)] : []),
  ];
}

function wordsOf({ how, to, specifier, instead = [], symbols = [] }: Cure['edges'][number]): string {
  const named = `'${printable(specifier)}'`;
  switch (how) {
    case 'drop-import':
      return `drop the import of ${named}: nothing of it is used`;
    case 'import-type':
      return `import type … from ${named}`;
    case 'import-declaring-module':
      return instead.length === 0
        ? `use the own names in place of ${named}`
        : `import from ${instead.map(printable).join(' and ')} in place of ${named}`;
    case 'move-symbols':
      return `move ${symbols.map((id) => printable(id.slice(id.indexOf('#') + 1))).join(', ')} out of ${printable(to)}`;
    case 'make-dynamic':
      return `import ${named} where it is needed: import()`;
    case 'break-by-hand':
      return `do without the import of ${named}`;
  }
}

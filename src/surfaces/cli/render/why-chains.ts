import type { Envelope } from '../../../base/envelope.ts';
import { plural, printable } from '../../../base/text.ts';
import type { WhyResult } from '../../../queries/registry.ts';
import type { Colors } from '../invocation.ts';

/** Chains of imports or uses, a step a line, or why there is none. */
export function drawChains({ result, params }: Envelope, { bold, dim }: Colors): string {
  const { from, to, paths, reason, unresolved = 0 } = result as WhyResult;
  if (paths.length === 0) {
    const isOfSymbols = params.level === 'symbol';
    const unknown = isOfSymbols
      ? `\n${plural(unresolved, 'use')} of names could not be told (docs/symbols.md): any may be a step`
      : `\n${plural(unresolved, 'import')} in what it depends on lead nowhere: any may be a step`;
    const isOpen = reason !== 'same' && unresolved > 0;
    return `${printable(sentenceOf(from, to, reason))}${isOpen ? unknown : ''}\n`;
  }
  const blocks = paths.map((path) => [
    bold(printable(path[0]?.from ?? from)),
    ...path.map(({ to: next, kinds, location: { path: file, line, column } }) => {
      const how = `[${kinds.join(', ')}] ${printable(`${file}:${line}:${column}`)}`;
      return `  → ${printable(next)}  ${dim(how)}`;
    }),
  ]);
  return `${blocks.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

function sentenceOf(from: string, to: string, reason: WhyResult['reason']): string {
  if (reason === 'same') return `${from} is what both names mean.`;
  const none = `${from} does not depend on ${to}`;
  if (reason === 'other-kinds') return `${none} by the kinds that were asked for; by others it does.`;
  return reason === 'other-way' ? `${none}; it is the other way round.` : `${none}, nor the other way round.`;
}

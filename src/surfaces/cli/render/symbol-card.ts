import type { Envelope } from '../../../base/envelope.ts';
import { plural, printable } from '../../../base/text.ts';
import type { SymbolResult } from '../../../queries/registry.ts';
import type { Colors } from '../invocation.ts';

/** What is known of one symbol: what it is, how and where it is declared, its comment, its other names, its members, its source. */
export function drawSymbol({ result }: Envelope, { bold, dim }: Colors): string {
  const { id, kind, flags, doc, declarations, exportedAs, members, module } = (result as SymbolResult).symbol;
  const { excerpt } = result as SymbolResult;
  const lines = [`${[...flags, kind].join(' ')} ${bold(printable(id))}`];
  for (const { signature, location } of declarations) {
    const place = `${location.path}:${location.line}:${location.column}`;
    lines.push(`  ${signature === '' ? '' : `${printable(signature)}  `}${dim(printable(place))}`);
  }
  if (doc !== null) lines.push('', ...doc.split('\n').map((line) => `  ${dim(printable(line))}`.trimEnd()));
  const elsewhere = exportedAs.map((one) => `${one.name} of ${one.module === module ? 'its module' : one.module}`);
  if (elsewhere.length > 0) lines.push('', `exported as ${elsewhere.map(printable).join(', ')}`);
  if (members.length > 0) lines.push('', `members (${members.length})`);
  const width = Math.max(0, ...members.map((member) => member.kind.length));
  for (const member of members) {
    const shown = member.signature || member.id.slice(id.length + 1);
    lines.push(`  ${dim(member.kind.padEnd(width))}  ${printable(shown)}`);
  }
  if (excerpt !== null) {
    lines.push('', ...excerpt.text.split('\n').map((line) => `  ${printable(line.replaceAll('\t', '  '))}`.trimEnd()));
    if (excerpt.omittedLines > 0) lines.push(dim(`  … ${plural(excerpt.omittedLines, 'more line')}`));
  }
  return `${lines.join('\n')}\n`;
}

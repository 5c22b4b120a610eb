import type { Envelope } from '../../../base/envelope.ts';
import { plural, printable } from '../../../base/text.ts';
import type { SitesResult } from '../../../queries/registry.ts';
import type { Colors } from '../invocation.ts';

type Site = SitesResult['sites'][number];

/** Places that use a symbol, one a line, below the files that they are in. What may be missing is said at the end. */
export function drawSites({ result }: Envelope, colors: Colors): string {
  const { symbol, sites, unresolved } = result as SitesResult;
  const { bold, dim, yellow } = colors;
  const lines = [bold(printable(symbol))];
  const rows = sites.map((site) => wordsOf(site, symbol));
  const [places = 0, kinds = 0] = [0, 1].map((column) => Math.max(0, ...rows.map((row) => row[column]?.length ?? 0)));
  let path = '';
  sites.forEach(({ location }, at) => {
    if (location.path !== path) lines.push('', printable(location.path));
    path = location.path;
    const [place = '', kind = '', name = '', remark = ''] = rows[at] ?? [];
    lines.push(
      `  ${dim(place.padEnd(places))}  ${kind.padEnd(kinds)}  ${printable(name)}${remark && ` ${dim(remark)}`}`,
    );
  });
  if (unresolved !== null && unresolved > 0) {
    const name = symbol.replace(/^.*[#.]/s, '').replace(/~.*$/s, '');
    const uses = `${plural(unresolved, 'use')} of the name \`${printable(name)}\``;
    lines.push('', yellow(`${uses} could not be told (docs/symbols.md): any may be one more`));
  }
  return `${lines.join('\n')}\n`;
}

/** Place, kind, the symbol at the other end, and what else has to be said. */
function wordsOf({ symbol, of, kind, location, depth }: Site, asked: string): string[] {
  const short = (id: string): string => (id.startsWith(`${location.path}#`) ? id.slice(location.path.length + 1) : id);
  const name = symbol === location.path ? '(top level)' : short(symbol);
  const remarks = [
    ...(of === asked ? [] : [`of ${printable(short(of))}`]),
    ...(depth === undefined || depth === 1 ? [] : [`${depth} steps away`]),
  ];
  return [`${location.line}:${location.column}`, kind, name, remarks.length === 0 ? '' : `(${remarks.join(', ')})`];
}

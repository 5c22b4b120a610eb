import type { Envelope } from '../../../base/envelope.ts';
import { plural } from '../../../base/text.ts';

const AGES = { true: '; sources have changed since', false: '', unchecked: '; sources not checked for changes' };
const CUTS = {
  depth: ', cut off at the depth asked for',
  budget: ', cut off when the work became too much',
  time: ', cut off when time was up',
  size: ', cut off when the answer became too large',
};

/**
 * How much an answer holds and what it rests on, as one line: without it, "nothing depends on it" and "we could not read who
 * does" look alike.
 */
export function summaryLine({ result, coverage, asOf, truncated, page }: Envelope): string {
  const isPart = page !== undefined && page.returned < page.total;
  const counts = Object.entries(result as Record<string, unknown>)
    .filter((field): field is [string, unknown[]] => Array.isArray(field[1]))
    .map(([name, items]) =>
      // A page is of one list.
      isPart && items.length === page.returned
        ? `${items.length} of ${page.total} ${name}`
        : plural(items.length, name.replace(/s$/, ''), name),
    );
  const unresolved = total(coverage.unresolved);
  const skipped = total(coverage.skipped);
  const unread = coverage.files - coverage.parsed - coverage.failed;
  const gaps = [
    ...(unread > 0 ? [`${plural(unread, 'file')} not read for this answer`] : []),
    ...(coverage.failed > 0 ? [`${plural(coverage.failed, 'file')} not parsed`] : []),
    ...(unresolved > 0 ? [`${plural(unresolved, 'import')} unresolved`] : []),
    ...(skipped > 0 ? [`${skipped} passed over by rule`] : []),
  ];
  // A folder that could not be listed is counted nowhere.
  if (gaps.length === 0 && coverage.status === 'partial') gaps.push('not all of it readable');
  const known = gaps.length === 0 ? 'all parsed and resolved' : `${gaps.join(', ')} (see introspect doctor)`;
  const found = `${counts.join(', ')}${truncated ? CUTS[truncated] : ''}`;
  return `${found === '' ? '' : `${found}; `}from ${plural(coverage.files, 'file')}, ${known}${AGES[`${asOf.stale}`]}`;
}

function total(counts: Readonly<Record<string, number>>): number {
  return Object.values(counts).reduce((sum, count) => sum + count, 0);
}

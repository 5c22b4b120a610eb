import type { Envelope } from '../../../base/envelope.ts';
import { numberedEntries } from './numbered-entries.ts';

const SITES = ['symbol', 'of', 'kind', 'location', 'depth'];

/** The columns of an answer, so that they do not depend on what is in it: a program counts on them. */
const COLUMNS: Readonly<Record<string, readonly string[]>> = {
  deps: ['id', 'kind', 'depth', 'package', 'ranges', 'more', 'from', 'to', 'kinds', 'sites'],
  graph: [
    ...['id', 'kind', 'package', 'lines', 'directory', 'files', 'inside'],
    ...['from', 'to', 'kinds', 'count', 'sites', 'range', 'ranges', 'specifier', 'reason', 'location'],
  ],
  symbol: [
    ...['id', 'name', 'kind', 'module', 'package', 'parent', 'flags', 'signature', 'doc'],
    ...['declarations', 'exportedAs', 'members'],
    ...['text', 'startLine', 'omittedLines'],
  ],
  refs: SITES,
  callers: SITES,
  callees: SITES,
  implementations: SITES,
  cycles: ['id', 'class', 'modules', 'contains', 'cycle', 'cure', 'runtime', 'deferred', 'type-only'],
  metrics: [
    ...['id', 'package', 'name', 'modules', 'fanIn', 'fanOut', 'afferent', 'efferent'],
    ...['instability', 'depth', 'centrality'],
  ],
  check: [
    ...['fingerprint', 'rule', 'severity', 'message', 'from', 'to', 'location', 'count', 'path', 'modules', 'baseline'],
    ...['name', 'type', 'comment', 'findings', 'error', 'warning', 'note'],
  ],
  why: ['path', 'from', 'to', 'kinds', 'location'],
  unused: [
    'id',
    'name',
    'names',
    'kind',
    'package',
    'in',
    'location',
    'confidence',
    'reason',
    'production',
    'development',
    'files',
    'exports',
    'members',
    'duplicates',
    'dependencies',
  ],
  affected: ['path', 'status', 'as', 'symbols', 'packages', 'id', 'depth', 'by', 'via', 'name', 'directory', 'modules'],
  impact: ['id', 'kind', 'depth', 'via', 'name', 'directory', 'modules', 'owner'],
};

/**
 * An answer as one table of RFC 4180, line by line: a header, then a row for each entry of each list, with the list's name in
 * the first column; a single object is a list of one, and a list in a list has its number in the column `path`. Lists in a field are separated by
 * blanks, places are `path:line:column`.
 */
export function* csvOf({ query, result }: Envelope): Generator<string> {
  const lists = Object.entries(result as Record<string, unknown>).flatMap(([name, value]): [string, unknown[]][] => {
    if (Array.isArray(value)) return [[name, numberedEntries(value)]];
    return typeof value === 'object' && value !== null ? [[name, [value]]] : [];
  });
  const columns = COLUMNS[query] ?? [...new Set(lists.flatMap(([, items]) => items.flatMap((item) => keysOf(item))))];
  yield `${['list', ...columns].map(field).join(',')}\r\n`;
  for (const [name, items] of lists) {
    for (const item of items) {
      const values = item as Readonly<Record<string, unknown>>;
      yield `${[name, ...columns.map((column) => words(values[column]))].map(field).join(',')}\r\n`;
    }
  }
}

const keysOf = (item: unknown): string[] => (typeof item === 'object' && item !== null ? Object.keys(item) : []);

function words(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (Array.isArray(value)) return value.map(words).join(' ');
  if (typeof value !== 'object') return String(value);
  if ('location' in value) return words(value.location);
  if ('path' in value && 'line' in value && 'column' in value) return `${value.path}:${value.line}:${value.column}`;
  return JSON.stringify(value);
}

/** Quoted where a reader would otherwise cut it, with quotes doubled. */
function field(text: string): string {
  return /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

import Table from 'cli-table3';
import type { Envelope } from '../../../base/envelope.ts';
import { printable } from '../../../base/text.ts';
import type { Colors } from '../invocation.ts';
import { numberedEntries } from './numbered-entries.ts';

const BORDERS =
  'top top-mid top-left top-right bottom bottom-mid bottom-left bottom-right left left-mid mid mid-mid right right-mid';

/** Columns two spaces apart and no lines: fit for `grep`, `awk` and a narrow terminal alike. */
const COLUMNS = { ...Object.fromEntries(BORDERS.split(' ').map((part) => [part, ''])), middle: '  ' };

/** A table for every list of an answer's result, with a column for every key; single values stand above. What is in an object stands in its place. */
export function renderTables({ result }: Envelope, colors: Colors): string {
  const parts: string[] = [];
  for (const [name, value] of Object.entries(result as Record<string, unknown>).flatMap(fieldsOf)) {
    if (!Array.isArray(value)) parts.push(`${colors.bold(name)}  ${cell(value)}`);
    else if (value.length === 0) parts.push(colors.bold(`${name} (0)`));
    else parts.push(`${colors.bold(`${name} (${value.length})`)}\n${tableOf(numberedEntries(value), colors)}`);
  }
  return `${parts.join('\n\n')}\n`;
}

const fieldsOf = (field: [string, unknown]): [string, unknown][] =>
  typeof field[1] === 'object' && field[1] !== null && !Array.isArray(field[1]) ? Object.entries(field[1]) : [field];

function tableOf(items: readonly unknown[], colors: Colors): string {
  const rows = items.map(
    (item) => (typeof item === 'object' && item !== null ? item : { value: item }) as Record<string, unknown>,
  );
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  if (rows.length > MOST_MEASURED) return longTable(columns, rows, colors);
  const table = new Table({
    head: columns.map((column) => colors.dim(column)),
    // The library's own colours do not know whether a terminal is there; ours do.
    style: { head: [], border: [], 'padding-left': 0, 'padding-right': 0 },
    chars: COLUMNS,
  });
  table.push(...rows.map((row) => columns.map((column) => cell(row[column]))));
  return table
    .toString()
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n');
}

/** The library measures every character as a terminal would, half a millisecond a row: 16 s for the graph of 7,000 modules. */
const MOST_MEASURED = 500;

/** The same columns, every character counted as one place wide. */
function longTable(columns: readonly string[], rows: readonly Record<string, unknown>[], colors: Colors): string {
  const lines = rows.map((row) => columns.map((column) => cell(row[column])));
  const widths = columns.map((column, at) =>
    lines.reduce((widest, line) => Math.max(widest, line[at]?.length ?? 0), column.length),
  );
  const padded = (line: readonly string[]): string[] => line.map((text, at) => text.padEnd(widths[at] ?? 0));
  const head = padded(columns).map((column) => colors.dim(column));
  return [head, ...lines.map(padded)].map((line) => line.join('  ').trimEnd()).join('\n');
}

/** A value in few words: places as `path:line:column`, lists with commas. */
function cell(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (Array.isArray(value)) return value.map(cell).join(', ');
  if (typeof value !== 'object') return printable(String(value));
  if ('location' in value) return cell(value.location);
  if ('path' in value && 'line' in value && 'column' in value)
    return printable(`${value.path}:${value.line}:${value.column}`);
  return printable(JSON.stringify(value));
}

import type { LineTable } from '../../../syntax/line-table.ts';
import { SITE, SITE_IGNORED } from '../../records.ts';

const MARK = 'introspect-ignore-';

/** `// introspect-ignore-next-line cycles`, or at the end of a line `// introspect-ignore-line cycles`; more names with commas, a reason behind `--`. */
const COMMENT =
  /(?:\/\/|\/\*)[ \t]*introspect-ignore-(next-line|line)[ \t]+([\w-]+(?:[ \t]*,[ \t]*[\w-]+)*)(?=\s|\*\/|$)/gm;

/** What an import or export declaration has in front of its specifier, however many lines that takes. */
const CLAUSE = /^\s*(?:import|export)\b(?:\s*from\b)?[^;'"`()=]*$/;

/**
 * Flags the sites of a file that a comment takes out of cycles: those on the line that it speaks of, and the one whose declaration begins there.
 * Nothing is decoded unless the source has the word.
 * @param source UTF-8; @param sites as in the facts, in source order; changed
 * @param starts where each of them begins, in bytes
 */
export function markIgnored(source: Uint8Array, lines: LineTable, sites: Uint32Array, starts: readonly number[]): void {
  if (starts.length === 0) return;
  const bytes = Buffer.from(source.buffer, source.byteOffset, source.length);
  if (bytes.indexOf(MARK) < 0) return;
  // One character a byte, so that places in the text are places in the source.
  const text = bytes.toString('latin1');
  for (const { index, 1: which, 2: names = '' } of text.matchAll(COMMENT)) {
    if (!names.split(',').some((name) => name.trim() === 'cycles')) continue;
    const line = lines.lineAt(index) + (which === 'line' ? 0 : 1);
    const start = lines.startOf(line);
    const end = lines.startOf(line + 1);
    const mark = (site: number): void => {
      const flags = site * SITE.WORDS + SITE.FLAGS;
      sites[flags] = (sites[flags] ?? 0) | SITE_IGNORED;
    };
    starts.forEach((at, site) => {
      if (at >= start && at < end) mark(site);
    });
    const behind = starts.findIndex((at) => at >= end);
    if (behind >= 0 && CLAUSE.test(text.slice(start, starts[behind]))) mark(behind);
  }
}

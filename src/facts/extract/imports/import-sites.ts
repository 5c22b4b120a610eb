import { EDGE_KINDS, type EdgeKind } from '../../../base/edge-kinds.ts';
import type { LineTable } from '../../../syntax/line-table.ts';
import { SITE } from '../../records.ts';
import { redactSpecifier } from '../../redact/redact-specifier.ts';
import type { Redactor } from '../../redact/redactor-of.ts';

/** A site that was found; its place among the sites of the file is known once all are. */
export interface FoundSite {
  /** Number of the site in the facts; set by {@link ImportSites.take}. */
  index: number;
  readonly kind: EdgeKind;
  readonly specifier: string;
  /** Byte range of the specifier in the source, quotes included. */
  readonly start: number;
  readonly end: number;
  flags: number;
}

/** The import sites of one file at a time, block of code by block, found in any order. */
export class ImportSites {
  private found: FoundSite[] = [];
  /** Sites of the blocks before this one. */
  private settled = 0;
  private offset = 0;

  /** What is added from now on counts from that byte of the file. */
  beginBlock(offset: number): void {
    this.settled = this.found.length;
    this.offset = offset;
  }

  /** @param start @param end byte range in the block, quotes included; @param flags bits SITE_… of the records */
  add(kind: EdgeKind, specifier: string, start: number, end: number, flags: number): FoundSite {
    const site = { index: 0, kind, specifier, start: this.offset + start, end: this.offset + end, flags };
    this.found.push(site);
    return site;
  }

  /** Forgets the sites of this block. */
  clear(): void {
    this.found.length = this.settled;
  }

  /** Whether any site of this block has that specifier. */
  names(specifier: string): boolean {
    return this.found.some((site, index) => index >= this.settled && site.specifier === specifier);
  }

  /** The sites in source order as the records have them, and where each begins in the file, in bytes; forgets them. */
  take(lines: LineTable, redactor: Redactor | null): { sites: Uint32Array; strings: string[]; starts: number[] } {
    const found = this.found.sort(inSourceOrder);
    this.found = [];
    this.beginBlock(0);
    const sites = new Uint32Array(found.length * SITE.WORDS);
    const strings: string[] = [];
    const numbers = new Map<string, number>();
    const starts: number[] = [];
    for (const site of found) {
      const { kind, start, end, flags } = site;
      const specifier = redactor ? redactSpecifier(site.specifier, redactor) : site.specifier;
      const index = starts.push(start) - 1;
      site.index = index;
      let number = numbers.get(specifier);
      if (number === undefined) {
        number = strings.push(specifier) - 1;
        numbers.set(specifier, number);
      }
      const first = index * SITE.WORDS;
      const line = lines.lineAt(start);
      const endLine = lines.lineAt(end);
      sites[first + SITE.KIND] = EDGE_KINDS.indexOf(kind);
      sites[first + SITE.SPECIFIER] = number;
      sites[first + SITE.LINE] = line;
      sites[first + SITE.COLUMN] = lines.columnAt(start, line);
      sites[first + SITE.END_LINE] = endLine;
      sites[first + SITE.END_COLUMN] = lines.columnAt(end, endLine);
      sites[first + SITE.FLAGS] = flags;
    }
    return { sites, strings, starts };
  }
}

/** By place; a place that has two kinds, by kind. */
function inSourceOrder(a: FoundSite, b: FoundSite): number {
  return a.start - b.start || a.end - b.end || EDGE_KINDS.indexOf(a.kind) - EDGE_KINDS.indexOf(b.kind);
}

import type { PipelineOutcome } from '../../../facts/pipeline.ts';
import type { Resolution } from '../../../facts/records.ts';
import { readColumnFile, writeColumnFile } from './column-file.ts';
import type { KnownFile } from './modules-of-files.ts';
import { packRows } from './pack-rows.ts';

/** Where the sites of each file led, by the position of the file in the state of the same fingerprint. */
export interface LinksCache {
  rowOf(file: number): { readonly sites: readonly number[]; readonly targets: readonly Resolution[] };
}

interface LinksHeader {
  readonly format: 1;
  readonly fingerprint: string;
  readonly targets: readonly Resolution[];
}

/**
 * Puts the rows together.
 * @param files one a file of the sweep
 * @returns what writes them once the image has its fingerprint; throws ConduitError CONDUIT_NOT_WRITABLE, CONDUIT_NO_SPACE
 */
export function prepareLinksCache(
  { targets, rows }: PipelineOutcome['links'],
  files: readonly KnownFile[],
): (path: string, fingerprint: string) => void {
  const own = files.map(({ module }) => rows[module]);
  const sites = packRows(own.map((row) => row?.sites));
  const rowTargets = packRows(own.map((row) => row?.targets));
  const columns = { rowOffsets: sites.offsets, sites: sites.values, targets: rowTargets.values };
  return (path, fingerprint) => writeColumnFile<LinksHeader>(path, { format: 1, fingerprint, targets }, columns);
}

/** Null when there is none for that state, or it is damaged. */
export function readLinksCache(path: string, fingerprint: string): LinksCache | null {
  const content = readColumnFile<LinksHeader>(path);
  if (content?.header?.format !== 1 || content.header.fingerprint !== fingerprint) return null;
  const { header, columns } = content;
  const column = (name: string) => columns.get(name) ?? new Uint32Array();
  const [rowOffsets, sites, targets] = [column('rowOffsets'), column('sites'), column('targets')];
  return {
    rowOf(file) {
      const row = { sites: [] as number[], targets: [] as Resolution[] };
      const end = rowOffsets[file + 1] ?? 0;
      for (let link = rowOffsets[file] ?? end; link < end; link++) {
        const target = header.targets[targets[link] ?? 0];
        if (!target) continue;
        row.sites.push(sites[link] ?? 0);
        row.targets.push(target);
      }
      return row;
    },
  };
}

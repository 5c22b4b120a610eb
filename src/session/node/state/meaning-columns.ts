import { declarationsOf } from '../../../facts/link/erasure/declarations-of.ts';
import { meaningSources } from '../../../facts/link/erasure/meaning-sources.ts';
import { isModule } from '../../../facts/link/link-facts.ts';
import type { PipelineOutcome } from '../../../facts/pipeline.ts';

/** The columns behind `BuildState.meaningsOf`. */
export function meaningColumns({ scan, facts, links }: PipelineOutcome): {
  readonly meaningOffsets: Uint32Array;
  readonly meanings: Uint32Array;
} {
  const numbers = new Map(scan.files.map(({ path }, file) => [path, file]));
  const modules = facts.filter(isModule);
  const rowOf = new Map(modules.map(({ path }, row) => [path, row]));
  const meaningOffsets = new Uint32Array(scan.files.length + 1);
  const meanings: number[] = [];
  scan.files.forEach(({ path }, file) => {
    const number = rowOf.get(path) ?? -1;
    const [row, own] = [links.rows[number], modules[number]];
    if (row && own) {
      const bitsOf = meaningSources(own);
      row.sites.forEach((site, link) => {
        const bits = bitsOf(site);
        const target = bits === 0 ? undefined : links.targets[row.targets[link] ?? -1];
        if (target?.kind !== 'module') return;
        const from = numbers.get(declarationsOf(target.id)) ?? numbers.get(target.id);
        if (from !== undefined) meanings.push(from * 4 + bits);
      });
    }
    meaningOffsets[file + 1] = meanings.length;
  });
  return { meaningOffsets, meanings: Uint32Array.from(meanings) };
}

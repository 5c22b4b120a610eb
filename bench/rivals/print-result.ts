import type { Overlap } from './compare-graphs.ts';
import type { RivalResult } from './rival-result.ts';
import type { Cost } from './summarise-cost.ts';

/** A few lines for people; all examples are in the JSON. */
export function printResult(name: string, result: RivalResult, own: Cost): void {
  if (result.state !== 'ok') {
    console.log(`${name}: ${result.state}: ${result.message}`);
    return;
  }
  const { cost, agreement } = result;
  const { median, min, max } = cost.milliseconds;
  const ratio = (median / own.milliseconds.median).toFixed(2);
  console.log(
    `${name}: ${median} ms (${min}–${max}), ${ratio} × ours (${own.milliseconds.median} ms), ${cost.peakMegabytes} MB (ours ${own.peakMegabytes} MB)`,
  );
  if (agreement.modules) console.log(`  modules        ${counts(agreement.modules)}`);
  if (agreement.edges)
    console.log(
      `  edges          ${counts(agreement.edges)}; missed by kind ${JSON.stringify(agreement.missedByKind)}`,
    );
  console.log(
    `  cycle members  ${counts(agreement.cycleMembers)}; components ${agreement.theirComponents} against our ${agreement.ownComponents}`,
  );
}

const counts = ({ both, onlyOurs, onlyTheirs }: Overlap): string =>
  `${both} both, ${onlyOurs} only ours, ${onlyTheirs} only theirs`;

import { isModule } from '../../../facts/link/link-facts.ts';
import type { PipelineOutcome } from '../../../facts/pipeline.ts';
import type { FileFacts } from '../../../facts/records.ts';

/** A file of the sweep as the build knows it. */
export interface KnownFile {
  /** Undefined for a file that the build passed over before it read any. */
  readonly facts: FileFacts | undefined;
  /** Its position among the modules of the graph; -1 when it is none. */
  readonly module: number;
}

/**
 * One a file of the sweep, in its order. Facts stand in the same order, so that both lists are gone through side by side and no
 * path is looked up.
 */
export function modulesOfFiles({ scan, facts }: Pick<PipelineOutcome, 'scan' | 'facts'>): KnownFile[] {
  let next = 0;
  let modules = 0;
  return scan.files.map(({ path }) => {
    const own = facts[next];
    if (own?.path !== path) return NOT_KNOWN;
    next++;
    return { facts: own, module: isModule(own) ? modules++ : -1 };
  });
}

const NOT_KNOWN: KnownFile = { facts: undefined, module: -1 };

import { createSourceMemory } from './source-memory.ts';

/** What is asked of a source before it is parsed. */
export interface SourceSurvey {
  /** Where each line begins, in bytes: at 0 and behind every LF. Good until the next survey. */
  readonly lineStarts: Uint32Array;
  /** How many brackets it opens, wherever they stand. */
  readonly openings: number;
}

/** Looks at every byte of a source, UTF-8, once. */
export type Surveyor = (source: Uint8Array) => SourceSurvey;

const WORD_BYTES = 4;

/** A surveyor with plain memory of its own, so one a thread: assembly/survey.ts. */
export function createSurveyor(module: WebAssembly.Module): Surveyor {
  const place = createSourceMemory(module, WORD_BYTES);
  return (source) => {
    const { kernels, memory, start, output } = place(source);
    const lines = kernels.survey(start, source.length, output);
    const words = new Uint32Array(memory.buffer, output, lines + 1);
    return { lineStarts: words.subarray(1), openings: words[0] as number };
  };
}

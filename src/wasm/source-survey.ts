import { type MarkWord, markTable, type SeenMarks, seenMarks } from './mark-table.ts';
import { createSourceMemory, type PlacedSource } from './source-memory.ts';

/** What is asked of a source before it is parsed. */
export interface SourceSurvey {
  /** Where each line begins, in bytes: at 0 and behind every LF. Good until the next survey. */
  readonly lineStarts: Uint32Array;
  /** How many brackets it opens, wherever they stand. */
  readonly openings: number;
}

/** Looks at every byte of a source, UTF-8, once. */
export type Surveyor = (source: Uint8Array) => SourceSurvey;

/** A survey that also looks for words. */
export type MarkSurveyor = (source: Uint8Array) => SourceSurvey & { readonly marks: SeenMarks };

const WORD_BYTES = 4;

/** A surveyor with plain memory of its own, so one a thread: assembly/survey.ts. */
export function createSurveyor(module: WebAssembly.Module): Surveyor {
  const place = createSourceMemory(module, WORD_BYTES);
  return (source) => surveyOf(place(source), source.length);
}

/** A surveyor that looks for words as well: assembly/marks.ts. */
export function createMarkSurveyor(module: WebAssembly.Module, words: readonly MarkWord[]): MarkSurveyor {
  const place = createSourceMemory(module, WORD_BYTES, markTable(words));
  return (source) => {
    const placed = place(source);
    placed.kernels.marks(placed.start, source.length, placed.table, placed.output);
    // Read at once: the survey writes where the marks stood.
    const marks = seenMarks(placed.memory, placed.output, source.length);
    const { lineStarts, openings } = surveyOf(placed, source.length);
    return { lineStarts, openings, marks };
  };
}

function surveyOf({ kernels, memory, start, output }: PlacedSource, length: number): SourceSurvey {
  const lines = kernels.survey(start, length, output);
  const words = new Uint32Array(memory.buffer, output, lines + 1);
  return { lineStarts: words.subarray(1), openings: words[0] as number };
}

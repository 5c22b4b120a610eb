import { type MarkWord, markPlaces, markTable } from './mark-table.ts';
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

/** Where the first word of each group may be, in bytes; as long as the source, when nowhere. */
export interface FirstMarks {
  /** Of words whose case does not count. */
  readonly ignoringCase: number;
  readonly exact: number;
}

/** A survey that also looks for words. */
export type MarkSurveyor = (source: Uint8Array) => SourceSurvey & { readonly marks: FirstMarks };

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
    const [ignoringCase = source.length, exact = source.length] = markPlaces(placed.memory, placed.output);
    // The survey writes where the marks stood.
    return { ...surveyOf(placed, source.length), marks: { ignoringCase, exact } };
  };
}

function surveyOf({ kernels, memory, start, output }: PlacedSource, length: number): SourceSurvey {
  const lines = kernels.survey(start, length, output);
  const words = new Uint32Array(memory.buffer, output, lines + 1);
  return { lineStarts: words.subarray(1), openings: words[0] as number };
}

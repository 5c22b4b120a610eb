import type { ErrorCode } from './errors.ts';

/** How much of the project the answer rests on. "none" and "not analysed" never look alike. */
export interface Coverage {
  readonly status: 'complete' | 'partial';
  readonly files: number;
  readonly parsed: number;
  readonly failed: number;
  /** Imports that lead nowhere, counted by reason. */
  readonly unresolved: Readonly<Record<string, number>>;
  /** What was passed over by rule (too large, minified, dot-directories …), counted by code: nobody knows what it imports. */
  readonly skipped: Readonly<Record<string, number>>;
}

/** Why an answer is shorter than the truth. */
export type Truncation = 'depth' | 'budget' | 'time' | 'size';

export interface AsOf {
  /** The image that answered: 32 hexadecimal digits. */
  readonly fingerprint: string;
  /** `false`: sources checked and unchanged; `true`: known to have changed; `unchecked`: nobody looked. */
  readonly stale: boolean | 'unchecked';
}

/** The one shape of every answer on every surface; the keys are written in this order. */
export interface Envelope<Result = unknown> {
  readonly schema: 1;
  readonly query: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly asOf: AsOf;
  readonly coverage: Coverage;
  readonly result: Result;
  readonly truncated?: Truncation;
  readonly page?: { readonly total: number; readonly returned: number; readonly cursor: string | null };
}

/** The one shape of every refusal. Across threads this travels, never an `Error`. */
export interface ErrorEnvelope {
  readonly query: string | null;
  readonly params: Readonly<Record<string, unknown>>;
  readonly error: {
    readonly code: ErrorCode;
    readonly message: string;
    readonly suggestion: string;
    readonly candidates?: readonly string[];
    readonly docs: string;
  };
}

export function isErrorEnvelope(answer: Envelope | ErrorEnvelope): answer is ErrorEnvelope {
  return 'error' in answer;
}

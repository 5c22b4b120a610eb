import type { Envelope, ErrorEnvelope } from '../../base/envelope.ts';
import type { DepsParams, DepsResult } from '../../queries/deps.ts';

export interface AnswerStats {
  /** Calls into WebAssembly that the answer took. */
  readonly kernelCalls: number;
  /** The thread that answered; 0 is the main thread. */
  readonly threadId: number;
}

/** An open project. Not bound to one image: {@link refresh} replaces it while queries run. */
export interface Session {
  readonly root: string;
  /** Of the image that answers now: 32 hexadecimal digits; empty as long as a lazy session has none. */
  readonly fingerprint: string;
  /** Answers any query of the registry; what goes wrong comes back as an error envelope. */
  query(name: string, params: Readonly<Record<string, unknown>>): Promise<Envelope | ErrorEnvelope>;
  /** As {@link query}, with an account of how the answer came about. */
  run(
    name: string,
    params: Readonly<Record<string, unknown>>,
  ): Promise<{ envelope: Envelope | ErrorEnvelope; stats: AnswerStats }>;
  /** What a module, a package or an external depends on, or is depended on by. @throws ConduitError */
  deps(params: DepsParams): Promise<Envelope<DepsResult>>;
  /** Looks at the sources and rebuilds what has changed. @throws ConduitError */
  refresh(): Promise<{ readonly rebuilt: boolean }>;
  close(): Promise<void>;
}

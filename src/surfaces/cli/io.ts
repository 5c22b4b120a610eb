import type { Readable, Writable } from 'node:stream';

/** What the command line touches of its process, so that a test can be one. */
export interface CliIo {
  readonly stdin: Readable;
  readonly stdout: Writable;
  readonly stderr: Writable;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Absolute. */
  readonly cwd: string;
  /** Whether a person looks at the stream: colours and a progress bar. */
  readonly terminal: { readonly stdout: boolean; readonly stderr: boolean };
  /** Aborted by SIGINT or SIGTERM, with the signal's name as the reason. */
  readonly signal: AbortSignal;
}

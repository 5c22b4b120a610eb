import { resolve } from 'node:path';
import type pico from 'picocolors';
import { findRoot } from '../../session/node/find-root.ts';
import type { CliIo } from './io.ts';
import type { Services } from './services.ts';

export type Colors = ReturnType<typeof pico.createColors>;

export const FORMATS = ['tree', 'table', 'json', 'ndjson', 'csv', 'dot', 'mermaid', 'sarif', 'github', 'html'] as const;
export type Format = (typeof FORMATS)[number];

/** Formats for programs: what is said beside the answer would only be in the way. */
export const DATA_FORMATS: ReadonlySet<Format | undefined> = new Set<Format>(['json', 'ndjson', 'csv']);

/** Formats that only queries have. */
export const QUERY_FORMATS: ReadonlySet<Format | undefined> = new Set<Format>(['csv', 'dot', 'mermaid']);

/** Formats that only findings have. */
export const FINDING_FORMATS: ReadonlySet<Format | undefined> = new Set<Format>(['sarif', 'github', 'html']);

/** The options that every command takes, as commander hands them over. */
export interface GlobalOptions {
  readonly root?: string;
  readonly format?: Format;
  readonly json?: boolean;
  /** False under `--no-refresh`. */
  readonly refresh: boolean;
  readonly imageDir?: string;
  readonly stats?: boolean;
  /** False under `--no-color`. */
  readonly color: boolean;
}

/** One call of one command: what it was told, and what it may use. */
export interface Invocation {
  readonly io: CliIo;
  readonly services: Services;
  readonly options: GlobalOptions;
  /** Undefined when nobody asked: the command's own form for people. */
  readonly format: Format | undefined;
  /** Colours of standard output and of standard error; plain functions where there are none. */
  readonly colors: { readonly stdout: Colors; readonly stderr: Colors };
}

/** The absolute root that a command works on: what it was given, or the root of the project around the working directory. */
export function rootOf({ io, options }: Pick<Invocation, 'io' | 'options'>, given = options.root): string {
  return given === undefined ? findRoot(io.cwd) : resolve(io.cwd, given);
}

/** The absolute folder of the image, when one was given. */
export function imageDirectoryOf({ io, options }: Pick<Invocation, 'io' | 'options'>): string | undefined {
  return options.imageDir === undefined ? undefined : resolve(io.cwd, options.imageDir);
}

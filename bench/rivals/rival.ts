import type { EdgeKind } from '../../src/base/edge-kinds.ts';

/** What a rival is asked to look at. All tools get the same root and the same tsconfig. */
export interface Task {
  readonly root: string;
  /** Absolute; null when the root has none. */
  readonly tsconfig: string | null;
  /** A folder for configurations that a tool reads from a file and for what it writes. */
  readonly scratch: string;
  /** Absolute path of something below bench/rivals/. */
  readonly installed: (path: string) => string;
}

/** One import as a tool tells it; paths from the root. */
export interface FoundEdge {
  readonly from: string;
  readonly to: string;
  /** As written in the source, where the tool says so. */
  readonly specifier?: string;
}

/** What a tool says about a project. Null: it does not say. */
export interface Found {
  readonly modules: readonly string[] | null;
  readonly edges: readonly FoundEdge[] | null;
  /** Modules of each cycle in order, as the tool lists them; several may belong to one component. */
  readonly cycles: readonly (readonly string[])[] | null;
}

export interface ToolOutput {
  readonly stdout: string;
  /** Text of a file that the tool wrote into the scratch folder. */
  readonly written: (name: string) => string;
}

/** A tool that is compared with. Reading its output is a pure function, tested on recorded output. */
export interface Rival {
  /** Its package in bench/rivals/. */
  readonly name: string;
  /** What is timed: Node or a native program with its arguments, run in the root. */
  command(task: Task): readonly string[];
  /** When the timed output does not say all: another command that does, run once, not timed. */
  details?(task: Task): readonly string[];
  /** Exit codes of a run that did its work: many tools end with 1 when they find cycles, some with their number. */
  readonly goodStatus: readonly number[] | 'any';
  /** Reads the output of `details`, or of `command` where there is none. */
  read(output: ToolOutput, task: Task): Found;
  /** Kinds that it follows with the options given, by its documentation and by trial: only those are compared. */
  readonly follows: readonly EdgeKind[];
}

/** What every tool that reads ECMAScript and TypeScript can be expected to follow. */
export const COMMON_KINDS: readonly EdgeKind[] = [
  'static',
  'export-from',
  'dynamic',
  'require',
  'import-equals',
  'type',
];

export const EXTENSIONS: readonly string[] = ['ts', 'tsx', 'mts', 'cts', 'js', 'jsx', 'mjs', 'cjs'];

/** What our scan leaves out by default: dot-folders, dependencies, minified files. */
export const LEFT_OUT = '(^|/)(\\.[^./][^/]*|node_modules)/|\\.min\\.[cm]?js$';

import type { ErrorEnvelope } from './envelope.ts';

/** 0 fine, 1 findings, 2 bad usage or input, 3 no index, 4 query failed, 5 bad configuration. Never a count. */
export type ExitCode = 0 | 1 | 2 | 3 | 4 | 5;

interface ErrorRow {
  readonly title: string;
  readonly suggestion: string;
  readonly exit: ExitCode;
  readonly http: number;
}

/** Every way in which Conduit refuses. `docs/errors.md` has a section a code; a test ties the two together. */
export const ERRORS = {
  CONDUIT_BAD_USAGE: {
    title: 'The command or its options are not understood',
    suggestion: 'Run `introspect help <command>` for the options and examples.',
    exit: 2,
    http: 400,
  },
  CONDUIT_BAD_PARAMS: {
    title: 'A parameter of the query is missing, unknown or of the wrong type',
    suggestion: 'Compare the parameters with the query’s schema.',
    exit: 2,
    http: 400,
  },
  CONDUIT_UNKNOWN_QUERY: {
    title: 'There is no query of that name',
    suggestion: 'Run `introspect help` for the queries there are.',
    exit: 2,
    http: 404,
  },
  CONDUIT_UNKNOWN_TARGET: {
    title: 'Nothing in the project has that name',
    suggestion: 'Give a path from the root, the end of one, a package name or, where a symbol is meant, its name.',
    exit: 2,
    http: 404,
  },
  CONDUIT_AMBIGUOUS_TARGET: {
    title: 'Several things in the project have that name',
    suggestion: 'Give more of the path, so that one remains.',
    exit: 2,
    http: 409,
  },
  CONDUIT_NO_ROOT: {
    title: 'The folder to index does not exist or is not a folder',
    suggestion: 'Give the path of a project folder.',
    exit: 2,
    http: 400,
  },
  CONDUIT_DISABLED: {
    title: 'Introspection is switched off',
    suggestion: 'Unset INTROSPECT_DISABLE, or set `introspection.enabled` to true in introspect.config.json.',
    exit: 5,
    http: 503,
  },
  CONDUIT_BAD_CONFIG: {
    title: 'introspect.config.json is not valid',
    suggestion: 'Mend the named setting; `introspect init --print` shows a valid file.',
    exit: 5,
    http: 409,
  },
  CONDUIT_NO_RULES: {
    title: 'The project has no rules to check',
    suggestion: 'Write some under `check.rules` in introspect.config.json; docs/rules.md lists what they can say.',
    exit: 5,
    http: 404,
  },
  CONDUIT_BUILD_FAILED: {
    title: 'The image could not be built',
    suggestion: 'Run `introspect doctor`; if the parser crashed, exclude the named files in introspect.config.json.',
    exit: 3,
    http: 500,
  },
  CONDUIT_NO_SPACE: {
    title: 'The disk is full',
    suggestion: 'Free some space and run the command again; the previous image is unharmed.',
    exit: 3,
    http: 507,
  },
  CONDUIT_NOT_WRITABLE: {
    title: 'A file or folder cannot be written',
    suggestion: 'Make it writable; for the image, another folder can be given with --image-dir.',
    exit: 3,
    http: 500,
  },
  CONDUIT_IMAGE_MISSING: {
    title: 'There is no image',
    suggestion: 'Run `introspect index` first.',
    exit: 3,
    http: 503,
  },
  CONDUIT_IMAGE_FOREIGN: {
    title: 'The file is not a Conduit image',
    suggestion: 'Delete it and run `introspect index`.',
    exit: 3,
    http: 500,
  },
  CONDUIT_IMAGE_NEWER: {
    title: 'The image was written by a newer version',
    suggestion: 'Upgrade conduit-introspect, or run `introspect index` to rebuild it with this version.',
    exit: 3,
    http: 500,
  },
  CONDUIT_IMAGE_DAMAGED: {
    title: 'The image is damaged',
    suggestion: 'Run `introspect index` to rebuild it.',
    exit: 3,
    http: 500,
  },
  CONDUIT_IMAGE_TOO_LARGE: {
    title: 'The image does not fit into WebAssembly memory',
    suggestion: 'Exclude generated or vendored folders in introspect.config.json.',
    exit: 3,
    http: 500,
  },
  CONDUIT_QUERY_FAILED: {
    title: 'The query failed',
    suggestion: 'This is a defect of Conduit: please report it with the output of `introspect doctor`.',
    exit: 4,
    http: 500,
  },
  CONDUIT_QUERY_TIMEOUT: {
    title: 'The query took longer than allowed',
    suggestion: 'Ask for less depth, or allow more time.',
    exit: 4,
    http: 504,
  },
  CONDUIT_ADDRESS: {
    title: 'The server cannot listen on that address',
    suggestion: 'Choose a free port with --port; only loopback addresses are served for now.',
    exit: 2,
    http: 500,
  },
  CONDUIT_FOREIGN_HOST: {
    title: 'The request was made to a name that is not this machine',
    suggestion: 'Use the address that `introspect serve` printed, or localhost.',
    exit: 2,
    http: 403,
  },
  CONDUIT_EXISTS: {
    title: 'The file exists already',
    suggestion: 'Give --force to replace it.',
    exit: 2,
    http: 409,
  },
  CONDUIT_BAD_BASELINE: {
    title: 'The baseline cannot be read',
    suggestion: 'Write it anew with `introspect check --baseline <file> --update-baseline`.',
    exit: 2,
    http: 400,
  },
  CONDUIT_NOT_TRANSLATED: {
    title: 'Rules of another tool cannot be translated',
    suggestion: 'Write the named rules by hand; `--partial` prints the others.',
    exit: 2,
    http: 400,
  },
  CONDUIT_NO_REPOSITORY: {
    title: 'What changed cannot be asked of git',
    suggestion:
      'Run it in a work tree of git, with git installed; `affected` can also be told the files, with --changes.',
    exit: 2,
    http: 400,
  },
  CONDUIT_UNKNOWN_REVISION: {
    title: 'Git knows no such commit',
    suggestion: 'Give a branch, tag or commit that is here; `git fetch` brings those of others.',
    exit: 2,
    http: 400,
  },
  CONDUIT_SHALLOW_CLONE: {
    title: 'The clone has too little of the history',
    suggestion: 'Run `git fetch --unshallow`, or have the whole history checked out (`fetch-depth: 0`).',
    exit: 2,
    http: 400,
  },
} as const satisfies Record<string, ErrorRow>;

export type ErrorCode = keyof typeof ERRORS;

/** An expected refusal: what happened (`message`), and optionally what else could have been meant. */
export class ConduitError extends Error {
  override readonly name = 'ConduitError';
  readonly code: ErrorCode;
  readonly candidates: readonly string[] | undefined;

  constructor(code: ErrorCode, message: string, candidates?: readonly string[]) {
    super(message);
    this.code = code;
    this.candidates = candidates;
  }
}

/**
 * True for a ConduitError of any copy of this module (the bundled CLI and the library have one each). A copy of another
 * version may have codes that are not in the table here: such an error has no suggestion and no exit code, so it is none.
 */
export function isConduitError(error: unknown): error is ConduitError {
  return error instanceof Error && error.name === 'ConduitError' && 'code' in error && isErrorCode(error.code);
}

function isErrorCode(code: unknown): code is ErrorCode {
  return typeof code === 'string' && Object.hasOwn(ERRORS, code);
}

/** The refusal as it travels: between threads, over HTTP, to stdout. Unknown errors become QUERY_FAILED. */
export function errorEnvelope(
  error: unknown,
  query: string | null = null,
  params: Readonly<Record<string, unknown>> = {},
): ErrorEnvelope {
  const known = isConduitError(error);
  const code = known ? error.code : 'CONDUIT_QUERY_FAILED';
  const message = error instanceof Error ? error.message : String(error);
  return {
    query,
    params,
    error: {
      code,
      message,
      suggestion: ERRORS[code].suggestion,
      ...(known && error.candidates && error.candidates.length > 0 ? { candidates: error.candidates } : {}),
      docs: `docs/errors.md#${code.toLowerCase()}`,
    },
  };
}

/** The error that a received refusal stands for. */
export function errorFromEnvelope({ error }: ErrorEnvelope): ConduitError {
  const code = isErrorCode(error.code) ? error.code : 'CONDUIT_QUERY_FAILED';
  return new ConduitError(code, error.message, error.candidates);
}

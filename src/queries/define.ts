import type { z } from 'zod';
import type { Envelope, Truncation } from '../base/envelope.ts';
import type { ImageReader } from '../image/reader.ts';
import type { SectionName } from '../image/sections.ts';
import type { GraphKernels } from '../wasm/graph-kernels.ts';

/** All that a query may touch: the image and the kernels. Never a file, a clock or the network. */
export interface QueryContext {
  readonly image: ImageReader;
  readonly kernels: GraphKernels;
}

export interface QueryAnswer<Result> {
  readonly result: Result;
  readonly truncated?: Truncation;
  readonly page?: NonNullable<Envelope['page']>;
}

/** Where a query begins that follows imports forward. */
export interface ForwardStart {
  readonly target: string;
  /** How many imports away at most; may be infinite. */
  readonly depth: number;
}

/**
 * Of a query whose answer comes of following imports forward from a target: it rests on the modules that it went through and not on the
 * whole project, so that it can be given, and checked, without looking at the rest.
 */
export interface ForwardQuery<Params, Result> {
  /** Null when the parameters ask for something that rests on the whole project. */
  start(params: Params): ForwardStart | null;
  /** Ids of the modules whose imports the answer followed or listed, the target first when it is a module. */
  modules(result: Result): readonly string[];
}

/** Of a query whose findings a build may be made to fail on. */
export interface FailOn<Params, Result> {
  /** What may be asked for: `--fail-on <one of these>`. */
  readonly values: readonly string[];
  /** Several may be asked for: `value` below has them with commas. */
  readonly isList?: boolean;
  readonly summary: string;
  /** Why that cannot be told from what the parameters ask for, as a line for people; null when it can. Asked before the question is. */
  refusal?(value: string, params: Params): string | null;
  /** Why to fail, as a line for people; null when there is no reason to. Looks at all that was found, not at what is listed. */
  reason(result: Result, value: string, params: Params): string | null;
}

/**
 * A capability, defined once. CLI command, HTTP route, in-process method and later MCP tool are derived
 * from this object; `run` is pure and returns data, surfaces render it.
 */
export interface QueryDefinition<Params extends z.ZodObject = z.ZodObject, Result extends z.ZodType = z.ZodType> {
  readonly name: string;
  /** One line, for help and for models. */
  readonly summary: string;
  /** Command lines that work on a real project, for help. */
  readonly examples: readonly string[];
  /** Scalars, enums and string lists only, so that every surface can express them. */
  readonly params: Params;
  /** Parameters that the CLI takes by position. */
  readonly positional: readonly (keyof z.infer<Params> & string)[];
  readonly result: Result;
  readonly sections: readonly SectionName[];
  /** Sections beyond those that only some parameters need. */
  sectionsFor?(params: z.infer<Params>): readonly SectionName[];
  readonly forward?: ForwardQuery<z.infer<Params>, z.infer<Result>>;
  /** A matter of the command line, whose exit code is 1 then: the answer is the same. */
  readonly failOn?: FailOn<z.infer<Params>, z.infer<Result>>;
  run(context: QueryContext, params: z.infer<Params>): QueryAnswer<z.infer<Result>>;
}

export function defineQuery<Params extends z.ZodObject, Result extends z.ZodType>(
  definition: QueryDefinition<Params, Result>,
): QueryDefinition<Params, Result> {
  return definition;
}

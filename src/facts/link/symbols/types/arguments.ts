import { type Environment, NO_ENVIRONMENT } from './environments.ts';

/** What is passed: the first of a `list` of terms, or 0, and where it is evaluated. */
export interface Arguments {
  readonly module: number;
  readonly list: number;
  readonly environment: Environment;
}

export const NO_ARGUMENTS: Arguments = { module: 0, list: 0, environment: NO_ENVIRONMENT };

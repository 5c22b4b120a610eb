import type { BuildConfig } from './messages.ts';

/** What a build does in a project without introspect.config.json: the defaults of the schema, which a test holds it to. */
export const DEFAULT_BUILD_CONFIG: {
  readonly build: BuildConfig;
  readonly check: string;
  readonly workers: number | undefined;
} = {
  build: {
    include: [],
    exclude: [],
    maxFileBytes: 2 * 2 ** 20,
    dotDirectories: false,
    minified: false,
    hangSeconds: 30,
  },
  check: '',
  workers: undefined,
};

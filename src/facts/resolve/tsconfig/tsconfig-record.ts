import type { ErasureSettings } from './erasure-settings.ts';

/** What resolution needs of a tsconfig (or jsconfig), `extends` merged in. Paths and globs are from the root. */
export interface Tsconfig extends ErasureSettings {
  readonly path: string;
  readonly directory: string;
  /** True when it, or something it extends, could not be read wholly. */
  readonly broken: boolean;
  readonly files: readonly string[] | null;
  readonly include: readonly string[] | null;
  readonly exclude: readonly string[];
  /** Configuration files that it references (not inherited by `extends`, as in TypeScript). */
  readonly references: readonly string[];
  readonly baseUrl: string | null;
  /** Targets by pattern. */
  readonly paths: ReadonlyMap<string, readonly string[]>;
  readonly rootDirs: readonly string[];
  readonly customConditions: readonly string[];
  readonly outDir: string | null;
  readonly declarationDir: string | null;
  readonly rootDir: string | null;
  /** `module` and `moduleResolution` in lower case; null when no file says. */
  readonly module: string | null;
  readonly moduleResolution: string | null;
}

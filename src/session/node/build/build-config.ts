import { canonicalJson } from '../../core/canonical-json.ts';
import { validateConfig } from '../../core/config.ts';
import type { BuildConfig } from './messages.ts';

/**
 * The part of the configuration that decides what a build does, defaults filled in.
 * @throws ConduitError CONDUIT_BAD_CONFIG naming the setting
 */
export function buildConfig(data: unknown): { build: BuildConfig; check: string; workers: number | undefined } {
  const { include, exclude, limits, index, parse, check } = validateConfig(data);
  return {
    build: {
      include,
      exclude,
      maxFileBytes: limits.fileBytes,
      dotDirectories: index.dotDirectories,
      minified: index.minified,
      hangSeconds: parse.hangSeconds,
    },
    check: check === undefined ? '' : canonicalJson(check),
    workers: parse.workers,
  };
}

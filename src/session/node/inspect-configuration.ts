import type { ErrorEnvelope } from '../../base/envelope.ts';
import { errorEnvelope } from '../../base/errors.ts';
import { buildConfig } from './build/build-config.ts';
import { CONFIG_FILE, readConfig } from './read-config.ts';

/** What is to be said of introspect.config.json: `none` when there is none, and the mistake that stops every command. */
export type ConfigurationReport =
  | { readonly file: string; readonly state: 'none' | 'valid' }
  | { readonly file: string; readonly state: 'invalid'; readonly error: ErrorEnvelope['error'] };

export function inspectConfiguration(root: string): ConfigurationReport {
  const file = CONFIG_FILE;
  try {
    const { data, hash } = readConfig(root);
    buildConfig(data);
    return { file, state: hash === '' ? 'none' : 'valid' };
  } catch (error) {
    return { file, state: 'invalid', error: errorEnvelope(error).error };
  }
}

import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type ParseError, parse, printParseErrorCode } from 'jsonc-parser';
import { ConduitError } from '../../base/errors.ts';

export const CONFIG_FILE = 'introspect.config.json';

export interface RawConfig {
  /** As written, checked for syntax only: `validateConfig` checks the rest where zod may be loaded. */
  readonly data: unknown;
  /** Changes when the file does; empty when there is none. */
  readonly hash: string;
}

/**
 * Reads introspect.config.json (JSON with comments; data, never executed).
 * @throws ConduitError CONDUIT_BAD_CONFIG with the line of the first mistake
 */
export function readConfig(root: string): RawConfig {
  const file = join(root, CONFIG_FILE);
  let text: string;
  try {
    // Reading a pipe or a device may never end.
    if (!statSync(file).isFile()) throw new Error('not a file');
    text = readFileSync(file, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return { data: {}, hash: '' };
    throw new ConduitError('CONDUIT_BAD_CONFIG', `${CONFIG_FILE} cannot be read`);
  }
  const errors: ParseError[] = [];
  const data = parseOrRefuse(text, errors);
  const [first] = errors;
  if (first) {
    const line = text.slice(0, first.offset).split('\n').length;
    throw new ConduitError('CONDUIT_BAD_CONFIG', `${CONFIG_FILE}, line ${line}: ${printParseErrorCode(first.error)}`);
  }
  return { data, hash: createHash('sha256').update(text).digest('hex').slice(0, 32) };
}

/** Comments are allowed. The parser recurses, and what is written may nest deeper than its stack. */
function parseOrRefuse(text: string, errors: ParseError[]): unknown {
  try {
    return parse(text, errors, { allowTrailingComma: true });
  } catch {
    throw new ConduitError('CONDUIT_BAD_CONFIG', `${CONFIG_FILE} nests too deep`);
  }
}

/**
 * The two switches that stop everything: the environment's and the project's.
 * @throws ConduitError CONDUIT_DISABLED, CONDUIT_BAD_CONFIG
 */
export function assertEnabled(root: string, environment: NodeJS.ProcessEnv = process.env): void {
  const switched = environment.INTROSPECT_DISABLE;
  if (switched !== undefined && switched !== '' && switched !== '0') {
    throw new ConduitError('CONDUIT_DISABLED', 'introspection is disabled by INTROSPECT_DISABLE');
  }
  const { data } = readConfig(root);
  if (isEnabled(data)) return;
  throw new ConduitError(
    'CONDUIT_DISABLED',
    `introspection is disabled by \`introspection.enabled\` in ${CONFIG_FILE}`,
  );
}

function isEnabled(data: unknown): boolean {
  if (typeof data !== 'object' || data === null || !('introspection' in data)) return true;
  const { introspection } = data;
  return !(
    typeof introspection === 'object' &&
    introspection !== null &&
    'enabled' in introspection &&
    introspection.enabled === false
  );
}

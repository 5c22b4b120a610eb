import { ConduitError } from '../../base/errors.ts';

/** What a failed write means to the one who asked for the build. */
export function writeRefusal(error: unknown, path: string): ConduitError {
  const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
  if (code === 'ENOSPC' || code === 'EDQUOT') return new ConduitError('CONDUIT_NO_SPACE', `no space left for ${path}`);
  return new ConduitError('CONDUIT_NOT_WRITABLE', `cannot write to ${path} (${code})`);
}

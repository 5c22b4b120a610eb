import { statSync } from 'node:fs';
import { ConduitError } from '../../base/errors.ts';

/** @throws ConduitError CONDUIT_NO_ROOT */
export function assertIsDirectory(path: string): void {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (!stat) throw new ConduitError('CONDUIT_NO_ROOT', `${path} does not exist`);
  if (!stat.isDirectory()) throw new ConduitError('CONDUIT_NO_ROOT', `${path} is not a folder`);
}

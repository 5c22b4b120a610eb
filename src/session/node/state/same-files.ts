import { join } from 'node:path';
import { type BuildState, type Input, isRacy } from './build-state.ts';
import { hashOf, inputAt } from './stamps.ts';

/** Whether a file of the sweep is as it was. What is too young to be judged by its time is read and compared. */
export function isSameFile(
  root: string,
  state: BuildState,
  file: number,
  { path, size, ctimeMs }: Omit<Input, 'hash'>,
): boolean {
  if (size !== state.sizes[file] || ctimeMs !== state.times[file]) return false;
  return !isRacy(state, ctimeMs) || hashOf(join(root, path)) === state.hashOf(file);
}

/**
 * Whether all that steered the build is as it was.
 * @param seen what a sweep has just seen of them, if there was one: then one more is a change too
 */
export function areSameInputs(
  root: string,
  { inputs }: Pick<BuildState, 'inputs'>,
  seen?: ReadonlyMap<string, Omit<Input, 'hash'>>,
): boolean {
  const known = new Set(inputs.map(({ path }) => path));
  if (seen && [...seen.keys()].some((path) => !known.has(path))) return false;
  return inputs.every(({ path, size, ctimeMs, hash }) => {
    const now = seen?.get(path) ?? inputAt(root, path);
    if (now.size !== size || now.ctimeMs !== ctimeMs) return false;
    return hash === '' || size < 0 || hashOf(join(root, path)) === hash;
  });
}

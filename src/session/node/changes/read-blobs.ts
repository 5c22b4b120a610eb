import { gitOutput } from './run-git.ts';

/** Contents by their names, in one call. Those that git does not have (a partial clone) are absent. */
export async function readBlobs(root: string, names: readonly string[]): Promise<Map<string, Buffer>> {
  const contents = new Map<string, Buffer>();
  if (names.length === 0) return contents;
  const output = await gitOutput(root, ['cat-file', '--batch'], `${[...new Set(names)].join('\n')}\n`);
  for (let at = 0; at < output.length; ) {
    const end = output.indexOf('\n', at);
    if (end < 0) break;
    const [name = '', type = '', size = ''] = output.toString('latin1', at, end).split(' ');
    at = end + 1;
    if (type === 'missing' || size === '') continue;
    const length = Number(size);
    contents.set(name, output.subarray(at, at + length));
    at += length + 1;
  }
  return contents;
}

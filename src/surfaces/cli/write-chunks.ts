import { once } from 'node:events';
import type { Writable } from 'node:stream';

/** Large enough that system calls do not count, small enough that a reader sees the first lines at once. */
const CHUNK_CHARACTERS = 65_536;

/** Writes pieces of text, many at a time, and no faster than the reader reads. */
export async function writeChunks(stream: Writable, chunks: Iterable<string>): Promise<void> {
  let pending: string[] = [];
  let characters = 0;
  const write = async (): Promise<void> => {
    const text = pending.join('');
    pending = [];
    characters = 0;
    if (!stream.write(text)) await once(stream, 'drain');
  };
  for (const chunk of chunks) {
    pending.push(chunk);
    characters += chunk.length;
    if (characters >= CHUNK_CHARACTERS) await write();
  }
  if (pending.length > 0) await write();
}

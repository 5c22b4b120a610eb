import { once } from 'node:events';
import { answerLines } from '../answer-lines.ts';
import type { Invocation } from '../invocation.ts';
import { openSession } from '../open-session.ts';
import { readLines } from '../read-lines.ts';

/** Enough to keep every worker's queue full, few enough to hold in memory. */
const IN_FLIGHT = 1024;

/** Questions in on standard input, answers out on standard output, by a pool of threads over one image. */
export async function answerStream(invocation: Invocation, ordered: boolean): Promise<number> {
  const { io } = invocation;
  const session = await openSession(invocation);
  // A reader that waits for input would hear of the signal only with the next line.
  const stop = () => io.stdin.destroy(new Error('interrupted'));
  io.signal.addEventListener('abort', stop, { once: true });
  try {
    await answerLines(session, readLines(io.stdin), {
      ordered,
      inFlight: IN_FLIGHT,
      async write(text) {
        if (!io.stdout.write(text)) await once(io.stdout, 'drain');
      },
    });
    return 0;
  } finally {
    io.signal.removeEventListener('abort', stop);
    await session.close();
  }
}

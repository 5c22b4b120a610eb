import { once } from 'node:events';
import { listen } from '../../http/listen.ts';
import { createServer } from '../../http/server.ts';
import type { Invocation } from '../invocation.ts';
import { openSession } from '../open-session.ts';

/** Answers over HTTP until a signal comes; then the requests under way are answered and all is closed. */
export async function serve(invocation: Invocation, host: string, port: number): Promise<number> {
  const { io } = invocation;
  const session = await openSession(invocation);
  const server = createServer(session);
  try {
    const address = await listen(server, host, port);
    io.stderr.write(`listening on ${address}\n`);
    if (!io.signal.aborted) await once(io.signal, 'abort');
    return 0;
  } finally {
    await server.close();
    await session.close();
  }
}

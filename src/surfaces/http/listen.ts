import { BlockList, isIP } from 'node:net';
import { ConduitError } from '../../base/errors.ts';
import type { Session } from '../../session/node/open.ts';
import { createServer } from './server.ts';

const loopback = new BlockList();
loopback.addSubnet('127.0.0.0', 8, 'ipv4');
loopback.addAddress('::1', 'ipv6');

/**
 * Serves a session until closed. Only this machine is served for now: there are no keys yet.
 * @throws ConduitError CONDUIT_ADDRESS for an address that is not loopback or not free
 */
export async function listen(
  session: Session,
  { host, port }: { host: string; port: number },
): Promise<{ readonly url: string; close(): Promise<void> }> {
  if (host !== 'localhost' && !isLoopback(host)) {
    throw new ConduitError('CONDUIT_ADDRESS', `${host} is not a loopback address`, ['127.0.0.1', '::1', 'localhost']);
  }
  const server = createServer(session);
  try {
    const url = await server.listen({ host, port });
    return { url, close: () => server.close() };
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : '';
    throw new ConduitError('CONDUIT_ADDRESS', `cannot listen on ${host}:${port} (${code})`);
  }
}

function isLoopback(host: string): boolean {
  const version = isIP(host);
  return version !== 0 && loopback.check(host, version === 6 ? 'ipv6' : 'ipv4');
}

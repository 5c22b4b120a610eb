import type { FastifyInstance } from 'fastify';
import { ConduitError } from '../../base/errors.ts';
import { isLoopback } from './loopback.ts';

/**
 * Starts to listen on a loopback address; port 0 takes a free one.
 * @returns the address, as a URL without a path
 * @throws ConduitError CONDUIT_ADDRESS
 */
export async function listen(server: FastifyInstance, host: string, port: number): Promise<string> {
  if (!isLoopback(host)) {
    throw new ConduitError('CONDUIT_ADDRESS', `${host} is not a loopback address`, ['127.0.0.1', 'localhost', '::1']);
  }
  try {
    return await server.listen({ host: host.replace(/^\[(.*)\]$/, '$1'), port });
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
    const why = code === 'EADDRINUSE' ? 'the port is in use' : code;
    throw new ConduitError('CONDUIT_ADDRESS', `cannot listen on ${host}, port ${port}: ${why}`);
  }
}

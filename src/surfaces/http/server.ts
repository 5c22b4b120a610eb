import Fastify, { type FastifyInstance } from 'fastify';
import { closest } from '../../base/closest.ts';
import { type Envelope, type ErrorEnvelope, isErrorEnvelope } from '../../base/envelope.ts';
import { ConduitError, ERRORS, errorEnvelope } from '../../base/errors.ts';
import { QUERIES } from '../../queries/registry.ts';
import type { Session } from '../../session/node/open.ts';

/** Every query of the registry as `GET /v1/<query>`, and `/healthz`. Answers are envelopes, refusals error envelopes. */
export function createServer(session: Pick<Session, 'query' | 'fingerprint'>): FastifyInstance {
  const server = Fastify({ logger: false, exposeHeadRoutes: true, bodyLimit: 64 * 1024 });

  server.get('/healthz', async () => ({ status: 'ok', fingerprint: session.fingerprint }));

  for (const { name } of QUERIES) {
    server.get(`/v1/${name}`, async (request, reply) => {
      const answer = await session.query(name, request.query as Record<string, unknown>);
      return reply.code(statusOf(answer)).send(answer);
    });
  }

  server.setNotFoundHandler(async (request, reply) => {
    const name = /^\/v1\/([^/?]*)/.exec(request.url)?.[1];
    const names = QUERIES.map((query) => query.name);
    const error =
      name === undefined
        ? new ConduitError(
            'CONDUIT_UNKNOWN_QUERY',
            `there is nothing at ${request.url.slice(0, 200)}`,
            names.map((query) => `/v1/${query}`),
          )
        : new ConduitError(
            'CONDUIT_UNKNOWN_QUERY',
            `there is no query \`${name.slice(0, 100)}\``,
            closest(name, names),
          );
    return reply.code(404).send(errorEnvelope(error, name ?? null));
  });

  server.setErrorHandler(async (error, _request, reply) => {
    // Fastify's own refusals (a malformed request) are the client's; everything else is ours, without its stack.
    const status = (error as { statusCode?: number }).statusCode;
    const clients = status !== undefined && status >= 400 && status < 500;
    const message = error instanceof Error ? error.message : String(error);
    const known = clients ? new ConduitError('CONDUIT_BAD_PARAMS', message) : error;
    return reply.code(clients ? status : 500).send(errorEnvelope(known));
  });

  return server;
}

function statusOf(answer: Envelope | ErrorEnvelope): number {
  return isErrorEnvelope(answer) ? ERRORS[answer.error.code].http : 200;
}

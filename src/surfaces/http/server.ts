import { type FastifyInstance, type FastifyReply, fastify } from 'fastify';
import { closest } from '../../base/closest.ts';
import { type Envelope, type ErrorEnvelope, isErrorEnvelope } from '../../base/envelope.ts';
import { ConduitError, ERRORS, errorEnvelope } from '../../base/errors.ts';
import { QUERIES } from '../../queries/registry.ts';
import type { Session } from '../../session/node/open.ts';
import { namesThisMachine } from './loopback.ts';

/**
 * The HTTP surface: `GET /v1/<query>` for every query of the registry, and `/healthz`. It reads and never writes, and starts
 * nothing. Parameters are those of the query; lists come repeated (`kinds=type&kinds=static`) or with commas. Bodies are
 * the envelopes that every surface gives; an error has the status of its row in src/base/errors.ts.
 */
export function createServer(session: Pick<Session, 'query' | 'fingerprint'>): FastifyInstance {
  const server = fastify({
    logger: false,
    // A message about a URL that cannot be decoded comes from the error handler too.
    frameworkErrors: (error, _request, reply) => void refuse(reply, asConduitError(error)),
  });

  server.addHook('onRequest', async (request) => {
    if (namesThisMachine(request.headers.host)) return;
    throw new ConduitError(
      'CONDUIT_FOREIGN_HOST',
      `\`${String(request.headers.host).slice(0, 80)}\` is not this machine`,
    );
  });
  server.setErrorHandler((error, _request, reply) => refuse(reply, asConduitError(error)));
  server.setNotFoundHandler(({ method, url }, reply) => refuse(reply, nothingAt(method, url)));

  for (const { name } of QUERIES) {
    server.get(`/v1/${name}`, async (request, reply) => {
      const params = request.query as Record<string, unknown>;
      return send(reply, await session.query(name, { ...params }));
    });
  }
  server.get('/healthz', () => ({ status: 'ok', fingerprint: session.fingerprint }));
  return server;
}

function send(reply: FastifyReply, envelope: Envelope | ErrorEnvelope): FastifyReply {
  const status = isErrorEnvelope(envelope) ? ERRORS[envelope.error.code].http : 200;
  // Serialised here: the bytes must not depend on what a framework thinks of JSON.
  return reply.code(status).type('application/json; charset=utf-8').send(JSON.stringify(envelope));
}

function refuse(reply: FastifyReply, error: unknown): FastifyReply {
  return send(reply, errorEnvelope(error));
}

/** Mistakes in a request that the framework found (a status of 4xx) are the asker's; everything else is ours. */
function asConduitError(error: unknown): unknown {
  const status = error instanceof Error && 'statusCode' in error ? Number(error.statusCode) : 500;
  if (status < 400 || status > 499 || !(error instanceof Error)) return error;
  return new ConduitError('CONDUIT_BAD_PARAMS', error.message);
}

function nothingAt(method: string, url: string): ConduitError {
  const path = url.replace(/\?.*/s, '').slice(0, 80);
  const names = QUERIES.map(({ name }) => name);
  if (names.some((name) => path === `/v1/${name}`)) {
    return new ConduitError('CONDUIT_UNKNOWN_QUERY', `${path} answers GET, not ${method}`);
  }
  const near = closest(path.slice(path.lastIndexOf('/') + 1), names);
  const candidates = (near.length > 0 ? near : names.slice(0, 5)).map((name) => `/v1/${name}`);
  return new ConduitError('CONDUIT_UNKNOWN_QUERY', `nothing answers ${method} ${path}`, candidates);
}

import type { ErrorEnvelope } from '../../base/envelope.ts';
import { ERRORS } from '../../base/errors.ts';
import { printable } from '../../base/text.ts';
import type { Invocation } from './invocation.ts';

/**
 * Says why something was refused: for people on standard error, and, when JSON was asked for, as the envelope on standard
 * output. A stack only under INTROSPECT_DEBUG=1: it says nothing to anybody else.
 * @returns the exit code
 */
export function reportRefusal(
  envelope: ErrorEnvelope,
  { io, format, colors }: Pick<Invocation, 'io' | 'format' | 'colors'>,
  cause?: unknown,
): number {
  const { code, message, suggestion, candidates = [], docs } = envelope.error;
  if (format === 'json') io.stdout.write(`${JSON.stringify(envelope, null, 2)}\n`);
  else if (format === 'ndjson') io.stdout.write(`${JSON.stringify(envelope)}\n`);
  const { red, bold, dim } = colors.stderr;
  const lines = [
    `${red(bold('error:'))} ${printable(message)}`,
    ...didYouMean(candidates.map(printable)),
    suggestion,
    dim(`${code}, see ${docs}`),
    ...(io.env.INTROSPECT_DEBUG === '1' && cause instanceof Error && cause.stack ? [cause.stack] : []),
  ];
  io.stderr.write(`${lines.join('\n')}\n`);
  return ERRORS[code].exit;
}

function didYouMean(candidates: readonly string[]): string[] {
  const [only] = candidates;
  if (only === undefined) return [];
  return candidates.length === 1
    ? [`did you mean ${only}?`]
    : ['did you mean one of these?', ...candidates.map((one) => `  ${one}`)];
}

import { type Envelope, type ErrorEnvelope, isErrorEnvelope } from '../../base/envelope.ts';
import { errorFromEnvelope } from '../../base/errors.ts';

/** The answer as its type; an error is thrown. @throws ConduitError */
export function typed<Result>(answer: Envelope | ErrorEnvelope): Envelope<Result> {
  if (isErrorEnvelope(answer)) throw errorFromEnvelope(answer);
  return answer as Envelope<Result>;
}

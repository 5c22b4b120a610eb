import type { Envelope, ErrorEnvelope } from '../../base/envelope.ts';
import { ConduitError, errorEnvelope } from '../../base/errors.ts';
import type { Session } from '../../session/node/open.ts';
import type { InputLine } from './read-lines.ts';

export interface AnswerLinesOptions {
  /** Answers in the order of the questions; otherwise as they come. */
  readonly ordered: boolean;
  /** Questions that may be under way, or answered and not yet written, at a time. */
  readonly inFlight: number;
  /** Writes lines; resolves when more may be written. */
  write(text: string): Promise<void>;
}

/** A question as it stands on a line. */
interface Question {
  readonly id?: unknown;
  readonly query: string;
  readonly params: Readonly<Record<string, unknown>>;
}

/**
 * Answers `{"id"?, "query", "params"?}` a line with `{"id"?, …envelope}` a line. A line that is no question gets an error envelope that
 * names it, and the stream goes on. Reading stops while `inFlight` answers are owed: that bounds memory, whatever the
 * speed of either end.
 */
export async function answerLines(
  session: Pick<Session, 'query'>,
  lines: AsyncIterable<InputLine>,
  { ordered, inFlight, write }: AnswerLinesOptions,
): Promise<void> {
  /** Answers to write; in the ordered case those not yet there hold the others up. */
  const owed: { text?: string }[] = [];
  let count = 0;
  let failure: { error: unknown } | undefined;
  let flushing: Promise<void> | undefined;
  let wake: () => void = () => {};

  /** Writes what is ready in one piece: a system call an answer would cost more than the answer. */
  async function flush(): Promise<void> {
    await new Promise((resolve) => setImmediate(resolve));
    for (let ready = takeReady(owed, ordered); ready.length > 0; ready = takeReady(owed, ordered)) {
      await write(ready.join(''));
      count -= ready.length;
      wake();
    }
    flushing = undefined;
  }

  function settle(place: { text?: string }, text: string): void {
    place.text = text;
    flushing ??= flush().catch((error: unknown) => {
      failure = { error };
      wake();
    });
  }

  const room = (limit: number) => async (): Promise<void> => {
    while (count > limit && !failure) {
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    }
    if (failure) throw failure.error;
  };

  for await (const line of lines) {
    if (line.text?.trim() === '') continue;
    await room(inFlight - 1)();
    count++;
    const place: { text?: string } = {};
    owed.push(place);
    void answerOf(session, line).then((text) => settle(place, text));
  }
  await room(0)();
}

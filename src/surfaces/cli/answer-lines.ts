import { errorEnvelope } from '../../base/errors.ts';
import type { Session } from '../../session/node/open.ts';
import { createOutbox } from './outbox.ts';
import type { InputLine } from './read-lines.ts';
import { readQuestion } from './read-question.ts';

export interface AnswerLinesOptions {
  /** Answers in the order of the questions; otherwise as they come. */
  readonly ordered: boolean;
  /** Answers that may be owed at a time: questions under way, and answers not yet written. */
  readonly inFlight: number;
  /** Writes text; resolves when more may be written. */
  write(text: string): Promise<void>;
}

/**
 * Answers `{"id"?, "query", "params"?}` a line with `{"id"?, …envelope}` a line. A line that is no question gets an error envelope
 * that names it, and the stream goes on. Reading stops while `inFlight` answers are owed: that bounds memory, whatever
 * the speed of either end.
 */
export async function answerLines(
  session: Pick<Session, 'query'>,
  lines: AsyncIterable<InputLine>,
  { ordered, inFlight, write }: AnswerLinesOptions,
): Promise<void> {
  const outbox = createOutbox(ordered);
  let owed = 0;
  let writing = false;
  let failure: { readonly error: unknown } | undefined;
  let wake = (): void => {};

  /** Resolves when at most so many answers are owed. */
  async function owedAtMost(limit: number): Promise<void> {
    while (owed > limit && !failure) {
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    }
    if (failure) throw failure.error;
  }

  /** Writes all that is ready in one piece: a system call an answer would cost more than the answer. */
  async function writeReady(): Promise<void> {
    if (writing) return;
    writing = true;
    try {
      // Answers that arrive in the same turn of the event loop go out together.
      await new Promise((resolve) => setImmediate(resolve));
      for (let ready = outbox.take(); ready.length > 0; ready = outbox.take()) {
        await write(ready.join(''));
        owed -= ready.length;
        wake();
      }
    } catch (error) {
      failure = { error };
      wake();
    }
    writing = false;
  }

  for await (const line of lines) {
    if (line.text?.trim() === '') continue;
    await owedAtMost(inFlight - 1);
    owed++;
    const deliver = outbox.reserve();
    void answer(session, line).then((text) => {
      deliver(text);
      void writeReady();
    });
  }
  await owedAtMost(0);
}

/** The line that answers a line. Never rejects. */
async function answer(session: Pick<Session, 'query'>, line: InputLine): Promise<string> {
  const question = readQuestion(line);
  const id = 'id' in question ? { id: question.id } : {};
  if ('refusal' in question) return `${JSON.stringify({ ...id, ...errorEnvelope(question.refusal) })}\n`;
  const { query, params } = question;
  const envelope = await session.query(query, params).catch((error: unknown) => errorEnvelope(error, query, params));
  return `${JSON.stringify({ ...id, ...envelope })}\n`;
}

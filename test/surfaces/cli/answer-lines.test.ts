import { setImmediate as turn } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { isErrorEnvelope } from '../../../src/base/envelope.ts';
import type { Session } from '../../../src/session/node/open.ts';
import { answerLines } from '../../../src/surfaces/cli/answer-lines.ts';
import { readLines } from '../../../src/surfaces/cli/read-lines.ts';
import { shop } from '../../builders/image-records.ts';
import { sessionOf } from '../../builders/session-of.ts';

const session = sessionOf(shop);

/** A session that answers when told to, so that a test decides what is late. */
function lateSession() {
  const waiting = new Map<unknown, () => void>();
  const asked: unknown[] = [];
  const query: Session['query'] = async (name, params) => {
    asked.push(params.target);
    await new Promise<void>((resolve) => waiting.set(params.target, resolve));
    return session.query(name, params);
  };
  return { query, asked, answer: (target: string) => waiting.get(target)?.() };
}

async function answersTo(lines: readonly string[], of: Pick<Session, 'query'> = session, ordered = true) {
  let written = '';
  const write = async (text: string) => {
    written += text;
  };
  await answerLines(of, readLines(stream(lines)), { ordered, inFlight: 8, write });
  return written
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line));
}

async function* stream(lines: readonly string[]) {
  for (const line of lines) yield `${line}\n`;
}

const question = (target: string, id?: unknown): string =>
  JSON.stringify({ ...(id === undefined ? {} : { id }), query: 'deps', params: { target } });

describe('a stream of questions', () => {
  it('is answered with the envelopes that everybody gets, each under its id', async () => {
    const [first, second] = await answersTo([question('zod', 7), question('node:process')]);
    expect(first).toEqual({ id: 7, ...(await session.query('deps', { target: 'zod' })) });
    expect(Object.keys(first)[0]).toBe('id');
    expect(second).toEqual(await session.query('deps', { target: 'node:process' }));
    expect(second).not.toHaveProperty('id');
  });

  it.each([[0], [''], [null], [{ shelf: 3 }]])('gets an id of %j back as it was', async (id) => {
    const [answer] = await answersTo([question('zod', id)]);
    expect(answer.id).toEqual(id);
  });

  it('may have empty lines, and no lines', async () => {
    expect(await answersTo([])).toEqual([]);
    expect(await answersTo(['', '  ', question('zod', 1), ''])).toHaveLength(1);
  });
});

describe('a line that is no question', () => {
  it.each([
    ['{"query":', 'line 2 is not JSON'],
    ['[]', 'line 2 is not an object with a `query`'],
    ['"deps"', 'line 2 is not an object with a `query`'],
    ['{"params":{}}', 'line 2 has no `query` that is a text'],
    ['{"query":"deps","params":[]}', 'line 2 has `params` that are not an object'],
    ['{"query":"deps","params":null}', 'line 2 has `params` that are not an object'],
  ])('%s is told so, and the stream goes on', async (line, message) => {
    const [before, refusal, after] = await answersTo([question('zod'), line, question('zod')]);
    expect(refusal).toMatchObject({ query: null, params: {}, error: { code: 'CONDUIT_BAD_USAGE', message } });
    expect(before).toEqual(after);
    expect(isErrorEnvelope(after)).toBe(false);
  });

  it('keeps its id, and a wrong query is refused like anywhere', async () => {
    const [nameless, unknown] = await answersTo(['{"id":"a"}', '{"id":"b","query":"dpes"}']);
    expect(nameless).toMatchObject({ id: 'a', error: { code: 'CONDUIT_BAD_USAGE' } });
    expect(unknown).toMatchObject({ id: 'b', query: 'dpes', error: { candidates: ['deps'] } });
  });

  it('does not end the stream when answering breaks', async () => {
    const broken = { query: () => Promise.reject(new Error('the till is stuck')) };
    const [answer] = await answersTo([question('zod', 1)], broken);
    expect(answer).toMatchObject({ id: 1, query: 'deps', error: { code: 'CONDUIT_QUERY_FAILED' } });
  });
});

describe('the order of the answers', () => {
  const ask = (ordered: boolean) => {
    const late = lateSession();
    const answers = answersTo([question('zod', 1), question('node:process', 2)], late, ordered);
    return { late, ids: answers.then((all) => all.map(({ id }) => id)) };
  };

  it.each([
    [false, [2, 1]],
    [true, [1, 2]],
  ])('with ordered %j', async (ordered, expected) => {
    const { late, ids } = ask(ordered);
    while (late.asked.length < 2) await turn();
    late.answer('node:process');
    for (let turns = 0; turns < 5; turns++) await turn();
    late.answer('zod');
    expect(await ids).toEqual(expected);
  });
});

describe('what is under way', () => {
  it('is bounded, so that reading waits for answers', async () => {
    const late = lateSession();
    const targets = Array.from({ length: 20 }, (_, number) => `src/${number}.ts`);
    const done = answersTo(
      targets.map((target) => question(target)),
      late,
    );
    for (let turns = 0; turns < 20; turns++) await turn();
    expect(late.asked).toHaveLength(8);
    for (let answered = 0; answered < targets.length; ) {
      if (late.asked.length > answered) late.answer(targets[answered++] ?? '');
      await turn();
    }
    expect(await done).toHaveLength(20);
  });

  it('waits for whoever reads the answers', async () => {
    let open = (): void => {};
    let asked = 0;
    const query: Session['query'] = (name, params) => {
      asked++;
      return session.query(name, params);
    };
    const lines = Array.from({ length: 30 }, () => question('zod'));
    const write = () =>
      new Promise<void>((resolve) => {
        open = resolve;
      });
    const done = answerLines({ query }, readLines(stream(lines)), { ordered: false, inFlight: 8, write });
    for (let turns = 0; turns < 20; turns++) await turn();
    expect(asked).toBe(8);
    let ended = false;
    void done.then(() => {
      ended = true;
    });
    while (!ended) {
      open();
      await turn();
    }
    expect(asked).toBe(30);
  });

  it('ends with the error of whoever reads the answers', async () => {
    const write = () => Promise.reject(new Error('the pipe is gone'));
    const lines = readLines(stream(Array.from({ length: 30 }, () => question('zod'))));
    await expect(answerLines(session, lines, { ordered: true, inFlight: 8, write })).rejects.toThrow(
      'the pipe is gone',
    );
  });
});

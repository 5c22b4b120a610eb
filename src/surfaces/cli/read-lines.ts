import { StringDecoder } from 'node:string_decoder';

/** A line of input, counted from 1; null when it was longer than allowed. */
export interface InputLine {
  readonly number: number;
  readonly text: string | null;
}

/**
 * The lines of a stream, the last one with or without a line feed. Reads no further than it is asked to, so that a slow reader
 * slows the writer down (`node:readline` keeps reading). What is longer than `maxLength` code units is let go
 * of and reported, so that no input can fill memory.
 */
export async function* readLines(
  input: AsyncIterable<Buffer | string>,
  maxLength = 2 ** 20,
): AsyncGenerator<InputLine> {
  const decoder = new StringDecoder('utf8');
  let number = 0;
  let rest = '';
  let tooLong = false;
  const line = (text: string): InputLine => {
    number++;
    const whole = !tooLong && text.length <= maxLength;
    tooLong = false;
    return { number, text: whole ? text.replace(/\r$/, '') : null };
  };
  for await (const chunk of input) {
    const parts = (rest + (typeof chunk === 'string' ? chunk : decoder.write(chunk))).split('\n');
    rest = parts.pop() ?? '';
    for (const part of parts) yield line(part);
    if (rest.length > maxLength) {
      rest = '';
      tooLong = true;
    }
  }
  rest += decoder.end();
  if (rest !== '' || tooLong) yield line(rest);
}

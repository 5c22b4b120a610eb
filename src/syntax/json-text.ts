/** Reading strings out of the JSON text that the tape points into. */

// A byte order mark at the start of a string literal is part of it.
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** Longer ones are worth the price of calling the decoder. */
const SHORT = 32;
const BACKSLASH = 0x5c;

/** The string between two quotes: UTF-8 with JSON's escapes, decoded. `start` and `end` in bytes. */
export function decodeJsonString(json: Uint8Array, start: number, end: number): string {
  let plain = true;
  let escaped = false;
  let short = '';
  for (let at = start; at < end; at++) {
    const byte = json[at] as number;
    if (byte >= 0x80) plain = false;
    else if (byte === BACKSLASH) escaped = true;
    else if (end - start <= SHORT) short += String.fromCharCode(byte);
  }
  if (plain && !escaped && end - start <= SHORT) return short;
  const text = decoder.decode(json.subarray(start, end));
  return escaped ? (JSON.parse(`"${text}"`) as string) : text;
}

export function equalsAscii(bytes: Uint8Array, start: number, end: number, wanted: string): boolean {
  if (end - start !== wanted.length) return false;
  for (let at = 0; at < wanted.length; at++) if (bytes[start + at] !== wanted.charCodeAt(at)) return false;
  return true;
}

/** True for a name that says so: `vendor.min.js`, `chart-min.js` is not one. */
export function isMinifiedName(path: string): boolean {
  return /\.min\.[cm]?js$/.test(path);
}

const SAMPLE_BYTES = 64 * 1024;
const SMALLEST_BYTES = 2 * 1024;
const LONG_LINE_BYTES = 500;

/**
 * True for code that a machine squeezed: lines of 500 bytes and more on average, dense with punctuators. The
 * second condition spares what people keep on long lines, such as base64 data, number tables, prose and SVG paths. Looks at the
 * first 64 KB only; a file under 2 KB is never called minified.
 */
export function looksMinified(bytes: Uint8Array): boolean {
  if (bytes.length < SMALLEST_BYTES) return false;
  const end = Math.min(bytes.length, SAMPLE_BYTES);
  let lines = 1;
  let punctuators = 0;
  for (let i = 0; i < end; i++) {
    const byte = bytes[i] as number;
    if (byte === 0x0a) lines++;
    // The commas and points of a table of numbers are data.
    else if (PUNCTUATOR[byte] === 1 && !isDigit(bytes[i - 1] ?? 0) && !isDigit(bytes[i + 1] ?? 0)) punctuators++;
  }
  return end / lines >= LONG_LINE_BYTES && punctuators * 12 >= end;
}

const isDigit = (byte: number): boolean => byte >= 0x30 && byte <= 0x39;

const PUNCTUATOR = new Uint8Array(256);
for (const character of '(){}[];,=.:?!&|"`\'') PUNCTUATOR[character.charCodeAt(0)] = 1;

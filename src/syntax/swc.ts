import { createRequire } from 'node:module';

/** SWC’s native `parseSync`: UTF-8 source and JSON options in, the syntax tree as JSON text out. Throws what SWC throws. */
type RawParse = (source: Uint8Array, options: Uint8Array, filename: string) => string;

export interface SwcDoor {
  readonly parse: RawParse;
  /**
   * False when this release of SWC no longer has the native function that returns text, so that every tree is
   * built as objects and written as text again: the answers are the same, at a multiple of the price.
   */
  readonly raw: boolean;
}

let door: SwcDoor | undefined;

/**
 * The one door to SWC; opened on first use. SWC's public `parseSync` calls the native function behind this door and
 * then `JSON.parse`, which costs more than the parse itself.
 *
 * A process whose worker threads parse must call this on its main thread before the first of them ends: a
 * binding that only workers have loaded is unloaded with the last of them and crashes the next.
 */
export function openSwc(): SwcDoor {
  door ??= openRawDoor() ?? openPublicDoor();
  return door;
}

function openRawDoor(): SwcDoor | null {
  const require = createRequire(import.meta.url);
  try {
    const binding = require('@swc/core/binding.js') as { parseSync?: RawParse };
    const parse = binding.parseSync;
    if (typeof parse !== 'function') return null;
    const knock = parse(new TextEncoder().encode('knock'), encodeOptions({ syntax: 'ecmascript' }), 'knock.js');
    return typeof knock === 'string' && knock.startsWith('{"program":{"type":"') ? { parse, raw: true } : null;
  } catch {
    return null;
  }
}

function openPublicDoor(): SwcDoor {
  const require = createRequire(import.meta.url);
  const { parseSync } = require('@swc/core') as { parseSync: (source: string, options: object) => unknown };
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  return {
    parse: (source, options) =>
      JSON.stringify(parseSync(decoder.decode(source), JSON.parse(decoder.decode(options)) as object)),
    raw: false,
  };
}

/** Options in the form that the door takes; encode them once and keep them. */
export function encodeOptions(options: object): Uint8Array {
  return Buffer.from(JSON.stringify(options));
}

/**
 * What Node starts in the place of a bundle: runs the bundle beside it, from code that V8 has compiled in an earlier run if there is any. To compile it
 * anew takes a sixth of a warm answer (bench/README.md).
 *
 * Compiled code lies beside the bundles, where whoever can write could change the bundles as well; never in a project, whose files must not be run. Where
 * that folder cannot be written there is none, and everything works as it does without.
 */
import { closeSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { cachedDataVersionTag, setFlagsFromString } from 'node:v8';
import { Script } from 'node:vm';
import { crc32 } from 'node:zlib';

/** File name and content hash of the bundle, put in by scripts/launcher.mjs: V8 itself compares only how long a source is. */
declare const BUNDLE: { readonly file: string; readonly hash: string };
/** Put in as well. Compiled code cannot import by itself (Node 20 does not tell V8 whose import it is): it is done here, in the same folder. */
declare const importOutside: (specifier: string) => Promise<unknown>;

// Optimise functions ten times later than V8 would: a build or a warm answer ends before most of that work pays, and its background compilation
// takes the processors from the parser (bench/README.md). Threads inherit it; where V8 lacks the flag it says so and goes on. Here, because compiled code
// is good under the flags under which it was compiled.
setFlagsFromString('--interrupt-budget=660000');

/** hash of the bundle │ whether it is complete (1) │ CRC-32 of V8's code, for V8 runs whatever it reads │ zeros up to HEADER_BYTES │ V8's code */
const HEADER_BYTES = 32;
const HASH_BYTES = 16;
const CRC_AT = 20;

const folder = join(__dirname, 'compiled');
const compiled = join(folder, `${BUNDLE.file}-${cachedDataVersionTag().toString(16)}`);
const known = readKnown();
const path = join(__dirname, BUNDLE.file);
const script = new Script(
  // On one line with the first of the bundle: places in stack traces are those of the file.
  `(function (exports, require, module, __filename, __dirname, importOutside, keepCode) {${readFileSync(path, 'utf8')}\n})`,
  { filename: path, ...(known ? { cachedData: known.subarray(HEADER_BYTES) } : {}) },
);
const isKnown = known !== null && script.cachedDataRejected === false;

script.runInThisContext().call(exports, exports, require, module, path, __dirname, importOutside, keepCode);

/**
 * Keeps what V8 has compiled by now for later runs, if nothing is kept yet, or only what an incomplete run had needed.
 * @param isComplete whether nearly all functions that any run needs have been called
 * @returns whether it was written now
 */
function keepCode(isComplete: boolean): boolean {
  if (isKnown && (known[HASH_BYTES] === 1 || !isComplete)) return false;
  const header = Buffer.alloc(HEADER_BYTES);
  header.write(BUNDLE.hash, 'hex');
  header[HASH_BYTES] = isComplete ? 1 : 0;
  try {
    const code = script.createCachedData();
    header.writeUInt32LE(crc32(code), CRC_AT);
    write([header, code]);
    return true;
  } catch {
    // Installed where nobody may write, or the disk is full: the next start takes as long as this one did.
    return false;
  }
}

function write(parts: readonly Buffer[]): void {
  mkdirSync(folder, { recursive: true });
  const temporary = `${compiled}.${process.pid}-${process.hrtime.bigint()}.tmp`;
  const descriptor = openSync(temporary, 'wx');
  try {
    for (const bytes of parts) writeSync(descriptor, bytes);
    // V8 trusts what it reads: no name may ever stand for blocks that a power cut left empty.
    fsyncSync(descriptor);
    renameSync(temporary, compiled);
  } finally {
    closeSync(descriptor);
    rmSync(temporary, { force: true });
  }
}

/** Null where nothing was kept, it was of another bundle, or a bit of it is not what it was. */
function readKnown(): Buffer | null {
  try {
    const bytes = readFileSync(compiled);
    if (bytes.length <= HEADER_BYTES || bytes.toString('hex', 0, HASH_BYTES) !== BUNDLE.hash) return null;
    return bytes.readUInt32LE(CRC_AT) === crc32(bytes.subarray(HEADER_BYTES)) ? bytes : null;
  } catch {
    return null;
  }
}

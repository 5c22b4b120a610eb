import { type ParseError, readParseError } from './parse-error.ts';
import type { SourceLanguage } from './source-language.ts';
import { encodeOptions, openSwc } from './swc.ts';
import { withoutReturns } from './without-returns.ts';

export type ParseOutcome =
  | {
      readonly ok: true;
      /** The tree, as SWC writes it. */
      readonly json: string;
      /** What the tree's spans call the first byte of the source. */
      readonly origin: number;
      /** True for a declaration file that could be read only inside a `declare module` block, which is then the tree's only statement. */
      readonly rescued: boolean;
    }
  /** `limit`: the source is sound as far as is known, but its tree is larger than a string can be (about 512 MB). */
  | { readonly ok: false; readonly reason: 'syntax' | 'limit'; readonly error: ParseError };

type Attempt = (source: Uint8Array) => { json: string; origin: number };

const typescript = { syntax: 'typescript', decorators: true, target: 'es2024' };
const javascript = {
  syntax: 'ecmascript',
  jsx: true,
  decorators: true,
  decoratorsBeforeExport: true,
  exportDefaultFrom: true,
  autoAccessors: true,
  explicitResourceManagement: true,
  target: 'es2024',
};
const flow = {
  syntax: 'flow',
  jsx: true,
  all: true,
  enums: true,
  decorators: true,
  components: true,
  target: 'es2024',
};

/**
 * What is tried, in order, until something succeeds. `unknown` lets SWC decide between module and script by what it
 * finds; only a CommonJS module may return at the top level, which nothing in a file announces.
 */
const LADDERS: Readonly<Record<SourceLanguage, readonly Attempt[]>> = {
  typescript: asModuleOrCommonJs(typescript),
  tsx: asModuleOrCommonJs({ ...typescript, tsx: true }),
  declaration: [
    attempt({ ...typescript, isModule: 'unknown' }),
    attemptInsideModuleBlock(typescript, (source) => source),
    attemptInsideModuleBlock(typescript, withoutDeclare),
  ],
  javascript: [...asModuleOrCommonJs(javascript), attempt({ ...flow, isModule: 'unknown' })],
  frontmatter: [attempt({ ...typescript, isModule: true }), attemptWithoutReturns(typescript)],
};

/** Parses one file. `source` is UTF-8 without a byte order mark. Never throws; deep nesting can end the process. */
export function parseSource(source: Uint8Array, language: SourceLanguage): ParseOutcome {
  let first: unknown;
  for (const [step, attemptParse] of LADDERS[language].entries()) {
    try {
      return { ok: true, ...attemptParse(source), rescued: language === 'declaration' && step > 0 };
    } catch (error) {
      // What the first attempt says is about the file as it stands; the others are guesses.
      first ??= error;
    }
  }
  const text = first instanceof Error ? first.message : String(first);
  const reason = /^Failed to convert|longer than 0x/.test(text) ? 'limit' : 'syntax';
  return { ok: false, reason, error: readParseError(text, source) };
}

function asModuleOrCommonJs(options: object): Attempt[] {
  return [attempt({ ...options, isModule: 'unknown' }), attempt({ ...options, isModule: 'commonjs' })];
}

function attempt(options: object): Attempt {
  const encoded = encodeOptions(options);
  return (source) => {
    const json = openSwc().parse(source, encoded, 'source');
    return { json, origin: originOf(json) };
  };
}

const BLOCK_START = Buffer.from('declare module "_"{');
const BLOCK_END = Buffer.from('\n}');

/** SWC refuses some declarations at the top level that TypeScript takes (`export const x: T;`), but not in a block. */
function attemptInsideModuleBlock(options: object, prepare: (source: Uint8Array) => Uint8Array): Attempt {
  const parseBlock = attempt({ ...options, isModule: 'unknown' });
  return (source) => {
    const { json, origin } = parseBlock(Buffer.concat([BLOCK_START, prepare(source), BLOCK_END]));
    return { json, origin: origin + BLOCK_START.length };
  };
}

/** Only a CommonJS module may return at the top level, and frontmatter has imports too. */
function attemptWithoutReturns(options: object): Attempt {
  const parse = attempt({ ...options, isModule: true });
  return (source) => parse(withoutReturns(source));
}

const DECLARE = /(?:^|[{};])[ \t]*(?:export[ \t]+)?declare(?=[ \t])/gm;

/**
 * The source with blanks for each `declare`, which inside of a block says nothing new and is refused there (TS1038).
 * What stands in comments and strings may be blanked too; no import is named by it.
 */
function withoutDeclare(source: Uint8Array): Uint8Array {
  // Latin-1 has a character for every byte, so that positions stay what they are.
  const text = Buffer.from(source.buffer, source.byteOffset, source.length).toString('latin1');
  return Buffer.from(
    text.replace(DECLARE, (found) => found.replace('declare', '       ')),
    'latin1',
  );
}

const ORIGIN_KEY = '"startPos":';

/** SWC appends where its counting began: `…,"startPos":1,"endPos":414}}`. */
function originOf(json: string): number {
  // What is quoted from the source has its quotes escaped, so the last such key is SWC's.
  const at = json.lastIndexOf(ORIGIN_KEY);
  return at < 0 ? 1 : Number.parseInt(json.slice(at + ORIGIN_KEY.length, at + ORIGIN_KEY.length + 10), 10);
}

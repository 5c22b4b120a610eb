import type { FoundSecret } from './secret-rule.ts';

export type SecretPlace = Pick<FoundSecret, 'start' | 'end'>;

/** A value that stands behind a name, as the text would give it to it. */
export interface GivenValue {
  /** Of the value, or of the parts that it is put together of. */
  readonly places: readonly SecretPlace[];
  readonly value: string;
  /**
   * `literal`: given as it is. `handed`: on its way to the name something is made of it, or it is what a function of the name returns. `bare`: without
   * quotes. `said`: in a comment.
   */
  readonly way: 'literal' | 'handed' | 'bare' | 'said';
}

/** What may end a name: `API_KEY_2`, `API_KEY_PROD`. */
const ENDING = '(?:[_-]?\\d{1,3}|[_-](?:prod(?:uction)?|dev(?:elopment)?|stag(?:e|ing)|test|live|local|sandbox))?';
/** What of a value's way to a name can be told at little cost; most names have nothing of it. */
export const GIVEN = `(?=${ENDING}\\\\{0,3}["'\`]?\\]?[?!]?\\s{0,9}[:=,(|?!])`;

/** What may stand in front of a literal that is given to a name: brackets, a comment, a cast, a condition, what makes something of it. */
const WRAPPING = [
  '[([{]',
  '/\\*[^*\\n]{0,80}\\*/',
  '//[^\\n]{0,120}\\n',
  '<[\\w.]{1,40}>',
  'String\\.raw(?=`)',
  '[\\w$.!]{1,60}\\s{0,9}\\?\\s{0,20}(?:[\\w$.!]{1,60}\\s{0,9}:)?',
  '(?:new\\s{1,3})?[\\w$][\\w$.]{0,80}(?:\\([^()\'"`\\n]{0,20}\\)[\\w$.]{1,40}){0,4}\\(',
];
const LITERAL = '(["\'`])((?:\\\\.|(?!QUOTE)[^\\\\\\n]){1,4000})QUOTE';
const literal = (quote: number): string => LITERAL.replaceAll('QUOTE', `\\${quote}`);
/**
 * Behind a name: `password = '…'`, `"apiKey": "…"`, `token: string = '…'`, `process.env.SECRET ?? '…'`, `get('API_KEY', '…')`, where a literal is given to
 * it. The type of a declaration may stand between, and {@link WRAPPING}.
 */
const QUOTED = new RegExp(
  `${ENDING}["'\`]?\\]?[?!]?\\s{0,9}(?:[,(]\\s{0,99}|(?::\\s{0,9}[\\w.<>|[\\] ]{1,60}=|=>|!?={1,3}|:|(?:\\|\\||\\?\\?)=?)\\s{0,99}((?:(?:${WRAPPING.join('|')})\\s{0,99}){0,3}))${literal(2)}`,
  'iy',
);
/** Behind the name of a function: `getToken() { return '…'`, `const apiKey = () => '…'`. */
const RETURNED = new RegExp(
  `(?:\\s{0,9}[:=]\\s{0,9}(?:async\\s{1,9})?(?:function\\s{0,9})?)?\\([^()'"\`\\n]{0,80}\\)\\s{0,9}(?::\\s{0,9}[\\w<>]{1,40}\\s{0,9})?(?:=>\\s{0,9})?(?:\\{\\s{0,99}return\\s{1,9})?${literal(1)}`,
  'y',
);
/** Behind what signs or verifies: its second argument. */
const SIGNED = new RegExp(
  `\\(\\s{0,99}(?:[^'"\`{}\\n]{1,80}|\\{[^{}\\n]{0,160}\\}|["'\`][\\w-]{1,20}["'\`])\\s{0,9},\\s{0,99}${literal(1)}`,
  'y',
);
const SIGNS = /^(?:jwt\.|createHmac)/i;
/** JSON in a literal: `{\"apiKey\":\"…\"}`. */
const ESCAPED = /\\{1,3}["']\s{0,9}:\s{0,9}\\{1,3}["']([^\\"'`\n]{1,4000})(?=\\{1,3}["'])/y;
/** The next part of what is put together of several. */
const NEXT_PART = new RegExp(`\\s{0,60}\\+\\s{0,60}${literal(1)}`, 'y');
const MOST_PARTS = 20;
/** `API_KEY=…` of an environment file or a shell, `?token=…` of a URL, `Password=…;` of a connection string. */
const BARE = new RegExp(`${ENDING}=([^\\s"'\`;&,<>(){}[\\]]{6,4000})`, 'iy');
/** `password: …` of a comment. */
const SAID = /:\s{1,9}([^\s"'`;&,<>(){}[\]]{6,200})(?=\s|$)/y;
const IN_COMMENT = /(?:(?<!:)\/\/|^\s*\/?\*|^\s*#)[^'"`]*$/;
const COMMENT_MOST = 160;

/** Values that a text may give to a name, the likeliest first. @param at where the name begins */
export function* givenValues(text: string, at: number, name: string): Iterable<GivenValue> {
  const end = at + name.length;
  if (SIGNS.test(name)) {
    const signed = matchAt(SIGNED, text, end)?.[2];
    if (signed !== undefined)
      yield { places: [placeBefore(SIGNED.lastIndex - 1, signed)], value: signed, way: 'literal' };
    return;
  }
  const [, wrapping = '', , first] = matchAt(QUOTED, text, end) ?? [];
  if (first !== undefined) yield inParts(text, QUOTED.lastIndex, first, wrapping === '' ? 'literal' : 'handed');
  const returned = matchAt(RETURNED, text, end)?.[2];
  if (returned !== undefined) yield inParts(text, RETURNED.lastIndex, returned, 'handed');
  for (const [pattern, way] of UNQUOTED) {
    const value = matchAt(pattern, text, end)?.[1];
    if (value === undefined || (way === 'said' && !isInComment(text, at))) continue;
    yield { places: [placeBefore(pattern.lastIndex, value)], value, way };
  }
}

const UNQUOTED = [
  [ESCAPED, 'literal'],
  [BARE, 'bare'],
  [SAID, 'said'],
] as const;

/** A literal and all that is put together with it. @param end behind the quote that closes it */
function inParts(text: string, end: number, first: string, way: GivenValue['way']): GivenValue {
  const places = [placeBefore(end - 1, first)];
  let value = first;
  for (let from = end; places.length < MOST_PARTS; from = NEXT_PART.lastIndex) {
    const part = matchAt(NEXT_PART, text, from)?.[2];
    if (part === undefined) break;
    places.push(placeBefore(NEXT_PART.lastIndex - 1, part));
    value += part;
  }
  return { places, value, way };
}

function isInComment(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - COMMENT_MOST), at);
  return IN_COMMENT.test(before.slice(before.lastIndexOf('\n') + 1));
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

const placeBefore = (end: number, value: string): SecretPlace => ({ start: end - value.length, end });

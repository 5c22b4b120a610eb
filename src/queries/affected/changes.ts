import { ConduitError } from '../../base/errors.ts';

export const CHANGE_STATUSES = ['added', 'modified', 'deleted'] as const;
export type ChangeStatus = (typeof CHANGE_STATUSES)[number];

/** A file that changed. */
export interface Change {
  readonly path: string;
  readonly status: ChangeStatus;
  /**
   * What of it changed, as far as whoever asks knows; null for all of it. Of a source these are lines as they are now, outside of which it means what
   * it meant before; of a manifest or lock file names of packages.
   */
  readonly parts: readonly string[] | null;
}

/**
 * A change as one word of a list: `<status>:<path>[#<part>;<part>…]`. What would end a word is written as in a URL.
 */
export function writeChange({ path, status, parts }: Change): string {
  const detail = parts === null ? '' : `#${parts.map(encoded).join(';')}`;
  return `${status}:${encoded(path)}${detail}`;
}

/** @throws ConduitError CONDUIT_BAD_PARAMS for what is no such word */
export function readChange(text: string): Change {
  const [, status = '', path = '', parts] = /^(\w+):([^#]+)(?:#(.*))?$/s.exec(text) ?? [];
  const known = CHANGE_STATUSES.find((one) => one === status);
  if (known === undefined || path === '') throw refusal(text);
  const list = parts === undefined ? null : parts.split(';').filter((part) => part !== '');
  try {
    return { path: decodeURIComponent(path), status: known, parts: list?.map(decodeURIComponent) ?? null };
  } catch {
    throw refusal(text);
  }
}

const encoded = (text: string): string =>
  text.replace(/[%,;#{}()\s\p{Cc}]/gu, (character) =>
    character === '(' ? '%28' : character === ')' ? '%29' : encodeURIComponent(character),
  );

function refusal(text: string): ConduitError {
  const shown = `\`${text.slice(0, 80)}\``;
  return new ConduitError(
    'CONDUIT_BAD_PARAMS',
    `parameter \`changes\` takes words such as \`modified:src/a.ts\` or \`deleted:src/b.ts\`, not ${shown}`,
  );
}

/** Lines of a part: `12`, `12-18`. @returns null for what is no such part */
export function linesOf(part: string): readonly [first: number, last: number] | null {
  const [, first, last = first] = /^(\d{1,9})(?:-(\d{1,9}))?$/.exec(part) ?? [];
  return first === undefined ? null : [Number(first), Number(last)];
}

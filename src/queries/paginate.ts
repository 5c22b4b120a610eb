import { z } from 'zod';
import { ConduitError } from '../base/errors.ts';
import type { QueryAnswer } from './define.ts';

/** Parameters of a query whose answer is a list that may be long. */
export const pageParams = {
  limit: z.int().min(1).max(10_000).default(1000).describe('So many entries at most.'),
  cursor: z.string().min(1).optional().describe('Go on where an answer ended: its `page.cursor`.'),
};

export interface PageParams {
  readonly limit: number;
  readonly cursor?: string | undefined;
}

/** Digits of the fingerprint that a cursor carries: enough to tell images of one project apart. */
const DIGITS = 8;

/**
 * The part of a list that was asked for. A cursor is good for the image that it came from: in another one the same place would be somewhere else.
 * @throws ConduitError CONDUIT_BAD_PARAMS for a cursor of another image, or none at all
 */
export function paginate<Item>(
  items: readonly Item[],
  { limit, cursor }: PageParams,
  fingerprint: string,
): { readonly items: Item[] } & Pick<QueryAnswer<unknown>, 'page' | 'truncated'> {
  const image = fingerprint.slice(0, DIGITS);
  const start = cursor === undefined ? 0 : readCursor(cursor, image);
  const part = items.slice(start, start + limit);
  const end = start + part.length;
  const isCut = end < items.length;
  return {
    items: part,
    page: { total: items.length, returned: part.length, cursor: isCut ? `${image}.${end}` : null },
    ...(isCut ? { truncated: 'size' as const } : {}),
  };
}

function readCursor(cursor: string, image: string): number {
  const [, of, position] = /^([0-9a-f]{8})\.(\d{1,9})$/.exec(cursor) ?? [];
  if (of === undefined) {
    throw new ConduitError('CONDUIT_BAD_PARAMS', `parameter \`cursor\`: \`${cursor.slice(0, 80)}\` is none`);
  }
  if (of !== image) {
    throw new ConduitError('CONDUIT_BAD_PARAMS', 'parameter `cursor` is of another state of the project: begin anew');
  }
  return Number(position);
}

/** The schemas that several queries share. Descriptions end up in the published JSON Schema and in help. */
import { z } from 'zod';
import { EDGE_KINDS } from '../base/edge-kinds.ts';
import { NODE_KINDS } from '../base/node-kinds.ts';

export const location = z
  .object({
    path: z.string(),
    line: z.int().min(1),
    column: z.int().min(1),
    endLine: z.int().min(1),
    endColumn: z.int().min(1),
  })
  .describe('A range in a source file: 1-based, columns in UTF-16 units, end exclusive');

export const edgeKind = z.enum(EDGE_KINDS);

export const nodeKind = z.enum(NODE_KINDS);

export const depth = z.union([z.int().min(0), z.literal('all')]);

/** One edge of an answer; from importer to imported, whatever the direction of the question. */
export const edge = z.object({
  from: z.string(),
  to: z.string(),
  kinds: z.array(edgeKind),
  sites: z.array(z.object({ location, specifier: z.string() })),
});

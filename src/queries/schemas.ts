import { z } from 'zod';

/** Shapes that several queries use. {@link ../base/location.ts} has the type of the same name. */
export const locationSchema = z
  .strictObject({
    path: z.string().describe('Path from the root, with `/`.'),
    line: z.int().min(1),
    column: z.int().min(1).describe('In UTF-16 units.'),
    endLine: z.int().min(1),
    endColumn: z.int().min(1).describe('Exclusive.'),
  })
  .describe('A range in a source file, 1-based.');

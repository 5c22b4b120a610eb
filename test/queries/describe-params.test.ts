import { expect, it } from 'vitest';
import { z } from 'zod';
import { describeParams } from '../../src/queries/describe-params.ts';

it('describes every form of parameter that a surface can offer', () => {
  const schema = z.strictObject({
    words: z.array(z.string()).describe('Words to look for.'),
    order: z.enum(['name', 'size']).default('name').describe('Order of the hits.'),
    limit: z.int().min(1).max(500).optional().describe('How many.'),
    depth: z.union([z.int().min(0), z.literal('all')]).describe('How far.'),
    exact: z.boolean().default(false).describe('Whole words only.'),
  });
  expect(describeParams(schema)).toEqual([
    { name: 'words', type: 'strings', description: 'Words to look for.', required: true },
    {
      name: 'order',
      type: 'enum',
      values: ['name', 'size'],
      description: 'Order of the hits.',
      required: false,
      default: 'name',
    },
    { name: 'limit', type: 'integer', minimum: 1, maximum: 500, description: 'How many.', required: false },
    { name: 'depth', type: 'depth', minimum: 0, description: 'How far.', required: true },
    { name: 'exact', type: 'boolean', description: 'Whole words only.', required: false, default: false },
  ]);
});

it('refuses what has no form on a command line', () => {
  expect(() => describeParams(z.strictObject({ where: z.strictObject({ path: z.string() }) }))).toThrow(/where/);
});

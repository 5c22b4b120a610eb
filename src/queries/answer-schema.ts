import { z } from 'zod';
import type { QueryDefinition } from './define.ts';

const coverageSchema = z
  .strictObject({
    status: z.enum(['complete', 'partial']),
    files: z.int().min(0),
    parsed: z.int().min(0),
    failed: z.int().min(0),
    unresolved: z.record(z.string(), z.int().min(0)).describe('Imports that lead nowhere, counted by reason.'),
    skipped: z.record(z.string(), z.int().min(1)).describe('Passed over by rule, counted by code.'),
  })
  .describe('How much of the project the answer rests on.');

/** The envelope around a query's result; the keys are in the order in which every surface writes them. */
export function envelopeSchema({ name, params, result }: QueryDefinition) {
  return z.strictObject({
    schema: z.literal(1),
    query: z.literal(name),
    params,
    asOf: z.strictObject({
      fingerprint: z.string().regex(/^[0-9a-f]{32}$/),
      stale: z.union([z.boolean(), z.literal('unchecked')]),
    }),
    coverage: coverageSchema,
    result,
    truncated: z.enum(['depth', 'budget', 'time', 'size']).optional(),
    page: z.strictObject({ total: z.int(), returned: z.int(), cursor: z.string().nullable() }).optional(),
  });
}

/**
 * The JSON Schema (draft 2020-12) that is published of a query: of its whole answer, with what it takes under `$defs/params`.
 * Only for scripts/write-schemas.mjs and tests; see describe-params.ts.
 */
export function answerSchema(definition: QueryDefinition): Record<string, unknown> {
  const { $schema, ...answer } = z.toJSONSchema(envelopeSchema(definition), {
    io: 'output',
    // An answer may gain keys in a later version without breaking anybody, so the schema that is published allows them.
    override: ({ jsonSchema }) => {
      if (jsonSchema.additionalProperties === false) delete jsonSchema.additionalProperties;
    },
  });
  const { $schema: _same, ...params } = z.toJSONSchema(definition.params, { io: 'input' });
  return {
    $schema,
    title: `introspect ${definition.name}`,
    description: definition.summary,
    ...answer,
    $defs: { params },
  };
}

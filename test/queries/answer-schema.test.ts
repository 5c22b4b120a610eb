import { expect, it } from 'vitest';
import { answerSchema } from '../../src/queries/answer-schema.ts';
import { QUERIES } from '../../src/queries/registry.ts';

it.each(QUERIES.map((query) => [query.name, query] as const))('publishes the answer of %s', (name, query) => {
  const schema = answerSchema(query) as {
    properties: Record<string, unknown>;
    required: string[];
    $defs: { params: { required?: string[] } };
  };
  expect(Object.keys(schema.properties)).toEqual([
    'schema',
    'query',
    'params',
    'asOf',
    'coverage',
    'result',
    'truncated',
    'page',
  ]);
  expect(schema.required).not.toContain('truncated');
  expect(schema.properties.query).toMatchObject({ const: name });
  // Additions are free, so the published schema must not refuse them.
  expect(JSON.stringify({ ...schema, $defs: {} })).not.toContain('additionalProperties":false');
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkParams } from '../../src/base/param-spec.ts';
import { describeParams } from '../../src/queries/describe-params.ts';
import { PARAMS } from '../../src/queries/generated/params.ts';
import { findQuery, QUERIES, queriedSections } from '../../src/queries/registry.ts';

describe.each(QUERIES.map((query) => [query.name, query] as const))('%s', (name, query) => {
  const specs = PARAMS[name] ?? [];

  it('has the generated parameters that follow from its schema', () => {
    expect(specs, 'run `npm run build`, then `node scripts/generate.mjs`').toEqual(describeParams(query.params));
  });

  it('describes every parameter, and takes by position only what exists', () => {
    for (const spec of specs) expect(spec.description).not.toBe('');
    for (const position of query.positional) expect(specs.map((spec) => spec.name)).toContain(position);
  });

  it('has examples that call it', () => {
    expect(query.examples.length).toBeGreaterThan(0);
    for (const example of query.examples) expect(example).toMatch(new RegExp(`^introspect ${name}( |$)`));
  });

  it('is found by its name', () => {
    expect(findQuery(name)).toBe(query);
  });

  // checkParams is what runs; zod is what is published and what the types come from.
  const words = specs.flatMap(({ values = [] }) => values);
  const value = fc.oneof(
    fc.constantFrom('all', 'src/cart.ts', '', ...words, undefined, null, true, false),
    fc.integer({ min: -3, max: 12 }),
    fc.double(),
    fc.array(fc.constantFrom(...words, 'imports', 7)),
    fc.anything({ maxDepth: 1 }),
  );
  const keys = fc.constantFrom(...specs.map((spec) => spec.name), 'dept');
  const some = fc.dictionary(keys, value, { maxKeys: 5, noNullPrototype: true });
  const given = fc
    .tuple(fc.boolean(), some)
    .map(([likely, rest]) => (likely ? { target: 'src/cart.ts', ...rest } : rest));

  it('reads what its schema accepts as its schema does', () => {
    fc.assert(
      fc.property(given, (params) => {
        const parsed = query.params.safeParse(withoutUndefined(params));
        if (parsed.success) expect(checkParams(specs, params)).toEqual(parsed.data);
      }),
      { numRuns: 1000 },
    );
  });

  it('accepts nothing that its schema would not accept when read', () => {
    fc.assert(
      fc.property(given, (params) => {
        const read = readOrNull(() => checkParams(specs, params));
        if (read) expect(query.params.parse(read)).toEqual(read);
      }),
      { numRuns: 1000 },
    );
  });
});

it('has no two queries of one name, and all sections that they read', () => {
  expect(new Set(QUERIES.map(({ name }) => name)).size).toBe(QUERIES.length);
  for (const { sections } of QUERIES) expect(queriedSections()).toEqual(expect.arrayContaining([...sections]));
  expect(queriedSections()).toContain('diagnostics');
});

it('has parameters for its queries and for nothing else', () => {
  expect(Object.keys(PARAMS)).toEqual(QUERIES.map(({ name }) => name));
});

/** A key whose value is undefined is an absent key, in JSON as in `checkParams`. */
function withoutUndefined(params: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(params).filter(([, one]) => one !== undefined));
}

function readOrNull<Value>(read: () => Value): Value | null {
  try {
    return read();
  } catch {
    return null;
  }
}

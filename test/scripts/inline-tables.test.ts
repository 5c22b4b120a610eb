import { build } from 'esbuild';
import { expect, it } from 'vitest';
import { workerBundles } from '../../scripts/cli-bundle.mjs';
import { FIELD } from '../../src/syntax/generated/fields.ts';
import { KIND } from '../../src/syntax/generated/kinds.ts';

const root = new URL('../..', import.meta.url).pathname;

it('leaves no look-up in a table of numbers to code that runs cold, and puts the right numbers there', async () => {
  const { outputFiles } = await build({ ...workerBundles(root), write: false });
  const parse = outputFiles?.find(({ path }) => path.endsWith('parse-bundle.cjs'))?.text ?? '';
  expect(parse.match(/\b(?:KIND|FIELD|SCOPE|SITE|TERM|USE|DECLARATION)\d*\.\w+/g)).toBeNull();
  // `new Set([KIND.ConditionalExpression, …])` of src/facts/extract/imports/specifier-of.ts, and how it reads a choice.
  expect(parse).toMatch(new RegExp(`tree\\.kind\\(node\\)===${KIND.ConditionalExpression}&&`));
  expect(parse).toContain(`[${FIELD.consequent},${FIELD.alternate}]`);
});

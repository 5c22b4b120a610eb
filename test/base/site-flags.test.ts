import { expect, it } from 'vitest';
import { SITE_FLAGS } from '../../src/base/site-flags.ts';
import { LASTING_SITE_FLAGS, SITE_EAGER, SITE_IGNORED, SITE_NESTED, SITE_PATTERN } from '../../src/facts/records.ts';

it('the flags that a query reads are those that the facts have, and all that reach an image', () => {
  expect(SITE_FLAGS).toEqual({
    nested: SITE_NESTED,
    eager: SITE_EAGER,
    pattern: SITE_PATTERN,
    ignored: SITE_IGNORED,
  });
  expect(Object.values(SITE_FLAGS).reduce((all, flag) => all | flag, 0)).toBe(LASTING_SITE_FLAGS);
});

import { expect, it } from 'vitest';
import { buildConfig } from '../../../../src/session/node/build/build-config.ts';
import { DEFAULT_BUILD_CONFIG } from '../../../../src/session/node/build/default-build-config.ts';

it('is what the schema makes of an empty configuration', () => {
  expect(DEFAULT_BUILD_CONFIG).toEqual(buildConfig({}));
});

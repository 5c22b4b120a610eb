import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { expect, it } from 'vitest';
import { packageFolder, resolvePackageFile } from '../../../src/session/node/package-files.ts';

const require = createRequire(import.meta.url);

it.each(['#workers/build.cjs', '#workers/query.cjs', '#wasm/kernels.wasm', '#wasm/kernels-shared.wasm'] as const)(
  "%s is the file that package.json's imports lead to",
  (specifier) => {
    expect(resolvePackageFile(specifier)).toBe(require.resolve(specifier));
  },
);

it('finds the folder of this package', () => {
  expect(packageFolder()).toBe(dirname(require.resolve('conduit-introspect/package.json')));
});

import { describe, expect, it } from 'vitest';
import { buildImage } from '../../../src/session/node/build/build-image.ts';
import { doctor } from '../../../src/session/node/doctor.ts';
import { projectOf, SHOP, writeFiles } from '../../builders/project.ts';

describe('doctor', () => {
  it('counts packages as the build did: by name, those that hold modules', async () => {
    const root = projectOf({
      ...SHOP,
      'packages/empty/package.json': { name: '@shop/empty' },
      'templates/cart/package.json': { name: '@shop/cart' },
      'templates/cart/index.ts': '',
    });
    const { packages } = await buildImage(root);
    expect(packages).toBe(2);
    expect(doctor(root).image).toMatchObject({ state: 'usable', packages, fresh: true });
  });

  it.each([
    ['is cut off', '{\n "limits": ', 'line 2'],
    ['has a setting that nobody knows', '{ "limit": {} }', '`limit`'],
    ['has a setting of the wrong type', '{ "limits": { "fileBytes": "much" } }', '`limits.fileBytes`'],
  ])('names the mistake of a configuration that %s, and still says what the image holds', async (_, text, named) => {
    const root = projectOf(SHOP);
    await buildImage(root);
    expect(doctor(root).configuration).toEqual({ file: 'introspect.config.json', state: 'none' });
    writeFiles(root, { 'introspect.config.json': text });
    const { configuration, enabled, image } = doctor(root);
    expect(configuration).toMatchObject({ state: 'invalid', error: { code: 'CONDUIT_BAD_CONFIG' } });
    expect(configuration.state === 'invalid' && configuration.error.message).toContain(named);
    expect(enabled).toBe(true);
    expect(image).toMatchObject({ state: 'usable', fresh: false, coverage: { files: 3 } });
  });

  it('tells a switch from a mistake', () => {
    const root = projectOf({ 'introspect.config.json': { introspection: { enabled: false } } });
    expect(doctor(root)).toMatchObject({
      enabled: false,
      configuration: { state: 'valid' },
      image: { state: 'missing' },
    });
  });
});

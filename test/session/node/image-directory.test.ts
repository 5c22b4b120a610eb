import { existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ensureImageDirectory, imageDirectory, sweepDeadBuilds } from '../../../src/session/node/image-directory.ts';
import { projectOf } from '../../builders/project.ts';

/** A project somebody else made, and a folder outside of it that is not theirs. */
function hostileProject(): { root: string; outside: string } {
  const outside = projectOf({ 'ledger/2026.csv': 'total;42\n' });
  return { root: projectOf({ 'src/cart.ts': 'export {};\n' }), outside };
}

describe('a project that comes with an .introspect of its own making', () => {
  it.each(['.introspect', '.introspect/running'])('does not lead us out through a linked %s', (link) => {
    const { root, outside } = hostileProject();
    if (link.includes('/')) mkdirSync(join(root, '.introspect'));
    symlinkSync(outside, join(root, link));
    const refusal = expect.objectContaining({ code: 'CONDUIT_NOT_WRITABLE' });
    expect(() => ensureImageDirectory(imageDirectory(root))).toThrow(refusal);
    expect(readFileSync(join(outside, 'ledger/2026.csv'), 'utf8')).toBe('total;42\n');
  });

  it('is not written through a .gitignore that leads nowhere yet', () => {
    const { root, outside } = hostileProject();
    mkdirSync(join(root, '.introspect'));
    symlinkSync(join(outside, 'planted'), join(root, '.introspect/.gitignore'));
    ensureImageDirectory(imageDirectory(root));
    expect(existsSync(join(outside, 'planted'))).toBe(false);
  });

  it('keeps in `running` what is not named like a build of ours', () => {
    const { root } = hostileProject();
    const directory = imageDirectory(root);
    ensureImageDirectory(directory);
    mkdirSync(join(directory.running, 'notes'));
    mkdirSync(join(directory.running, '999999999-0'));
    sweepDeadBuilds(directory);
    expect(existsSync(join(directory.running, 'notes'))).toBe(true);
    expect(existsSync(join(directory.running, '999999999-0'))).toBe(false);
  });
});

it('ignores itself in git, and can be made twice', () => {
  const directory = imageDirectory(hostileProject().root);
  ensureImageDirectory(directory);
  writeFileSync(join(directory.path, '.gitignore'), 'kept\n');
  ensureImageDirectory(directory);
  expect(readFileSync(join(directory.path, '.gitignore'), 'utf8')).toBe('kept\n');
});

it('is never the project itself or a folder around it', () => {
  const root = projectOf({ 'shop/src/cart.ts': 'export {};\n' });
  const refusal = expect.objectContaining({ code: 'CONDUIT_NOT_WRITABLE' });
  for (const folder of [join(root, 'shop'), root]) {
    expect(() => imageDirectory(join(root, 'shop'), folder)).toThrow(refusal);
  }
  expect(imageDirectory(join(root, 'shop'), join(root, 'shop-images')).path).toBe(join(root, 'shop-images'));
});

it('writes no ignore file into a folder that was there before', () => {
  const root = projectOf({ 'src/cart.ts': 'export {};\n', 'images/logo.svg': '<svg/>' });
  ensureImageDirectory(imageDirectory(root, join(root, 'images')));
  expect(existsSync(join(root, 'images/.gitignore'))).toBe(false);
});

it.runIf(existsSync('/proc/self'))('is refused where the system makes no folders, and not tried for ever', () => {
  expect(() => ensureImageDirectory(imageDirectory('/', '/proc/conduit'))).toThrow('cannot write');
});

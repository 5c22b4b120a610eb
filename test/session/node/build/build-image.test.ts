import { describe, expect, it } from 'vitest';
import { ConduitError } from '../../../../src/base/errors.ts';
import { withoutCulprit } from '../../../../src/session/node/build/build-image.ts';
import type { BuildRequest } from '../../../../src/session/node/build/messages.ts';

const request: BuildRequest = {
  root: '/shop',
  imageDirectory: '/shop/.introspect',
  config: { include: [], exclude: [], maxFileBytes: 2 ** 21, dotDirectories: false, minified: false, hangSeconds: 30 },
  check: '',
  configHash: '',
  cold: false,
  scratch: '/shop/.introspect/running/1-0',
  excluded: [],
  suspects: [],
  forward: null,
  symbols: true,
  workers: 2,
};
const died = (...inFlight: string[]) => ({ type: 'died' as const, inFlight, how: 'SIGSEGV', killed: false });
const killed = (...inFlight: string[]) => ({ type: 'died' as const, inFlight, how: 'SIGKILL', killed: true });

describe('after a build process died', () => {
  it('leaves out the one file that was in flight', () => {
    const { excluded, suspects } = withoutCulprit(request, died('cart.ts'));
    expect(excluded).toEqual([{ path: 'cart.ts', code: 'parser-crashed' }]);
    expect(suspects).toEqual([]);
  });

  it('suspects all that were in flight, and convicts the one that dies alone', () => {
    const second = withoutCulprit(request, died('order.ts', 'cart.ts'));
    expect(second.excluded).toEqual([]);
    expect(second.suspects).toEqual(['cart.ts', 'order.ts']);
    const third = withoutCulprit(second, died('order.ts'));
    expect(third.excluded).toEqual([{ path: 'order.ts', code: 'parser-crashed' }]);
    expect(third.suspects).toEqual(['cart.ts']);
  });

  it('goes on with one worker when suspects survive alone and die together', () => {
    const second = withoutCulprit(request, died('order.ts', 'cart.ts'));
    expect(withoutCulprit(second, died('cart.ts', 'order.ts')).workers).toBe(1);
  });

  it('leaves out every file that took too long', () => {
    const next = withoutCulprit(request, { type: 'hung', files: ['maze.ts', 'knot.ts'] });
    expect(next.excluded).toEqual([
      { path: 'knot.ts', code: 'parser-hung' },
      { path: 'maze.ts', code: 'parser-hung' },
    ]);
  });

  it('does not convict the file that was in flight when somebody killed the process, unless it happens again', () => {
    const second = withoutCulprit(request, killed('cart.ts'));
    expect(second).toMatchObject({ excluded: [], suspects: ['cart.ts'] });
    const third = withoutCulprit(second, killed('cart.ts'));
    expect(third).toMatchObject({ excluded: [{ path: 'cart.ts', code: 'parser-crashed' }], suspects: [] });
  });

  it('gives up when no file is to blame', () => {
    expect(() => withoutCulprit(request, died())).toThrow(ConduitError);
  });
});

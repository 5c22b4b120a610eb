import { describe, expect, it } from 'vitest';
import { ConduitError } from '../../src/base/errors.ts';
import { resolveTarget } from '../../src/queries/resolve-target.ts';
import { contextOf } from '../builders/context-of.ts';
import { recordsOf, shop } from '../builders/image-records.ts';

const { image } = contextOf(shop);
const namesOf = (target: string, of = image): [string, string[]] => {
  const { root, nodes } = resolveTarget(of, target);
  return [root, nodes.map((node) => of.graph.idOf(node))];
};
const refusalOf = (target: string, of = image): ConduitError => {
  try {
    resolveTarget(of, target);
  } catch (error) {
    if (error instanceof ConduitError) return error;
  }
  throw new Error(`${target} was not refused`);
};

describe('a target', () => {
  it.each(['packages/orders/src/order.ts', './packages/orders/src/order.ts', 'orders/src/order.ts', 'order.ts'])(
    'is found as %s',
    (target) => {
      expect(namesOf(target)).toEqual(['packages/orders/src/order.ts', ['packages/orders/src/order.ts']]);
    },
  );

  it('is the id of what is no file', () => {
    expect(namesOf('node:process')).toEqual(['node:process', ['node:process']]);
    expect(namesOf('?:./loyalty')).toEqual(['?:./loyalty', ['?:./loyalty']]);
  });

  it('is a package: all its modules, none of its leaves', () => {
    const [root, nodes] = namesOf('@shop/core');
    expect(root).toBe('@shop/core');
    expect(nodes).toHaveLength(3);
    expect(nodes).not.toContain('packages/core/currencies.json');
  });

  it('is an external package by its name alone', () => {
    expect(namesOf('zod')).toEqual(['npm:zod', ['npm:zod']]);
  });

  it('is a file sooner than something outside that ends alike', () => {
    const { image: other } = contextOf(
      recordsOf({
        edges: [
          ['src/main.ts', 'npm:@theme/palette.ts'],
          ['src/main.ts', 'src/palette.ts'],
        ],
      }),
    );
    expect(namesOf('palette.ts', other)[0]).toBe('src/palette.ts');
  });
});

describe('a target that is refused', () => {
  it('is ambiguous when several ids end alike, and names them', () => {
    const { code, message, candidates } = refusalOf('src/index.ts');
    expect(code).toBe('CONDUIT_AMBIGUOUS_TARGET');
    expect(message).toBe('`src/index.ts` is the end of 2 ids');
    expect(candidates).toEqual(['packages/core/src/index.ts', 'packages/orders/src/index.ts']);
  });

  it('is unknown, with what could have been meant', () => {
    const { code, candidates } = refusalOf('packages/orders/src/oder.ts');
    expect(code).toBe('CONDUIT_UNKNOWN_TARGET');
    expect(candidates?.[0]).toBe('packages/orders/src/order.ts');
    expect(refusalOf('@shop/ordes').candidates).toContain('@shop/orders');
  });

  it('is unknown because it was passed over, and says why', () => {
    const { image: other } = contextOf(
      recordsOf({
        modules: ['src/main.ts'],
        diagnostics: [{ path: 'src/vendor.js', code: 'skipped-minified', message: '', line: 0, column: 0 }],
      }),
    );
    expect(refusalOf('src/vendor.js', other).message).toContain('skipped-minified');
  });

  it('is empty or half a name', () => {
    expect(refusalOf('rder.ts').code).toBe('CONDUIT_UNKNOWN_TARGET');
    expect(refusalOf('./').code).toBe('CONDUIT_UNKNOWN_TARGET');
  });
});

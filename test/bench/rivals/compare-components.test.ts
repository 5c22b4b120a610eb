import { describe, expect, it } from 'vitest';
import { compareComponents, matchCycles } from '../../../bench/rivals/compare-components.ts';
import { listedCycles } from '../../../bench/rivals/tools/rev-dep.ts';

const edges = (text: string) => text.split(' ').map((pair) => ({ from: pair[0] ?? '', to: pair[1] ?? '' }));
const ours = edges('ab ba cd dc de ed fg');

describe('compareComponents', () => {
  const components = [
    ['a', 'b'],
    ['c', 'd', 'e'],
  ];

  it('finds what is the same', () => {
    expect(compareComponents(components, ours, ours)).toMatchObject({ same: 2, unexplained: [], onlyOurs: [] });
  });

  it('explains a difference by the imports that one side lacks', () => {
    const agreement = compareComponents(components, ours, edges('ab ba cd de ed fg gf'));
    expect(agreement).toEqual({
      same: 1,
      ofOurImports: ['c (3)'],
      ofTheirImports: ['f (2)'],
      unexplained: [],
      onlyOurs: [{ from: 'd', to: 'c' }],
      onlyTheirs: [{ from: 'g', to: 'f' }],
    });
  });

  it('does not explain what the imports do not tell', () => {
    expect(compareComponents([['a', 'b']], ours, ours).unexplained).toEqual(['c (3)']);
    expect(compareComponents([...components, ['f', 'g']], ours, ours).unexplained).toEqual(['f (2)']);
  });
});

it('a list of cycles is matched to the components that they are in', () => {
  const components = [
    ['a', 'b'],
    ['c', 'd', 'e'],
  ];
  expect(
    matchCycles(components, [
      ['c', 'd'],
      ['d', 'e'],
      ['a', 'c'],
      ['x', 'y'],
    ]),
  ).toEqual({ hit: 1, outside: 2 });
});

it('rev-dep lists the modules of a cycle below each other, the first one twice', () => {
  const text = `Found 2 circular dependencies:

Circular Dependency 1:
 ➞ src/cart.ts (cycle start)
  ➞ src/price.ts ('./price')
   ➞ src/cart.ts ('./cart')

Circular Dependency 2:
 ➞ src/tax.ts (cycle start)
  ➞ src/tax.ts ('./tax')
`;
  expect(listedCycles(text)).toEqual([['src/cart.ts', 'src/price.ts'], ['src/tax.ts']]);
});

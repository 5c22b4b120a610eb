import { describe, expect, it } from 'vitest';
import { sourceStems } from '../../../src/facts/resolve/output-to-source.ts';

describe('sourceStems', () => {
  it('believes the compiler first', () => {
    const mappings = [{ output: 'oven/compiled', source: 'oven/code' }];
    expect(sourceStems('oven/compiled/heat/index.d.ts', 'oven', mappings)[0]).toBe('oven/code/heat/index');
  });

  it.each([
    ['dist/index.js', 'src/index'],
    ['dist/esm/index.mjs', 'src/index'],
    ['lib/cjs/heat.cjs', 'src/heat'],
    ['dist/src/heat.js', 'src/heat'],
    ['dist/index.esm.js', 'src/index'],
    ['dist/oven.min.js', 'src/oven'],
    ['build/heat', 'src/heat/index'],
    ['types/index.d.ts', 'index'],
    ['dist/theme.css', 'src/theme.css'],
  ])('%s may come from %s', (output, source) => {
    expect(sourceStems(`packages/oven/${output}`, 'packages/oven', [])).toContain(`packages/oven/${source}`);
    expect(sourceStems(output, '', [])).toContain(source);
  });

  it('has nothing to say about what does not look like output', () => {
    expect(sourceStems('oven/src/index.js', 'oven', [])).toEqual([]);
    expect(sourceStems('oven/distant/index.js', 'oven', [{ output: 'oven/dist', source: null }])).toEqual([]);
  });
});

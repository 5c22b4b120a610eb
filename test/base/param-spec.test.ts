import { expect, it } from 'vitest';
import { checkParams, type ParamSpec } from '../../src/base/param-spec.ts';

const spec: ParamSpec = { name: 'collapse', type: 'strings', description: '', required: false };
const read = (value: unknown): unknown => checkParams([spec], { collapse: value }).collapse;

it('a list is cut at commas, but not inside the brackets of a glob', () => {
  expect(read('src/{cart,orders},lib, ,(a,b)/c')).toEqual(['src/{cart,orders}', 'lib', '(a,b)/c']);
  expect(read(['a,b', '{c,{d,e}}', 'f'])).toEqual(['a', 'b', '{c,{d,e}}', 'f']);
  expect(read('a},b')).toEqual(['a}', 'b']);
});

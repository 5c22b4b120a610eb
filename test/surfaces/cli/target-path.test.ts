import { join } from 'node:path';
import { expect, it } from 'vitest';
import { targetFrom } from '../../../src/surfaces/cli/target-path.ts';
import { projectOf } from '../../builders/project.ts';

const root = () => projectOf({ 'src/cart/total.ts': '', 'src/zod/index.ts': '' });

it('is the path of a file, from wherever it is meant', () => {
  const project = root();
  expect(targetFrom(join(project, 'src/cart'), project, 'total.ts')).toBe('src/cart/total.ts');
  expect(targetFrom(join(project, 'src/zod'), project, '../cart/total.ts')).toBe('src/cart/total.ts');
  expect(targetFrom('/', project, join(project, 'src/cart/total.ts'))).toBe('src/cart/total.ts');
});

it('is left alone when it is a folder, nothing, or elsewhere', () => {
  const project = root();
  expect(targetFrom(join(project, 'src'), project, 'zod')).toBe('zod');
  expect(targetFrom(project, project, 'total.ts')).toBe('total.ts');
  expect(targetFrom(project, join(project, 'src/zod'), 'src/cart/total.ts')).toBe('src/cart/total.ts');
  expect(targetFrom(project, project, 'npm:zod')).toBe('npm:zod');
});

it('keeps the name of a symbol behind the path of its file', () => {
  const project = projectOf({ 'src/cart/total.ts': '', 'src/c#/till.ts': '' });
  const folder = join(project, 'src/cart');
  expect(targetFrom(folder, project, 'total.ts#Total.add')).toBe('src/cart/total.ts#Total.add');
  expect(targetFrom(folder, project, 'gone.ts#Total')).toBe('gone.ts#Total');
  expect(targetFrom(folder, project, '#width')).toBe('#width');
  expect(targetFrom(folder, project, '../c#/till.ts')).toBe('src/c#/till.ts');
});

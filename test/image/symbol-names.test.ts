import { expect, it } from 'vitest';
import { irregularIds } from '../../src/image/symbol-names.ts';
import { linkedProject } from '../facts/support/linked-project.ts';

const FILES = {
  'package.json': '{ "dependencies": { "zod": "^4.0.0" } }',
  'src/dock.ts': `
    import * as zod from 'zod';
    import { z } from 'zod';
    export class Dock { static moor() {} moor() { return [zod, z]; } 'two words' = 1; #rope = 2; }
    export type Knot = 1;
    export const Knot = 1;
    export namespace Port { export interface Depth { max: number } export namespace Deep { export const end = 1; } }
    export const { a, ...rest } = { a: { 'b.c': 1 } };
    export const open = { 'b.c': { d: 1 }, plain: { e: () => 1 } };`,
  'src/[id]/lane#1.ts': `export class Lane { width = 1; } export const of = { inner: { 'x~y': 1 } };`,
  'src/50%23.ts': `export enum Tide { Ebb, 'spring tide' } export default class {}`,
};

it('linking says which ids do not follow from parent and name: those that comparing finds', async () => {
  const symbols = await linkedProject(FILES);
  const nodeIds: string[] = [];
  symbols.ids.forEach((id, symbol) => {
    nodeIds[symbols.nodes[symbol] ?? 0] ??= symbol < firstExternal(symbols.ids) ? id : (id.split('#')[0] ?? '');
  });
  const found = irregularIds(symbols, nodeIds);
  expect([...(symbols.irregularIds ?? [])].sort()).toEqual([...found].sort());
  expect([...found.values()]).toEqual(
    expect.arrayContaining([
      'npm:zod',
      'src/dock.ts#Dock["two words"]',
      'src/dock.ts#Dock.moor~static',
      'src/dock.ts#Knot~type',
      'src/[id]/lane%231.ts#Lane',
    ]),
  );
  expect(found.size).toBeLessThan(symbols.ids.length / 2);
});

function firstExternal(ids: readonly string[]): number {
  return ids.findIndex((id) => id.startsWith('npm:'));
}

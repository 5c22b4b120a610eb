/** From sources to symbols and who uses them. */
import { expect, it } from 'vitest';
import { linkedProject } from '../../support/linked-project.ts';
import { listExported, listUses } from '../../support/linked-symbols.ts';

/** Uses of a module and of what is in it, without their places. */
async function usesIn(path: string, files: Record<string, string | object>): Promise<string[]> {
  const uses = listUses(await linkedProject(files));
  return uses.filter((use) => use.startsWith(path)).map((use) => use.replace(/ @.*$/, ''));
}

it('follows ES modules through barrels to declarations', async () => {
  const files = {
    'sail.ts': 'export class Sail {}\nexport default function hoist() {}\n',
    'flag.ts': "export const Flag = { red: 1 };\nexport type Flag = 'red';\n",
    'index.ts':
      "export * from './sail';\nexport { default as hoist } from './sail';\nexport * as flags from './flag';\n",
    'main.ts': "import { Sail, hoist as pull, flags } from './index';\npull(new Sail());\nflags;\n",
  };
  const records = await linkedProject(files);
  expect(listExported(records)).toEqual([
    'flag.ts Flag → flag.ts#Flag',
    'flag.ts Flag → flag.ts#Flag~type',
    'index.ts Sail → sail.ts#Sail',
    'index.ts flags → flag.ts',
    'index.ts hoist → sail.ts#hoist',
    'sail.ts Sail → sail.ts#Sail',
    'sail.ts default → sail.ts#hoist',
  ]);
  expect(listUses(records).filter((use) => use.startsWith('main.ts'))).toEqual([
    'main.ts read+import flag.ts @1,3',
    'main.ts new+import sail.ts#Sail @1,2',
    'main.ts call+import sail.ts#hoist @1,2',
  ]);
});

it('follows CommonJS, and ES imports of it', async () => {
  const files = {
    'knots.js': 'function tie() {}\nmodule.exports = { tie, untie: () => {} };\n',
    'rope.js': 'class Rope {}\nmodule.exports = Rope;\n',
    'splice.ts': 'class Splice {}\nexport = Splice;\n',
    'main.js':
      "const { tie, untie } = require('./knots');\nconst Rope = require('./rope');\ntie(new Rope());\nuntie();\n",
    'main.ts':
      "import Rope from './rope.js';\nimport Splice = require('./splice');\nimport { tie } from './knots.js';\ntie(new Rope(), new Splice());\n",
  };
  expect(await usesIn('main.', files)).toEqual([
    'main.js call+import+define knots.js#tie',
    'main.js call+import+define knots.js#untie',
    'main.js new+import rope.js#Rope',
    'main.ts call+import knots.js#tie',
    'main.ts new+import rope.js#Rope',
    'main.ts new+import splice.ts#Splice',
  ]);
});

it('keeps names apart that scopes keep apart', async () => {
  const files = {
    'a.ts':
      "import { wind } from './b';\nexport const gust = (wind: number) => wind;\nexport const blow = () => wind;\n",
    'b.ts': 'export const wind = 1;\nfunction calm(wind = 2) { return wind; }\ncalm();\n',
  };
  expect(await usesIn('', files)).toEqual(['a.ts import b.ts#wind', 'a.ts#blow read b.ts#wind', 'b.ts call b.ts#calm']);
});

it('merges what is declared more than once', async () => {
  const files = {
    'a.ts':
      'export interface Crew { a: 1 }\nexport interface Crew { b: 2 }\nexport function sail(a: string): void;\nexport function sail(a: number): void;\nexport function sail() {}\nexport namespace sail { export const fast = 1 }\n',
    'b.ts': "import { type Crew, sail } from './a';\nexport const crew: Crew = sail();\n",
  };
  const { ids } = await linkedProject(files);
  expect(ids).toEqual([
    'a.ts',
    'a.ts#Crew',
    'a.ts#Crew.a',
    'a.ts#Crew.b',
    'a.ts#sail',
    'a.ts#sail.fast',
    'b.ts',
    'b.ts#crew',
  ]);
  expect(await usesIn('b.ts', files)).toEqual([
    'b.ts import a.ts#Crew',
    'b.ts import a.ts#sail',
    'b.ts#crew type a.ts#Crew',
    'b.ts#crew call a.ts#sail',
  ]);
});

it('has the file that failed as a module, of which nothing more is known', async () => {
  const files = {
    'broken.ts': 'export const sail = ;\n',
    'main.ts':
      "import { sail } from './broken';\nimport * as all from './broken';\nsail;\nall;\nexport const other = { sail: 1 };\n",
  };
  const records = await linkedProject(files);
  expect(records.ids).toEqual(['broken.ts', 'main.ts', 'main.ts#other', 'main.ts#other.sail']);
  expect(listUses(records)).toEqual(['main.ts read+import broken.ts @2,4']);
  expect([records.unknownMembers, [...records.unknownCounts]]).toEqual([['sail'], [2]]);
});

it('knows modules that the project only declares', async () => {
  const files = {
    'types.d.ts': "declare module 'rigging' {\n  export function haul(): void;\n  export interface Rig {}\n}\n",
    'main.ts':
      "import * as all from 'rigging';\nimport { haul, type Rig, other } from 'rigging';\nhaul();\nexport let rig: Rig;\nall; other;\n",
  };
  expect(await usesIn('main.ts', files)).toEqual([
    'main.ts read+import types.d.ts#rigging',
    'main.ts call+import types.d.ts#rigging.haul',
    'main.ts import types.d.ts#rigging.Rig',
    'main.ts#rig type types.d.ts#rigging.Rig',
  ]);
});

it('finds what files add to a type of another module, or of another package', async () => {
  const files = {
    'package.json': { name: 'fleet', dependencies: { wharf: '1' } },
    'ship.ts': 'export interface Ship { mast: string }\n',
    'more.ts':
      "import './ship';\ndeclare module './ship' {\n  interface Ship { crew: number }\n}\ndeclare module 'wharf' {\n  interface Berth { owner: string }\n}\n",
    'main.ts':
      "import type { Berth } from 'wharf';\nimport type { Ship } from './ship';\nexport const board = (ship: Ship, berth: Berth) => [ship.crew, ship.mast, berth.owner, berth.depth];\n",
  };
  expect(await usesIn('main.ts#board', files)).toEqual([
    'main.ts#board read more.ts#["./ship"].Ship.crew',
    'main.ts#board read more.ts#wharf.Berth.owner',
    'main.ts#board accepts ship.ts#Ship',
    'main.ts#board read ship.ts#Ship.mast',
    'main.ts#board accepts npm:wharf#Berth',
  ]);
});

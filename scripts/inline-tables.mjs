import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Modules with tables of numbers (`export const KIND = { Identifier: 78, … } as const`) that code which runs cold asks at every step. */
const TABLES = [
  'src/syntax/generated/kinds.ts',
  'src/syntax/generated/fields.ts',
  'src/syntax/cursor.ts',
  'src/facts/records.ts',
  'src/facts/symbol-records.ts',
];

/**
 * Puts numbers in the place of `KIND.Identifier` and the like. V8 does the same where it optimises, but a build ends before most of its code is
 * optimised, in each of its threads, and until then each is a look-up of a property: esbuild does it for enums, and these are none.
 */
export function inlineTables(root) {
  const numbers = readTables(root);
  const use = new RegExp(`(?<![\\w.$]|typeof )(${[...numbers.keys()].join('|')})\\.(\\w+)\\b`, 'g');
  return {
    name: 'inline-tables',
    setup(build) {
      build.onLoad({ filter: /[\\/](?:src|workers)[\\/].*\.ts$/ }, ({ path }) => {
        const source = readFileSync(path, 'utf8');
        const imported = new Set(
          [...source.matchAll(/^import \{([^}]*)\} from '[^']*(?:kinds|fields|cursor|records)\.ts'/gms)].flatMap(
            ([, names]) => names.split(',').map((name) => name.trim()),
          ),
        );
        const contents = source.replace(use, (whole, table, name) => {
          const number = imported.has(table) ? numbers.get(table)?.get(name) : undefined;
          return number === undefined ? whole : `(${number})`;
        });
        return { contents, loader: 'ts' };
      });
    },
  };
}

/** Names of tables → names in them → numbers, as written. */
function readTables(root) {
  const tables = new Map();
  for (const path of TABLES) {
    const source = readFileSync(join(root, path), 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, '');
    for (const [, table, entries] of source.matchAll(/export const (\w+) = \{([^{}]*)\} as const;/g)) {
      const pairs = entries.split(',').filter((entry) => entry.trim() !== '');
      const numbers = pairs.map((entry) => /^\s*(\w+): (-?\d+)\s*$/.exec(entry)?.slice(1));
      if (numbers.every((pair) => pair !== undefined)) tables.set(table, new Map(numbers));
    }
  }
  return tables;
}

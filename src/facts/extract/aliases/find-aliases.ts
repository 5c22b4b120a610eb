import { type Cursor, NO_NODE } from '../../../syntax/cursor.ts';
import { KIND } from '../../../syntax/generated/kinds.ts';
import type { BundlerAlias } from '../../records.ts';
import { bundlerOf } from '../../scan/bundler-configs.ts';
import { collectBindings } from './config-bindings.ts';
import { CONFIG_FOLDER, type ConfigValue, textValue } from './config-value.ts';
import { ConfigFolder } from './fold-config.ts';
import { propertyOf } from './object-entries.ts';
import { type FoundAliases, readAliases } from './read-aliases.ts';

/** Where aliases stand, by the bundler: under which key the object with `alias` is found. */
const SECTIONS: Readonly<Record<string, readonly string[]>> = {
  vite: ['resolve', 'test'],
  vitest: ['resolve', 'test'],
  webpack: ['resolve'],
  svelte: ['kit'],
};

/**
 * The aliases in the configuration of a bundler: what stands under `resolve.alias` (Vitest: `test.alias` too, SvelteKit: `kit.alias`)
 * anywhere in the file, so that it does not matter what makes the configuration. It is read, never run.
 */
export function findAliases(tree: Cursor, path: string): FoundAliases {
  const folder = new ConfigFolder(tree, collectBindings(tree));
  const bundler = bundlerOf(path) ?? '';
  const found: FoundAliases = { aliases: [], unknown: [] };
  const objectAt = (owner: number, name: string): number => {
    const value = propertyOf(tree, owner, name);
    const object = value === NO_NODE ? NO_NODE : folder.origin(value);
    return object !== NO_NODE && tree.kind(object) === KIND.ObjectExpression ? object : NO_NODE;
  };
  for (let node = 0; node < tree.count && !folder.exhausted; node++) {
    if (tree.kind(node) !== KIND.ObjectExpression) continue;
    for (const section of SECTIONS[bundler] ?? []) {
      const settings = objectAt(node, section);
      if (settings === NO_NODE) continue;
      const alias = propertyOf(tree, settings, 'alias');
      const root = bundler === 'webpack' ? null : rootOf(tree, folder, node);
      if (alias !== NO_NODE) readAliases({ ...found, tree, folder, root, namesPaths: bundler === 'svelte' }, alias);
      if (bundler === 'svelte') found.aliases.push(libraryAlias(tree, folder, objectAt(settings, 'files')));
    }
  }
  return found;
}

/** SvelteKit's own `$lib`, which nobody has to write down. */
function libraryAlias(tree: Cursor, folder: ConfigFolder, files: number): BundlerAlias {
  const lib = files === NO_NODE ? NO_NODE : propertyOf(tree, files, 'lib');
  const place = (lib === NO_NODE ? null : folder.fold(lib)) ?? textValue('src/lib');
  return { find: '$lib', match: 'name', replacement: place.text, isPath: true };
}

/** Vite's `root`, the folder that paths with a slash in front count from; the configuration's own by default. */
function rootOf(tree: Cursor, folder: ConfigFolder, config: number): ConfigValue | null {
  const root = propertyOf(tree, config, 'root');
  if (root === NO_NODE) return CONFIG_FOLDER;
  const value = folder.fold(root);
  return value && { ...value, isPath: true };
}

import { type Cursor, NO_NODE } from '../../../syntax/cursor.ts';
import { KIND } from '../../../syntax/generated/kinds.ts';
import { bundlerOf } from '../../scan/bundler-configs.ts';
import { collectBindings } from './config-bindings.ts';
import { CONFIG_FOLDER, type ConfigValue } from './config-value.ts';
import { ConfigFolder } from './fold-config.ts';
import { propertyOf } from './object-entries.ts';
import { type AliasReading, type FoundAliases, readAliases } from './read-aliases.ts';

/**
 * The aliases in the configuration of a bundler: what stands under `resolve.alias` (Vitest: `test.alias` too) anywhere in the file, so
 * that it does not matter what makes the configuration. It is read, never run.
 */
export function findAliases(tree: Cursor, path: string): FoundAliases {
  const folder = new ConfigFolder(tree, collectBindings(tree));
  const isWebpack = bundlerOf(path) === 'webpack';
  const found: FoundAliases = { aliases: [], unknown: [] };
  for (let node = 0; node < tree.count; node++) {
    if (folder.exhausted) break;
    if (tree.kind(node) !== KIND.ObjectExpression) continue;
    for (const section of isWebpack ? ['resolve'] : ['resolve', 'test']) {
      const settings = propertyOf(tree, node, section);
      const object = settings === NO_NODE ? NO_NODE : folder.origin(settings);
      const alias =
        object !== NO_NODE && tree.kind(object) === KIND.ObjectExpression ? propertyOf(tree, object, 'alias') : NO_NODE;
      if (alias === NO_NODE) continue;
      const reading: AliasReading = { ...found, tree, folder, root: isWebpack ? null : rootOf(tree, folder, node) };
      readAliases(reading, alias);
    }
  }
  return found;
}

/** Vite's `root`, the folder that paths with a slash in front count from; the configuration's own by default. */
function rootOf(tree: Cursor, folder: ConfigFolder, config: number): ConfigValue | null {
  const root = propertyOf(tree, config, 'root');
  if (root === NO_NODE) return CONFIG_FOLDER;
  const value = folder.fold(root);
  return value && { ...value, isPath: true };
}

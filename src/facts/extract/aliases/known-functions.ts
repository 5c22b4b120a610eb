import { CONFIG_FOLDER, type ConfigValue, folderOf, joinValues, resolveValues, urlFrom } from './config-value.ts';

/** What a function of `node:path`, `node:url` or Vite gives, by its name; null for one that we do not know. */
export function applyKnown(name: string, values: readonly ConfigValue[]): ConfigValue | null {
  const [first, second] = values;
  switch (name) {
    case 'resolve':
      return resolveValues(values);
    case 'join':
      return joinValues(values);
    case 'cwd':
      return values.length === 0 ? CONFIG_FOLDER : null;
    case 'dirname':
      return first ? folderOf(first) : null;
    case 'URL':
      return first && second ? urlFrom(first, second) : null;
    case 'fileURLToPath':
    case 'normalizePath':
    case 'normalize':
    case 'String':
      return first ?? null;
    default:
      return null;
  }
}

import { posix } from 'node:path';
import { isRecord } from '../../base/is-record.ts';
import type { FoundManifest, Manifest } from '../scan/read-manifest.ts';
import { commandsOf } from './command-names.ts';
import { packagesMeant } from './package-shorthands.ts';
import { scriptsOf } from './script-words.ts';
import type { ToolSettings } from './tool-settings.ts';

/** Fields whose texts are for people and registries, or list dependencies themselves. */
const SILENT = new Set([
  'name',
  'version',
  'description',
  'keywords',
  'homepage',
  'bugs',
  'license',
  'author',
  'contributors',
  'maintainers',
  'funding',
  'repository',
  'files',
  'main',
  'module',
  'types',
  'typings',
  'exports',
  'imports',
  'bin',
  'man',
  'directories',
  'workspaces',
  'engines',
  'os',
  'cpu',
  'publishConfig',
  'dependencies',
  'devDependencies',
  'peerDependencies',
  'optionalDependencies',
  'peerDependenciesMeta',
  'dependenciesMeta',
  'bundleDependencies',
  'bundledDependencies',
  'overrides',
  'resolutions',
  'pnpm',
  'volta',
  'packageManager',
  'scripts',
]);

/**
 * Which packages are named in manifests by something that is no dependency: a script that runs a command, the settings of a tool. What a package names, those around
 * it may bring: commands are looked for in the `node_modules/.bin` of every folder above.
 * @returns asked with the folder of a package that declares a dependency, and the dependency's name
 */
export function namedPackages(
  manifests: readonly FoundManifest[],
  settings: ToolSettings,
): (directory: string, name: string) => boolean {
  const own = new Map(
    manifests.map(({ directory, manifest }) => {
      const values = (settings.get(directory) ?? []).flatMap(({ key, value }) => [value, ...packagesMeant(key, value)]);
      return [directory, wordsIn(manifest, values)];
    }),
  );
  const around = new Map([...own.keys()].map((directory) => [directory, new Set<string>()]));
  for (const [directory, words] of own) {
    for (let at = directory; ; at = parentOf(at)) {
      const all = around.get(at);
      if (all) for (const word of words) all.add(word);
      if (at === '') break;
    }
  }
  // What Nx does by default it does in every package.
  const everywhere = new Set(
    (settings.get('') ?? []).flatMap(({ file, value }) => (file === 'nx.json' ? [value] : [])),
  );
  const commands = new Map(
    manifests.map(({ manifest }) => [manifest.name, Object.keys(isRecord(manifest.bin) ? manifest.bin : {})]),
  );
  return (directory, name) => {
    const words = around.get(directory);
    return (
      words !== undefined &&
      [name, ...commandsOf(name), ...(commands.get(name) ?? [])].some((word) => words.has(word) || everywhere.has(word))
    );
  };
}

/** Words that could name a package or a command, and for a path into a package (`ts-jest/presets`) the package. */
function wordsIn(manifest: Manifest, settings: readonly string[]): Set<string> {
  const words = new Set([...scriptsOf(manifest).flatMap((script) => script.words), ...settings]);
  const open: unknown[] = Object.entries(manifest).flatMap(([field, value]) => (SILENT.has(field) ? [] : [value]));
  for (let value = open.pop(); value !== undefined; value = open.pop()) {
    if (typeof value === 'string') for (const word of value.split(/[\s"'=,;|&()]+/)) words.add(word);
    else if (Array.isArray(value)) open.push(...value);
    else if (isRecord(value)) open.push(...Object.values(value), ...Object.keys(value));
  }
  for (const word of words) {
    const [, name] = /^(@[\w.~-]+\/[\w.~-]+|[a-z0-9][\w.~-]*)[/:]/.exec(word) ?? [];
    if (name !== undefined) words.add(name);
  }
  return words;
}

function parentOf(directory: string): string {
  const parent = posix.dirname(directory);
  return parent === '.' ? '' : parent;
}

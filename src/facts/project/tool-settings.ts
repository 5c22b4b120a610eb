import { posix } from 'node:path';
import type { FileFacts, ToolSetting } from '../records.ts';
import type { Resolver } from '../resolve/resolver.ts';
import type { FoundManifest, Manifest } from '../scan/read-manifest.ts';
import { toolOf } from '../scan/tool-configs.ts';
import { placedSettings } from './place-settings.ts';
import { textsIn } from './settings-texts.ts';

/** A setting, and which file says it. */
export interface PlacedSetting extends ToolSetting {
  readonly file: string;
  /** From which its paths count. */
  readonly folder: string;
  /** It may name a package or a command, but no file: a word of a command line. */
  readonly isOfPackage?: boolean;
}

/** By folder of the package whose tools they are. */
export type ToolSettings = ReadonlyMap<string, readonly PlacedSetting[]>;

/** Fields of a manifest that are the settings of a tool. */
const IN_MANIFESTS: Readonly<Record<string, string>> = {
  ...Object.fromEntries(['jest', 'ava', 'mocha', 'c8', 'nyc', 'tsup', 'vitest', 'storybook'].map((one) => [one, one])),
  ...Object.fromEntries(['oclif', 'nx', 'babel', 'stylelint', 'commitlint', 'release'].map((one) => [one, one])),
  nodemonConfig: 'nodemon',
  eslintConfig: 'eslint',
};

/**
 * What the configurations of tools name, from sources, manifests and data.
 * @param data what {@link dataSettings} found
 */
export function settingsOf(
  facts: readonly FileFacts[],
  data: readonly PlacedSetting[],
  manifests: readonly FoundManifest[],
  resolver: Resolver,
): ToolSettings {
  const all = new Map<string, PlacedSetting[]>();
  const add = (directory: string, settings: readonly PlacedSetting[]): void => {
    const known = all.get(directory);
    if (!known) all.set(directory, [...settings]);
    else for (const setting of settings) known.push(setting);
  };
  for (const { path, settings } of facts) {
    const owner = settings && resolver.ownerOf(path);
    if (!owner) continue;
    const folder = path.includes('/') ? posix.dirname(path) : '';
    add(
      owner.directory,
      settings.map((setting) => ({
        ...setting,
        key: `${toolOf(path) ?? ''} ${setting.key}`.trim(),
        file: path,
        folder,
      })),
    );
  }
  for (const setting of data) {
    const owner = resolver.ownerOf(setting.file);
    if (owner) add(owner.directory, [setting]);
  }
  for (const { directory, path, manifest } of manifests) {
    const settings = manifestSettings(manifest);
    if (settings.length > 0) add(directory, placedSettings(settings, path));
  }
  return all;
}

/** The texts of a manifest's settings of tools, each with the keys around it. */
function manifestSettings(manifest: Manifest): ToolSetting[] {
  return Object.entries(IN_MANIFESTS).flatMap(([field, tool]) =>
    manifest[field] === undefined ? [] : textsIn(tool, manifest[field]),
  );
}

/** Keys under which a glob says what is started; under others it says what is watched, checked or left out. */
const STARTING =
  /(?:^|[. ])(?:include|includes|testMatch|stories|entry|entries|entryPoints|input|spec|specs|specPattern|testFiles|setupFiles\w*)$/;
const LEAVING_OUT = /exclude|ignore|external|coverage|alias|optimizeDeps|watch|output|filename|outdir|rootDir/i;
/** Tools that start what such a glob matches; others look at it. */
const STARTERS =
  /^(?:vitest|vite|jest|playwright|cypress|storybook|mocha|ava|tap|karma|wdio|web-test-runner|wtr|tsup|tsdown|rollup|rolldown|webpack|rspack|esbuild|build|unbuild) /;

/** Tools that look at files and start none but those that they are to load. */
const LOOKERS =
  /^(?:eslint|oxlint|prettier|stylelint|commitlint|lintstaged|lint-staged|babel|swc|tsconfig|typedoc|nyc|c8|release|graphql-codegen) /;
const LOADING =
  /(?:^|[. ])(?:extends|plugins?|presets?|parser|require|processor|formatter|customSyntax|rulesdir|transform|entryPoints?|name)$/i;

/** Whether a setting may name files that the tool starts. */
export function couldStart({ key, value, isOfPackage }: ToolSetting & Pick<PlacedSetting, 'isOfPackage'>): boolean {
  if (isOfPackage || LEAVING_OUT.test(key) || value.startsWith('!')) return false;
  // Within `overrides` and the like the same keys stand deeper.
  if (LOOKERS.test(key) && !LOADING.test(key) && !key.endsWith(' ')) return false;
  return !/[*?[\]{}()]/.test(value) || (STARTING.test(key) && STARTERS.test(key));
}

import { posix } from 'node:path';
import { isRecord } from '../../base/is-record.ts';
import type { FileFacts, ToolSetting } from '../records.ts';
import type { Resolver } from '../resolve/resolver.ts';
import type { FoundManifest, Manifest } from '../scan/read-manifest.ts';
import { toolOf } from '../scan/tool-configs.ts';

/** A setting, and which file says it. */
export interface PlacedSetting extends ToolSetting {
  readonly file: string;
  /** From which its paths count. */
  readonly folder: string;
}

/** By folder of the package whose tools they are. */
export type ToolSettings = ReadonlyMap<string, readonly PlacedSetting[]>;

/** Tools that read their settings from a manifest too. */
const IN_MANIFESTS = ['jest', 'ava', 'mocha', 'c8', 'nyc', 'tsup', 'vitest', 'storybook', 'nodemonConfig', 'oclif'];

/** What the configurations of tools name, from sources and manifests. */
export function settingsOf(
  facts: readonly FileFacts[],
  manifests: readonly FoundManifest[],
  resolver: Resolver,
): ToolSettings {
  const all = new Map<string, PlacedSetting[]>();
  const add = (directory: string, settings: readonly PlacedSetting[]): void => {
    all.set(directory, [...(all.get(directory) ?? []), ...settings]);
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
  for (const { directory, path, manifest } of manifests) {
    const settings = manifestSettings(manifest);
    if (settings.length > 0)
      add(
        directory,
        settings.map((setting) => ({ ...setting, file: path, folder: directory })),
      );
  }
  return all;
}

/** The texts of a manifest's settings of tools, each with the keys around it. */
function manifestSettings(manifest: Manifest): ToolSetting[] {
  const found: ToolSetting[] = [];
  const open: { readonly key: string; readonly value: unknown }[] = IN_MANIFESTS.flatMap((name) =>
    manifest[name] === undefined ? [] : [{ key: `${name} `, value: manifest[name] }],
  );
  for (let one = open.pop(); one; one = open.pop()) {
    const { key, value } = one;
    if (typeof value === 'string') found.push({ key, value, line: 0 });
    else if (Array.isArray(value)) open.push(...value.map((item) => ({ key, value: item })));
    else if (isRecord(value)) {
      for (const [name, item] of Object.entries(value)) {
        open.push({ key: key.endsWith(' ') ? key + name : `${key}.${name}`, value: item });
      }
    }
  }
  return found;
}

/** Keys under which a glob says what is started; under others it says what is watched, checked or left out. */
const STARTING =
  /(?:^|[. ])(?:include|includes|testMatch|stories|entry|entries|entryPoints|input|spec|specs|specPattern|testFiles|setupFiles\w*)$/;
const LEAVING_OUT = /exclude|ignore|external|coverage|alias|optimizeDeps|watch|output|filename|outdir|rootDir/i;
/** Tools that start what such a glob matches; others look at it. */
const STARTERS =
  /^(?:vitest|vite|jest|playwright|cypress|storybook|mocha|ava|tap|karma|wdio|web-test-runner|wtr|tsup|tsdown|rollup|rolldown|webpack|rspack|esbuild|build|unbuild) /;

/** Whether a setting may name files that the tool starts. */
export function couldStart({ key, value }: ToolSetting): boolean {
  if (LEAVING_OUT.test(key) || value.startsWith('!')) return false;
  return !/[*?[\]{}()]/.test(value) || (STARTING.test(key) && STARTERS.test(key));
}

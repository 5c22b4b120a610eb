import { join, posix } from 'node:path';
import { isRecord } from '../../base/is-record.ts';
import { compareCodeUnits } from '../../base/text.ts';
import type { Diagnostic, SourceFile } from '../records.ts';
import { BROKEN, type FoundManifest, type Manifest, readManifest, readPnpmWorkspace } from './read-manifest.ts';
import type { ProjectPackage } from './scan-records.ts';
import type { PnpmWorkspace } from './workspace-globs.ts';
import { asksForWorkspaces, localOverrides, workspaceLinking } from './workspace-linking.ts';
import { hoistingFolders, workspaceMembership } from './workspace-membership.ts';

/**
 * Of a package that several of them name, the last one's range counts: what a package promises to its users (`peerDependencies`)
 * says more than what it is developed against, and npm itself lets optional dependencies win over plain ones.
 */
const DEPENDENCY_FIELDS = ['devDependencies', 'peerDependencies', 'dependencies', 'optionalDependencies'];
/** The same in the order in which an installation goes by them: what others shall bring along comes last. */
const INSTALLED_FIELDS = ['peerDependencies', 'devDependencies', 'dependencies', 'optionalDependencies'];

/**
 * Reads every package.json among the configs. One that is broken still makes its folder a package, without a name
 * and without entries, and is reported: its neighbours are not affected.
 * @returns packages and manifests sorted by folder
 */
export function readPackages(
  root: string,
  configs: readonly SourceFile[],
): { packages: ProjectPackage[]; manifests: FoundManifest[]; diagnostics: Diagnostic[] } {
  const diagnostics: Diagnostic[] = [];
  const found: FoundManifest[] = [];
  const pnpm = new Map<string, PnpmWorkspace>();
  const asking = new Set<string>();
  for (const { path } of configs) {
    const name = posix.basename(path);
    const directory = path === name ? '' : posix.dirname(path);
    if (name === 'package.json') found.push({ directory, path, ...readManifest(root, path, diagnostics) });
    else if (name === 'pnpm-workspace.yaml') pnpm.set(directory, readPnpmWorkspace(root, path, diagnostics));
    else if (name === '.yarnrc.yml' && asksForWorkspaces(join(root, path))) asking.add(directory);
  }
  const isMember = workspaceMembership(found, pnpm);
  const hoisting = hoistingFolders(found);
  const linkingAt = workspaceLinking({ pnpm, hoisting, asking, isMember, configs });
  const packages = found.map(({ directory, manifest }) => ({
    ...projectPackage(directory, manifest),
    localOverrides: localOverrides(
      manifest.overrides,
      manifest.resolutions,
      record(manifest.pnpm).overrides,
      pnpm.get(directory)?.overrides,
    ),
    workspaceMember: isMember(directory),
    linking: linkingAt(directory),
  }));
  const byDirectory = (a: Pick<FoundManifest, 'directory'>, b: typeof a) => compareCodeUnits(a.directory, b.directory);
  return { packages: packages.sort(byDirectory), manifests: found.sort(byDirectory), diagnostics };
}

function projectPackage(
  directory: string,
  manifest: Manifest,
): Omit<ProjectPackage, 'workspaceMember' | 'linking' | 'localOverrides'> {
  const declaredName = text(manifest.name);
  return {
    name: declaredName ?? (directory === '' ? '.' : directory),
    directory,
    declaredName,
    version: text(manifest.version),
    broken: manifest === BROKEN,
    exports: manifest.exports,
    imports: manifest.imports,
    isModule: manifest.type === 'module',
    typesVersions: manifest.typesVersions,
    source: text(manifest.source),
    module: text(manifest.module),
    main: text(manifest.main),
    types: text(manifest.types) ?? text(manifest.typings),
    publishDirectory: text(record(manifest.publishConfig).directory),
    dependencies: rangesIn(manifest, DEPENDENCY_FIELDS),
    installed: rangesIn(manifest, INSTALLED_FIELDS),
  };
}

function rangesIn(manifest: Manifest, fields: readonly string[]): Map<string, string> {
  const ranges = new Map<string, string>();
  for (const field of fields) {
    for (const [name, range] of Object.entries(record(manifest[field]))) ranges.set(name, text(range) ?? '');
  }
  return ranges;
}

const record = (value: unknown): Manifest => (isRecord(value) ? value : {});
const text = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);

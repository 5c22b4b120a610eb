import { readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { isRecord } from '../../base/is-record.ts';
import { compareCodeUnits } from '../../base/text.ts';
import type { Diagnostic, SourceFile } from '../records.ts';
import type { ProjectPackage } from './scan-records.ts';
import { manifestWorkspaceGlobs, pnpmWorkspaceGlobs, workspaceMatcher } from './workspace-globs.ts';

type Manifest = Readonly<Record<string, unknown>>;

interface FoundManifest {
  readonly directory: string;
  readonly manifest: Manifest;
}

/** Stands for a manifest that could not be read. */
const BROKEN: Manifest = {};

/**
 * Of a package that several of them name, the last one's range counts: what a package promises to its users (`peerDependencies`)
 * says more than what it is developed against, and npm itself lets optional dependencies win over plain ones.
 */
const DEPENDENCY_FIELDS = ['devDependencies', 'peerDependencies', 'dependencies', 'optionalDependencies'];

/**
 * Reads every package.json among the configs. One that is broken still makes its folder a package, without a name
 * and without entries, and is reported: its neighbours are not affected.
 * @returns packages sorted by folder
 */
export function readPackages(
  root: string,
  configs: readonly SourceFile[],
): { packages: ProjectPackage[]; diagnostics: Diagnostic[] } {
  const diagnostics: Diagnostic[] = [];
  const found: FoundManifest[] = [];
  const pnpmGlobs = new Map<string, string[]>();
  for (const { path } of configs) {
    const name = posix.basename(path);
    const directory = path === name ? '' : posix.dirname(path);
    if (name === 'package.json') found.push({ directory, manifest: readManifest(root, path, diagnostics) });
    else if (name === 'pnpm-workspace.yaml') pnpmGlobs.set(directory, pnpmWorkspaceGlobs(readText(root, path)));
  }
  const isMember = membership(found, pnpmGlobs);
  const packages = found.map(({ directory, manifest }) => projectPackage(directory, manifest, isMember(directory)));
  return { packages: packages.sort((a, b) => compareCodeUnits(a.directory, b.directory)), diagnostics };
}

function projectPackage(directory: string, manifest: Manifest, workspaceMember: boolean): ProjectPackage {
  const declaredName = text(manifest.name);
  return {
    name: declaredName ?? (directory === '' ? '.' : directory),
    directory,
    declaredName,
    broken: manifest === BROKEN,
    workspaceMember,
    exports: manifest.exports,
    imports: manifest.imports,
    source: text(manifest.source),
    module: text(manifest.module),
    main: text(manifest.main),
    types: text(manifest.types) ?? text(manifest.typings),
    publishDirectory: text(record(manifest.publishConfig).directory),
    dependencies: new Map(
      DEPENDENCY_FIELDS.flatMap((field) => Object.entries(record(manifest[field]))).map(([name, range]) => [
        name,
        text(range) ?? '',
      ]),
    ),
  };
}

/** Whether a folder is listed by any workspace of the project. Several workspaces can live side by side in one tree. */
function membership(
  found: readonly FoundManifest[],
  pnpmGlobs: ReadonlyMap<string, readonly string[]>,
): (directory: string) => boolean {
  const workspaces = found.flatMap(({ directory, manifest }) => {
    const globs = [...manifestWorkspaceGlobs(manifest.workspaces), ...(pnpmGlobs.get(directory) ?? [])];
    return globs.length === 0 ? [] : [{ directory, lists: workspaceMatcher(globs) }];
  });
  return (directory) =>
    workspaces.some((workspace) => {
      if (directory === workspace.directory) return true;
      const prefix = workspace.directory === '' ? '' : `${workspace.directory}/`;
      return directory.startsWith(prefix) && workspace.lists(directory.slice(prefix.length));
    });
}

function readManifest(root: string, path: string, diagnostics: Diagnostic[]): Manifest {
  const problem = (message: string): Manifest => {
    diagnostics.push({ path, code: 'broken-package-json', message, line: 0, column: 0 });
    return BROKEN;
  };
  let source: string;
  try {
    source = readFileSync(join(root, path), 'utf8');
  } catch {
    return problem('cannot be read');
  }
  try {
    const data: unknown = JSON.parse(source.replace(/^\uFEFF/, ''));
    return isRecord(data) ? data : problem('is not an object');
  } catch {
    // The engine's own words differ between Node versions and quote the file: not for an image.
    return problem('is not valid JSON');
  }
}

function readText(root: string, path: string): string {
  try {
    return readFileSync(join(root, path), 'utf8');
  } catch {
    return '';
  }
}

const record = (value: unknown): Manifest => (isRecord(value) ? value : {});
const text = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);

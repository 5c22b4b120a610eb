import { posix } from 'node:path';
import type { ProjectPackage } from '../scan/scan-records.ts';
import { rangeExcludes } from './version-ranges.ts';

/** The packages of the project, asked by place and by name. */
export interface ProjectPackages {
  /** The package whose folder is nearest above a file; null outside of every package. */
  ownerOf(path: string): ProjectPackage | null;
  /** The package with exactly that folder. */
  at(directory: string): ProjectPackage | null;
  /** The project's own package that a name means in a package; null when it means a published one, or nothing. */
  named(name: string, importer: ProjectPackage | null): ProjectPackage | null;
  /** True when any manifest declares the name, or the `@types` package for it, as a dependency. */
  isDeclared(name: string): boolean;
}

/** Ranges that name a folder and not a version. */
const LOCAL_FOLDER = /^(?:file|link|portal):(.+)$/;

export function createProjectPackages(packages: readonly ProjectPackage[]): ProjectPackages {
  const byDirectory = new Map(packages.map((own) => [own.directory, own]));
  const byName = new Map<string, ProjectPackage[]>();
  const declared = new Set<string>();
  for (const own of packages) {
    if (own.declaredName) byName.set(own.declaredName, [...(byName.get(own.declaredName) ?? []), own]);
    for (const name of own.dependencies.keys()) declared.add(name).add(typedName(name));
  }
  const fetched = new Set(packages.flatMap(({ installed }) => [...installed].filter(isFetched).map(([name]) => name)));
  const overridden = new Set(packages.flatMap(({ localOverrides }) => localOverrides));
  const owners = new Map<string, ProjectPackage | null>();
  const ownerOfFolder = (folder: string): ProjectPackage | null => {
    const known = owners.get(folder);
    if (known !== undefined) return known;
    let at = folder;
    while (!byDirectory.has(at) && at !== '') at = parentOf(at);
    const owner = byDirectory.get(at) ?? null;
    owners.set(folder, owner);
    return owner;
  };

  /** What the importer, or a package around it, declares for a name. */
  const rangeFor = (name: string, importer: ProjectPackage | null): { range: string; by: ProjectPackage } | null => {
    for (let by = importer; by; by = by.directory === '' ? null : ownerOfFolder(parentOf(by.directory))) {
      const range = by.installed.get(name);
      if (range !== undefined) return { range, by };
    }
    return null;
  };

  const named = (name: string, importer: ProjectPackage | null): ProjectPackage | null => {
    if (importer?.declaredName === name) return importer;
    const declaration = rangeFor(name, importer);
    const folder = declaration && LOCAL_FOLDER.exec(declaration.range)?.[1];
    if (declaration && folder) return byDirectory.get(trimmed(posix.join(declaration.by.directory, folder))) ?? null;
    const candidates = byName.get(name);
    if (!candidates) return null;
    const visible = candidates.filter(
      (candidate) =>
        isVisible(candidate, declaration, importer, fetched) &&
        (overridden.has(name) || !isOtherVersion(candidate, declaration?.range ?? '')),
    );
    return nearest(visible, importer?.directory ?? '');
  };

  return {
    ownerOf: (path) => ownerOfFolder(parentOf(path)),
    at: (directory) => byDirectory.get(directory) ?? null,
    named,
    isDeclared: (name) => declared.has(name),
  };
}

/** Whether an installation would link a package where the importer looks. */
function isVisible(
  { workspaceMember, declaredName }: ProjectPackage,
  declaration: { readonly range: string; readonly by: ProjectPackage } | null,
  importer: ProjectPackage | null,
  fetched: ReadonlySet<string>,
): boolean {
  if (declaration === null) {
    const linking = importer?.linking ?? null;
    // A published package that somebody asks for takes the place of the member in the root's node_modules.
    const isHoisted = linking === 'members' || (linking === 'asked' && !fetched.has(declaredName ?? ''));
    return linking === null || (isHoisted && workspaceMember);
  }
  if (!isFetched(['', declaration.range])) return true;
  if (declaration.by.linking === 'asked') return false;
  // A template or fixture may be called `react`: only a member takes the place of what is published, and not in a package
  // that is no member itself, unless that finds it in the root's node_modules.
  return workspaceMember && (declaration.by.workspaceMember || declaration.by.linking === 'members');
}

/** Whether a declaration asks for a version, which may be a published one. */
function isFetched([, range]: readonly [name: string, range: string]): boolean {
  return !range.startsWith('workspace:');
}

/** Whether a range makes every package manager fetch another version than the one that is in the project. */
function isOtherVersion({ version }: ProjectPackage, range: string): boolean {
  return version !== null && rangeExcludes(range, version);
}

/** Of packages with one name: a workspace member first, then the one that shares the longest path with the importer. */
function nearest(candidates: readonly ProjectPackage[], from: string): ProjectPackage | null {
  const closeness = ({ directory, workspaceMember }: ProjectPackage): number =>
    (workspaceMember ? 1000 : 0) + sharedSegments(directory, from);
  let best: ProjectPackage | null = null;
  for (const candidate of candidates) if (!best || closeness(candidate) > closeness(best)) best = candidate;
  return best;
}

function sharedSegments(a: string, b: string): number {
  const left = a.split('/');
  const right = b.split('/');
  let shared = 0;
  while (shared < left.length && left[shared] === right[shared]) shared++;
  return shared;
}

/** `@types/estree` → `estree`, `@types/babel__core` → `@babel/core`; other names as they are. */
function typedName(name: string): string {
  if (!name.startsWith('@types/')) return name;
  const plain = name.slice('@types/'.length);
  return plain.includes('__') ? `@${plain.replace('__', '/')}` : plain;
}

function parentOf(path: string): string {
  const slash = path.lastIndexOf('/');
  return slash < 0 ? '' : path.slice(0, slash);
}

const trimmed = (path: string): string => (path === '.' ? '' : path.replace(/\/$/, ''));

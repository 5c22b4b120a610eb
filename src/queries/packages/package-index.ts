import type { DependencyRecord, EntryRecord, ImageReader, ProjectPackageRecord } from '../../image/reader.ts';
import { moduleNodes } from '../module-nodes.ts';

export interface NumberedPackage extends ProjectPackageRecord {
  readonly number: number;
}

/** The packages of the project and what they declare, asked by node and by name. */
export interface PackageIndex {
  readonly all: readonly NumberedPackage[];
  /** The package whose folder is nearest around a module; null outside of every package. */
  of(node: number): NumberedPackage | null;
  /** Whether its sources are here: there are modules in its folder, and its entries lead to some if it has any. */
  hasSources(number: number): boolean;
  /** The packages around one, the nearest first, itself excluded. */
  around(number: number): readonly NumberedPackage[];
  /** The packages in the folder of one, near and far, itself excluded. */
  within(number: number): readonly NumberedPackage[];
  /** What a package declares, as its manifest's records stand. */
  dependenciesOf(number: number): readonly DependencyRecord[];
  /** What a package declares of that name. */
  declarationsOf(number: number, name: string): readonly DependencyRecord[];
  /** Whether a package (or one around it) declares a dependency of that name. */
  declares(number: number, name: string, around: boolean): boolean;
  /** The package of the project with that name; null when there is none, or several. */
  named(name: string): NumberedPackage | null;
}

export function packageIndex({ graph, project }: ImageReader): PackageIndex {
  const all = project.packages.map((record, number) => ({ ...record, number }));
  const byDirectory = new Map(all.map((one) => [one.directory, one]));
  const byName = new Map<string, NumberedPackage | null>();
  for (const one of all) if (one.isNamed) byName.set(one.name, byName.has(one.name) ? null : one);
  const declared = all.map(() => new Map<string, DependencyRecord[]>());
  const dependencies = all.map((): DependencyRecord[] => []);
  for (const one of project.dependencies) {
    const own = declared[one.package];
    own?.set(one.name, [...(own.get(one.name) ?? []), one]);
    dependencies[one.package]?.push(one);
  }
  // A package of the graph is one of the project if they have one folder.
  const ofGraph = Array.from({ length: graph.packageCount }, (_, number) => {
    const directory = graph.packageDirectory(number);
    return directory === null ? null : (byDirectory.get(directory) ?? null);
  });
  const chains = all.map(({ directory }) => foldersAround(directory).flatMap((outer) => byDirectory.get(outer) ?? []));
  const inner = all.map((): NumberedPackage[] => []);
  for (const one of all) for (const outer of chains[one.number] ?? []) inner[outer.number]?.push(one);
  let known: Set<number> | undefined;
  const inhabited = (): Set<number> => {
    known ??= new Set(
      Array.from(moduleNodes(graph), (node) => ofGraph[graph.packageNumberOf(node) ?? -1]?.number ?? -1),
    );
    // What is in a package is in those around it.
    for (const number of known) for (const outer of chains[number] ?? []) known.add(outer.number);
    return known;
  };
  const hollow = hollowPackages(project.entries);
  const declarationsOf = (number: number, name: string) => declared[number]?.get(name) ?? [];
  return {
    all,
    of: (node) => ofGraph[graph.packageNumberOf(node) ?? -1] ?? null,
    hasSources: (number) => !hollow.has(number) && inhabited().has(number),
    around: (number) => chains[number] ?? [],
    within: (number) => inner[number] ?? [],
    dependenciesOf: (number) => dependencies[number] ?? [],
    declarationsOf,
    declares: (number, name, around) =>
      declarationsOf(number, name).length > 0 ||
      (around && (chains[number] ?? []).some((outer) => declarationsOf(outer.number, name).length > 0)),
    named: (name) => byName.get(name) ?? null,
  };
}

/** Packages whose own entries lead nowhere, all of them: their sources lie elsewhere. */
function hollowPackages(entries: readonly EntryRecord[]): Set<number> {
  const own = entries.filter(({ kind }) => kind === 'main' || kind === 'module' || kind === 'exports');
  const led = new Set(own.flatMap((entry) => (entry.node === null ? [] : [entry.package])));
  return new Set(own.map((entry) => entry.package).filter((number) => !led.has(number)));
}

/** The folders around one, the nearest first, the root last. */
function foldersAround(directory: string): string[] {
  const folders: string[] = [];
  for (let rest = directory; rest !== ''; ) {
    rest = rest.slice(0, Math.max(0, rest.lastIndexOf('/')));
    folders.push(rest);
  }
  return folders;
}

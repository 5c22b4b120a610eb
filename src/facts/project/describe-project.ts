import type { ProjectPackageRecord, ProjectRecords } from '../project-records.ts';
import type { FileFacts, SourceFile } from '../records.ts';
import type { Resolver } from '../resolve/resolver.ts';
import type { FoundManifest } from '../scan/read-manifest.ts';
import type { ProjectPackage, Scan } from '../scan/scan-records.ts';
import { hoistingFolders } from '../scan/workspace-membership.ts';
import { readCodeOwners } from './code-owners.ts';
import { dataSettings } from './data-settings.ts';
import { declaredDependencies } from './declared-dependencies.ts';
import { createEntryFinder } from './entry-points.ts';
import { manifestLines } from './manifest-lines.ts';
import { namedPackages } from './named-packages.ts';
import { settingsOf } from './tool-settings.ts';

/**
 * What the project says of itself outside of its sources, as records for the image. The manifests were read by the scan already; each line and each entry
 * is found once more in their text, so that an answer can point at it.
 * @param nodeIds ids of the graph's nodes
 * @param given facts of the sources, among them those of the configurations of tools; and the rules of our own configuration, as text
 */
export function describeProject(
  root: string,
  scan: Scan,
  resolver: Resolver,
  nodeIds: readonly string[],
  { facts, check }: { readonly facts: readonly FileFacts[]; readonly check: string },
): ProjectRecords {
  const hoisting = hoistingFolders(scan.manifests);
  const settings = settingsOf(facts, dataSettings(root, paths(scan.configs)), scan.manifests, resolver);
  const isNamed = namedPackages(scan.manifests, settings);
  const entriesOf = createEntryFinder(resolver, nodeIds, paths(scan.files));
  const described = scan.manifests.map((found, number) => {
    const lineOf = manifestLines(found.text);
    return {
      entries: entriesOf(number, found, settings.get(found.directory) ?? [], lineOf),
      dependencies: declaredDependencies(number, found.manifest, lineOf, (name) => isNamed(found.directory, name)),
    };
  });
  return {
    packages: scan.packages.map((own, at) => packageRecord(own, scan.manifests[at], hoisting.has(own.directory))),
    entries: described.flatMap(({ entries }) => entries),
    dependencies: described.flatMap(({ dependencies }) => dependencies),
    owners: readCodeOwners(root),
    check,
  };
}

const paths = (files: readonly SourceFile[]): string[] => files.map(({ path }) => path);

function packageRecord(
  { name, directory, declaredName, broken, workspaceMember }: ProjectPackage,
  found: FoundManifest | undefined,
  isHoisting: boolean,
): ProjectPackageRecord {
  return {
    name,
    directory,
    manifest: found?.path ?? '',
    isPrivate: found?.manifest.private === true,
    isNamed: declaredName !== null,
    isBroken: broken,
    isMember: workspaceMember,
    isHoisting,
  };
}

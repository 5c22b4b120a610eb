import type { PipelineOutcome } from '../../../facts/pipeline.ts';
import type { Resolution } from '../../../facts/records.ts';
import { parsePackageSpecifier } from '../../../facts/resolve/specifier.ts';
import type { ProjectPackage } from '../../../facts/scan/scan-records.ts';
import { sourceExtension } from '../../../facts/scan/source-paths.ts';

/** Ranges that mean a package of the project, or a folder. */
const LOCAL = /^(?:workspace|file|link|portal):/;

/** Tells of a target whether a package that appears anywhere in the project may take its place. */
export function packageSeeker({ scan }: PipelineOutcome): (target: Resolution) => boolean {
  const published = new Set<string>();
  for (const { dependencies } of scan.packages) {
    for (const [name, range] of dependencies) if (!LOCAL.test(range)) published.add(name);
  }
  return (target) => {
    if (target.kind === 'external') return !published.has(target.package ?? '');
    if (target.kind !== 'unresolved') return false;
    return parsePackageSpecifier(target.id.slice('?:'.length)) !== null;
  };
}

/** See `StateHeader.fileLikePackages`. */
export function fileLikePackages(packages: readonly ProjectPackage[]): string[] {
  const names = packages.flatMap(({ dependencies }) => [...dependencies.keys()]);
  return [...new Set(names.filter((name) => sourceExtension(name) !== null))];
}

import type { ProjectRecords } from '../facts/project-records.ts';
import { ProjectSection } from './generated/project-section.ts';
import { packTexts } from './packed-texts.ts';
import { DEPENDENCY_FLAGS, PACKAGE_FLAGS, packFlags } from './project-rows.ts';
import { alignedVector, finishSection, sectionBuilder } from './section-builder.ts';
import { textTable } from './text-table.ts';
import { NONE } from './vectors.ts';

/** The section `project`. Its texts are its own: manifests and owners are asked for by few questions. */
export function encodeProject({ packages, entries, dependencies, owners, check }: ProjectRecords): Uint8Array {
  // Texts as they are, numbers as they are: which is which, src/image/project-rows.ts says.
  const lists = {
    packages: packages.map((one) => [one.name, one.directory, one.manifest, packFlags(PACKAGE_FLAGS, one)]),
    entries: entries.map((one) => [
      one.package,
      one.kind,
      one.key,
      one.condition,
      one.target,
      one.missing,
      one.node ?? NONE,
      one.line,
    ]),
    dependencies: dependencies.map((one) => [
      one.package,
      one.name,
      one.range,
      one.kind,
      one.line,
      packFlags(DEPENDENCY_FLAGS, one),
    ]),
    owners: owners.rules.map((rule) => [rule.pattern, rule.owners.join(' '), rule.line]),
    settings: [[owners.path, check]],
  };
  const words = Object.values(lists).flat(2);
  const texts = textTable(words.filter((word) => typeof word === 'string'));
  const packed = packTexts(texts.texts);
  const vectorOf = (rows: readonly (readonly (string | number)[])[]): Uint32Array =>
    Uint32Array.from(rows.flat(), (word) => (typeof word === 'string' ? texts.numberOf(word) : word));

  const columns = [
    [ProjectSection.addTextOffsets, packed.offsets],
    [ProjectSection.addTextBytes, packed.bytes],
    [ProjectSection.addPackages, vectorOf(lists.packages)],
    [ProjectSection.addEntries, vectorOf(lists.entries)],
    [ProjectSection.addDependencies, vectorOf(lists.dependencies)],
    [ProjectSection.addOwners, vectorOf(lists.owners)],
    [ProjectSection.addSettings, vectorOf(lists.settings)],
  ] as const;
  const builder = sectionBuilder(columns.reduce((total, [, values]) => total + values.byteLength, 0));
  const vectors = columns.map(([add, values]) => [add, alignedVector(builder, values)] as const);
  ProjectSection.startProjectSection(builder);
  for (const [add, vector] of vectors) add(builder, vector);
  return finishSection(builder, ProjectSection.endProjectSection(builder));
}

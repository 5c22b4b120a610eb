import { ByteBuffer } from 'flatbuffers';
import type { VectorChecks } from '../base/vector-checks.ts';
import type { DependencyKind, EntryKind, EntryMissing, ProjectRecords } from '../facts/project-records.ts';
import { checkSection } from './check-section.ts';
import { damaged } from './container.ts';
import { ProjectSection } from './generated/project-section.ts';
import { DEPENDENCY_FLAGS, PACKAGE_FLAGS, PROJECT_ROWS, unpackFlags } from './project-rows.ts';
import { readTexts } from './read-strings.ts';
import { NONE, wordsOf } from './vectors.ts';

/**
 * Opens the section `project`. Its lists become objects when they are first asked for.
 * @param nodeCount nodes of the graph
 * @throws ConduitError CONDUIT_IMAGE_DAMAGED
 */
export function readProject(section: Uint8Array, nodeCount: number, checks: VectorChecks | null): ProjectRecords {
  checkSection('project', section, new Array(7).fill('vector'));
  const root = ProjectSection.getRootAsProjectSection(new ByteBuffer(section));
  const texts = readTexts(root.textOffsetsArray(), root.textBytesArray(), checks);
  const rows = {
    packages: rowsOf('packages', root.packagesArray(), texts.count),
    entries: rowsOf('entries', root.entriesArray(), texts.count),
    dependencies: rowsOf('dependencies', root.dependenciesArray(), texts.count),
    owners: rowsOf('owners', root.ownersArray(), texts.count),
    settings: rowsOf('settings', root.settingsArray(), texts.count),
  };
  const packageCount = rows.packages.length;
  for (const [own = packageCount] of [...rows.entries, ...rows.dependencies]) {
    if (own >= packageCount) throw damaged('an entry or dependency belongs to no package');
  }
  for (const [, , , , , , node = 0] of rows.entries) {
    if (node !== NONE && node >= nodeCount) throw damaged('an entry leads to no node');
  }
  const [settings] = rows.settings;
  if (settings === undefined || rows.settings.length > 1) throw damaged('there are no settings of the project');

  const text = (number = 0): string => texts.get(number);
  // Kinds and reasons are texts, so a later version may add to them: the casts promise no more than that.
  const packages = once(() =>
    rows.packages.map(([name, directory, manifest, flags = 0]) => ({
      name: text(name),
      directory: text(directory),
      manifest: text(manifest),
      ...unpackFlags(PACKAGE_FLAGS, flags),
    })),
  );
  const entries = once(() =>
    rows.entries.map(([own = 0, kind, key, condition, target, missing, node = NONE, line = 0]) => ({
      package: own,
      kind: text(kind) as EntryKind,
      key: text(key),
      condition: text(condition),
      target: text(target),
      node: node === NONE ? null : node,
      missing: text(missing) as EntryMissing | '',
      line,
    })),
  );
  const dependencies = once(() =>
    rows.dependencies.map(([own = 0, name, range, kind, line = 0, flags = 0]) => ({
      package: own,
      name: text(name),
      range: text(range),
      kind: text(kind) as DependencyKind,
      line,
      ...unpackFlags(DEPENDENCY_FLAGS, flags),
    })),
  );
  const rules = once(() =>
    rows.owners.map(([pattern, owners, line = 0]) => ({
      pattern: text(pattern),
      owners: text(owners)
        .split(' ')
        .filter((owner) => owner !== ''),
      line,
    })),
  );
  return {
    get packages() {
      return packages();
    },
    get entries() {
      return entries();
    },
    get dependencies() {
      return dependencies();
    },
    get owners() {
      return { path: text(settings[0]), rules: rules() };
    },
    get check() {
      return text(settings[1]);
    },
  };
}

/** Makes a value when it is first asked for, and keeps it. */
function once<Value>(make: () => Value): () => Value {
  let known: { readonly value: Value } | undefined;
  return () => {
    known ??= { value: make() };
    return known.value;
  };
}

/** The rows of a list, as views. */
function rowsOf(name: keyof typeof PROJECT_ROWS, bytes: Uint8Array | null, textCount: number): Uint32Array[] {
  const { words: length, texts } = PROJECT_ROWS[name];
  const words = wordsOf(bytes, name);
  if (words.length % length !== 0) throw damaged(`one of the ${name} is cut short`);
  const rows = Array.from({ length: words.length / length }, (_, row) =>
    words.subarray(row * length, (row + 1) * length),
  );
  for (const row of rows) {
    if (texts.some((word) => (row[word] ?? textCount) >= textCount)) throw damaged(`a word of the ${name} is no text`);
  }
  return rows;
}

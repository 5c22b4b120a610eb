import { ByteBuffer } from 'flatbuffers';
import { describe, expect, it } from 'vitest';
import { encodeImage } from '../../src/image/encode.ts';
import { encodeProject } from '../../src/image/encode-project.ts';
import { ProjectSection } from '../../src/image/generated/project-section.ts';
import { readProject } from '../../src/image/read-project.ts';
import { shop } from '../builders/image-records.ts';
import { openBytes } from '../builders/open-bytes.ts';
import { shopProject } from '../builders/shop-project.ts';
import { vectorChecks } from '../oracles/vector-checks.ts';

const NODES = shop.graph.ids.length;
const damaged = (message: RegExp) =>
  expect.objectContaining({ code: 'CONDUIT_IMAGE_DAMAGED', message: expect.stringMatching(message) });

type List = 'packages' | 'entries' | 'dependencies' | 'owners' | 'settings';

/** The section with one word of a list changed, as somebody would who crafts an image. */
function withWord(list: List, word: number, value: number): Uint8Array {
  const section = encodeProject(shopProject).slice();
  const root = ProjectSection.getRootAsProjectSection(new ByteBuffer(section));
  const bytes = {
    packages: root.packagesArray(),
    entries: root.entriesArray(),
    dependencies: root.dependenciesArray(),
    owners: root.ownersArray(),
    settings: root.settingsArray(),
  }[list];
  if (!bytes) throw new Error(`no ${list}`);
  new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).setUint32(word * 4, value, true);
  return section;
}

describe('the section of the project', () => {
  it('says what was written', () => {
    const { packages, entries, dependencies, owners, check } = readProject(
      encodeProject(shopProject).slice(),
      NODES,
      vectorChecks,
    );
    expect({ packages, entries, dependencies, owners, check }).toEqual(shopProject);
  });

  it('may be missing, and says so when it is asked for', () => {
    const image = openBytes(encodeImage(shop, vectorChecks).bytes);
    expect(() => image.project).toThrow(expect.objectContaining({ code: 'CONDUIT_IMAGE_MISSING' }));
  });

  it.each<[RegExp, List, number, number]>([
    [/a word of the packages is no text/, 'packages', 4, 0xfffffff],
    [/a word of the entries is no text/, 'entries', 5, 0xffffffff],
    [/a word of the dependencies is no text/, 'dependencies', 3, 999],
    [/a word of the owners is no text/, 'owners', 1, 999],
    [/a word of the settings is no text/, 'settings', 1, 999],
    [/belongs to no package/, 'entries', 8, 3],
    [/belongs to no package/, 'dependencies', 0, 3],
    [/leads to no node/, 'entries', 6, NODES],
  ])('is refused: %s', (message, list, word, value) => {
    expect(() => readProject(withWord(list, word, value), NODES, vectorChecks)).toThrow(damaged(message));
  });
});

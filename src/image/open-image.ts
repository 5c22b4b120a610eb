import { ConduitError } from '../base/errors.ts';
import type { VectorChecks } from '../base/vector-checks.ts';
import { checkGraph, checkLengths } from './check-graph.ts';
import { checkSymbolLengths, checkSymbols } from './check-symbols.ts';
import { damaged, type ImageHeader } from './container.ts';
import { graphVectors } from './graph-vectors.ts';
import { readDiagnostics } from './read-diagnostics.ts';
import { readExcerpts } from './read-excerpts.ts';
import { readGraph } from './read-graph.ts';
import { readProject } from './read-project.ts';
import { readStrings, readTexts } from './read-strings.ts';
import { readSymbolTexts } from './read-symbol-texts.ts';
import { readSymbols } from './read-symbols.ts';
import type { ImageReader } from './reader.ts';
import { LATE_SECTIONS, type SectionName } from './sections.ts';
import { PLACE_WORDS, symbolVectors } from './symbol-vectors.ts';

/**
 * Opens an image whose sections lie in memory, and reads them in place from then on.
 *
 * A damaged or crafted image is refused here, so that no reader method and no kernel needs to look again: checksums find damage,
 * and because whoever crafts an image can compute them too, every offset and every number used as an index is checked as well.
 *
 * @param sections those that were loaded, each at a multiple of 16. Asking the reader for another one throws
 *   CONDUIT_QUERY_FAILED, which a query prevents by declaring what it reads.
 * @param checks null only for memory in which the same bytes were opened with checks before: readers of an image that a
 *   publisher has opened need not repeat what takes time in proportion to its size.
 * @throws ConduitError CONDUIT_IMAGE_DAMAGED.
 */
export function openImage(
  header: ImageHeader,
  sections: ReadonlyMap<SectionName, Uint8Array>,
  checks: VectorChecks | null,
): ImageReader {
  for (const [name, bytes] of sections) checkBytes(header, name, bytes, checks);
  const loaded = <Value>(name: SectionName, open: (bytes: Uint8Array) => Value): (() => Value) => {
    const bytes = sections.get(name);
    if (bytes === undefined) return () => refuse(name, header);
    const value = open(bytes);
    return () => value;
  };

  const strings = loaded('strings', (bytes) => readStrings(bytes, checks));
  const textCount = sections.has('strings') ? strings().count : null;
  const graph = loaded('graph', (bytes) => {
    const vectors = graphVectors(bytes);
    checkLengths(vectors);
    if (vectors.ids.length !== header.nodeCount || vectors.forward.targets.length !== header.edgeCount) {
      throw damaged('the header gives another number of nodes or edges than the graph has');
    }
    if (checks) checkGraph(vectors, textCount, checks);
    return readGraph(vectors, strings);
  });
  const diagnostics = loaded('diagnostics', (bytes) => readDiagnostics(bytes, textCount, strings));

  let declarationCount: number | null = null;
  const symbols = loaded('symbols', (bytes) => {
    const vectors = symbolVectors(bytes);
    checkSymbolLengths(vectors);
    const texts = readTexts(vectors.texts.offsets, vectors.texts.bytes, checks);
    if (checks) checkSymbols(vectors, texts.count, header.nodeCount, checks);
    declarationCount = vectors.declarations.length / PLACE_WORDS;
    return readSymbols(vectors, texts, graph);
  });
  const symbolTexts = loaded('symbol-texts', (bytes) => readSymbolTexts(bytes, declarationCount, checks));
  const excerpts = loaded('excerpts', (bytes) => readExcerpts(bytes, header.nodeCount, symbols, checks));
  const project = loaded('project', (bytes) => readProject(bytes, header.nodeCount, checks));

  return {
    fingerprint: header.fingerprint,
    get strings() {
      return strings();
    },
    get graph() {
      return graph();
    },
    get diagnostics() {
      return diagnostics();
    },
    get symbols() {
      return symbols();
    },
    get symbolTexts() {
      return symbolTexts();
    },
    get excerpts() {
      return excerpts();
    },
    get project() {
      return project();
    },
  };
}

function checkBytes(header: ImageHeader, name: SectionName, bytes: Uint8Array, checks: VectorChecks | null): void {
  const place = header.sections.get(name);
  if (place === undefined) throw damaged(`it has no section \`${name}\``);
  if (bytes.length !== place.length) {
    throw damaged(`section \`${name}\` has ${bytes.length} bytes where the header says ${place.length}`);
  }
  if (checks && checks.checksum(bytes) !== place.checksum) {
    throw damaged(`the checksum of section \`${name}\` does not match`);
  }
}

function refuse(name: SectionName, { sections }: ImageHeader): never {
  if (LATE_SECTIONS.has(name) && !sections.has(name)) {
    throw new ConduitError('CONDUIT_IMAGE_MISSING', `the image has no \`${name}\`: it was written without them`);
  }
  throw new ConduitError('CONDUIT_QUERY_FAILED', `section \`${name}\` is not loaded: the query does not declare it`);
}

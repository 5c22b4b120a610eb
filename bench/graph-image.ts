import type { CsrVectors } from '../src/base/csr.ts';
import { NODE_KINDS } from '../src/base/node-kinds.ts';
import {
  type DependencyRecord,
  type EntryRecord,
  NO_PROJECT,
  type ProjectPackageRecord,
} from '../src/facts/project-records.ts';
import { SITE } from '../src/facts/records.ts';
import { encodeImage } from '../src/image/encode.ts';
import { readHeader } from '../src/image/read-header.ts';
import { SECTIONS } from '../src/image/sections.ts';
import type { QueryContext } from '../src/queries/define.ts';
import { loadEngine } from '../src/session/core/in-process-engine.ts';
import { kernelModule } from '../src/session/node/kernels.ts';
import { createCopyingChecks } from '../src/wasm/vector-checks.ts';
import { PACKAGE_MODULES } from './symbols/declare-symbols.ts';
import { generateSymbols } from './symbols/generate-symbols.ts';

/**
 * An image of a generated graph, loaded, for queries that are measured in process: modules in packages of a hundred, one site an edge; parallel edges are
 * one, as in every image.
 * @param check rules, as the part `check` of a configuration
 * @param symbolSeed the modules declare and use symbols, and the first of each package is its entry; null for a graph alone
 */
export function graphImage(vectors: CsrVectors, check = '', symbolSeed: number | null = null): QueryContext {
  const nodeCount = vectors.offsets.length - 1;
  const { offsets, targets, masks } = withoutParallels(vectors);
  const sites = new Uint32Array(targets.length * SITE.WORDS);
  for (let edge = 0; edge < targets.length; edge++) {
    const site = edge * SITE.WORDS;
    sites[site + SITE.KIND] = 31 - Math.clz32(masks[edge] ?? 1);
    sites[site + SITE.LINE] = 1 + (edge % 40);
    sites[site + SITE.COLUMN] = 1;
    sites[site + SITE.END_LINE] = 1 + (edge % 40);
    sites[site + SITE.END_COLUMN] = 9;
    masks[edge] = 1 << (sites[site + SITE.KIND] ?? 0);
  }
  const packageCount = Math.ceil(nodeCount / PACKAGE_MODULES);
  const ids = Array.from(
    { length: nodeCount },
    (_, node) => `packages/p${padded(Math.floor(node / PACKAGE_MODULES))}/m${padded(node)}.ts`,
  );
  const { bytes } = encodeImage(
    {
      ...(symbolSeed !== null && { symbols: generateSymbols(ids, { offsets, targets, masks }, symbolSeed) }),
      graph: {
        ids,
        kinds: new Uint8Array(nodeCount).fill(NODE_KINDS.indexOf('module')),
        nodePackages: Uint32Array.from({ length: nodeCount }, (_, node) => Math.floor(node / PACKAGE_MODULES)),
        lines: new Uint32Array(nodeCount).fill(40),
        packages: Array.from({ length: packageCount }, (_, number) => `p${padded(number)}`),
        packageDirectories: Array.from({ length: packageCount }, (_, number) => `packages/p${padded(number)}`),
        offsets,
        targets,
        masks,
        siteOffsets: Uint32Array.from({ length: targets.length + 1 }, (_, edge) => edge),
        sites,
        specifiers: ['./there'],
        rangeEdges: new Uint32Array(),
        rangeNumbers: new Uint32Array(),
        ranges: [],
      },
      diagnostics: {
        files: nodeCount,
        parsed: nodeCount,
        failed: 0,
        lines: nodeCount * 40,
        unresolved: {},
        entries: [],
        unresolvedSites: [],
      },
      project: {
        ...NO_PROJECT,
        check,
        packages: Array.from({ length: packageCount }, (_, number) => packageRecord(number)),
        dependencies:
          symbolSeed === null ? [] : Array.from({ length: packageCount }, (_, number) => declaredBy(number)).flat(),
        entries: symbolSeed === null ? [] : Array.from({ length: packageCount }, (_, number) => entryOf(number)),
      },
    },
    createCopyingChecks(kernelModule('plain')),
  );
  const header = readHeader(bytes);
  const readSection = (name: (typeof SECTIONS)[number], into: Uint8Array): void => {
    const place = header.sections.get(name);
    if (place) into.set(bytes.subarray(place.offset, place.offset + place.length));
  };
  const headerBytes = bytes.subarray(0, header.headerLength);
  return loadEngine(kernelModule('plain'), { header, headerBytes, readSection, close: () => {} }, SECTIONS);
}

const padded = (number: number): string => String(number).padStart(6, '0');

const packageRecord = (number: number): ProjectPackageRecord => ({
  name: `p${padded(number)}`,
  directory: `packages/p${padded(number)}`,
  manifest: `packages/p${padded(number)}/package.json`,
  isPrivate: false,
  isNamed: true,
  isBroken: false,
  isMember: true,
  isHoisting: false,
});

const entryOf = (number: number): EntryRecord => ({
  package: number,
  kind: 'exports',
  key: '.',
  condition: '',
  target: './index.js',
  node: number * PACKAGE_MODULES,
  missing: '',
  line: 3,
});

/** Twenty that nothing imports, half of them for development. */
const declaredBy = (number: number): DependencyRecord[] =>
  Array.from({ length: 20 }, (_, at) => ({
    package: number,
    name: `external${padded((number * 7 + at) % 2000)}`,
    range: '^1.0.0',
    kind: at % 2 === 0 ? 'dev' : 'prod',
    line: 5 + at,
    isNamed: at % 4 === 0,
    isOptionalPeer: false,
  }));

/** Rows of distinct, ascending targets; of parallel edges the first counts. */
function withoutParallels({ offsets, targets, masks }: CsrVectors): CsrVectors {
  const rows = new Uint32Array(offsets.length);
  const kept: number[] = [];
  const keptMasks: number[] = [];
  for (let node = 0; node + 1 < offsets.length; node++) {
    const row = new Map<number, number>();
    for (let edge = offsets[node] ?? 0; edge < (offsets[node + 1] ?? 0); edge++) {
      const target = targets[edge] ?? 0;
      if (!row.has(target)) row.set(target, masks[edge] ?? 0);
    }
    for (const [target, mask] of [...row].sort(([a], [b]) => a - b)) {
      kept.push(target);
      keptMasks.push(mask);
    }
    rows[node + 1] = kept.length;
  }
  return { offsets: rows, targets: Uint32Array.from(kept), masks: Uint32Array.from(keptMasks) };
}

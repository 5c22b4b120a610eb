import { ByteBuffer } from 'flatbuffers';
import type { CsrVectors } from '../base/csr.ts';
import { checkSection, type FieldType } from './check-section.ts';
import { GraphSection } from './generated/graph-section.ts';
import { wordsOf } from './vectors.ts';

/** The vectors of the section `graph`, in place; schema/image.fbs says what each holds. */
export interface GraphVectors {
  readonly ids: Uint32Array;
  readonly kinds: Uint8Array;
  readonly nodePackages: Uint32Array;
  readonly lines: Uint32Array;
  readonly packages: Uint32Array;
  /** Empty in an image that was written before there were any, as the two vectors of ranges are. */
  readonly packageDirectories: Uint32Array;
  readonly forward: CsrVectors;
  readonly reverse: CsrVectors;
  readonly reverseEdges: Uint32Array;
  readonly siteOffsets: Uint32Array;
  readonly sites: {
    readonly kinds: Uint8Array;
    readonly flags: Uint8Array;
    readonly specifiers: Uint32Array;
    readonly lines: Uint32Array;
    readonly columns: Uint32Array;
    readonly endLines: Uint32Array;
    readonly endColumns: Uint32Array;
  };
  readonly ranges: { readonly edges: Uint32Array; readonly texts: Uint32Array };
}

/** The first fields are as old as the format; the rest were appended. */
const FIELDS: readonly FieldType[] = [...new Array(20).fill('vector'), ...new Array(3).fill('late vector')];
const NOTHING = new Uint8Array();

/** Finds the vectors. They lie inside the section; what is in them is not looked at here. */
export function graphVectors(section: Uint8Array): GraphVectors {
  checkSection('graph', section, FIELDS);
  const root = GraphSection.getRootAsGraphSection(new ByteBuffer(section));
  return {
    ids: wordsOf(root.nodeIdsArray(), 'ids of nodes'),
    kinds: root.nodeKindsArray() ?? NOTHING,
    nodePackages: wordsOf(root.nodePackagesArray(), 'packages of nodes'),
    lines: wordsOf(root.nodeLinesArray(), 'lines of nodes'),
    packages: wordsOf(root.packagesArray(), 'packages'),
    forward: {
      offsets: wordsOf(root.offsetsArray(), 'offsets of edges'),
      targets: wordsOf(root.targetsArray(), 'targets'),
      masks: wordsOf(root.masksArray(), 'masks'),
    },
    reverse: {
      offsets: wordsOf(root.reverseOffsetsArray(), 'reverse offsets'),
      targets: wordsOf(root.reverseTargetsArray(), 'reverse targets'),
      masks: wordsOf(root.reverseMasksArray(), 'reverse masks'),
    },
    reverseEdges: wordsOf(root.reverseEdgesArray(), 'reverse edges'),
    siteOffsets: wordsOf(root.siteOffsetsArray(), 'offsets of sites'),
    sites: {
      kinds: root.siteKindsArray() ?? NOTHING,
      flags: root.siteFlagsArray() ?? NOTHING,
      specifiers: wordsOf(root.siteSpecifiersArray(), 'specifiers of sites'),
      lines: wordsOf(root.siteLinesArray(), 'lines of sites'),
      columns: wordsOf(root.siteColumnsArray(), 'columns of sites'),
      endLines: wordsOf(root.siteEndLinesArray(), 'end lines of sites'),
      endColumns: wordsOf(root.siteEndColumnsArray(), 'end columns of sites'),
    },
    packageDirectories: wordsOf(root.packageDirectoriesArray() ?? NOTHING, 'folders of packages'),
    ranges: {
      edges: wordsOf(root.rangeEdgesArray() ?? NOTHING, 'edges of ranges'),
      texts: wordsOf(root.rangeTextsArray() ?? NOTHING, 'ranges'),
    },
  };
}

import { ByteBuffer } from 'flatbuffers';
import type { CsrVectors } from '../base/csr.ts';
import { checkSection, type FieldType } from './check-section.ts';
import { SymbolsSection } from './generated/symbols-section.ts';
import { halvesOf, wordsOf } from './vectors.ts';

/** The vectors of the section `symbols`, in place; schema/image.fbs says what each holds. */
export interface SymbolVectors {
  /** The two of the section's texts, to be opened with them. */
  readonly texts: { readonly offsets: Uint8Array | null; readonly bytes: Uint8Array | null };
  readonly names: Uint32Array;
  readonly ids: Uint32Array;
  readonly kinds: Uint8Array;
  readonly nodes: Uint32Array;
  readonly parents: Uint32Array;
  readonly flags: Uint32Array;
  readonly declarationOffsets: Uint32Array;
  readonly declarations: Uint32Array;
  readonly exported: { readonly modules: Uint32Array; readonly names: Uint32Array; readonly symbols: Uint32Array };
  readonly forward: CsrVectors;
  readonly reverse: CsrVectors;
  readonly reverseEdges: Uint32Array;
  readonly siteOffsets: Uint32Array;
  readonly sites: {
    readonly kinds: Uint8Array;
    readonly lines: Uint32Array;
    readonly columns: Uint32Array;
    readonly lengths: Uint16Array;
  };
  readonly unknown: { readonly names: Uint32Array; readonly counts: Uint32Array };
}

/** Words of one declaration: those of SYMBOL_PLACE before its texts, which lie in a section of their own. */
export const PLACE_WORDS = 7;

const FIELDS: readonly FieldType[] = new Array(27).fill('vector');
const NOTHING = new Uint8Array();

/** Finds the vectors. They lie inside the section; what is in them is not looked at here. */
export function symbolVectors(section: Uint8Array): SymbolVectors {
  checkSection('symbols', section, FIELDS);
  const root = SymbolsSection.getRootAsSymbolsSection(new ByteBuffer(section));
  return {
    texts: { offsets: root.textOffsetsArray(), bytes: root.textBytesArray() },
    names: wordsOf(root.namesArray(), 'names of symbols'),
    ids: wordsOf(root.idsArray(), 'ids of symbols'),
    kinds: root.kindsArray() ?? NOTHING,
    nodes: wordsOf(root.nodesArray(), 'nodes of symbols'),
    parents: wordsOf(root.parentsArray(), 'parents of symbols'),
    flags: wordsOf(root.flagsArray(), 'flags of symbols'),
    declarationOffsets: wordsOf(root.declarationOffsetsArray(), 'offsets of declarations'),
    declarations: wordsOf(root.declarationsArray(), 'declarations'),
    exported: {
      modules: wordsOf(root.exportedModulesArray(), 'modules of exports'),
      names: wordsOf(root.exportedNamesArray(), 'names of exports'),
      symbols: wordsOf(root.exportedSymbolsArray(), 'symbols of exports'),
    },
    forward: {
      offsets: wordsOf(root.offsetsArray(), 'offsets of uses'),
      targets: wordsOf(root.targetsArray(), 'used symbols'),
      masks: wordsOf(root.masksArray(), 'masks of uses'),
    },
    reverse: {
      offsets: wordsOf(root.reverseOffsetsArray(), 'reverse offsets of uses'),
      targets: wordsOf(root.reverseTargetsArray(), 'using symbols'),
      masks: wordsOf(root.reverseMasksArray(), 'reverse masks of uses'),
    },
    reverseEdges: wordsOf(root.reverseEdgesArray(), 'reverse uses'),
    siteOffsets: wordsOf(root.siteOffsetsArray(), 'offsets of places'),
    sites: {
      kinds: root.siteKindsArray() ?? NOTHING,
      lines: wordsOf(root.siteLinesArray(), 'lines of places'),
      columns: wordsOf(root.siteColumnsArray(), 'columns of places'),
      lengths: halvesOf(root.siteLengthsArray(), 'lengths of places'),
    },
    unknown: {
      names: wordsOf(root.unknownNamesArray(), 'names of unknown members'),
      counts: wordsOf(root.unknownCountsArray(), 'counts of unknown members'),
    },
  };
}

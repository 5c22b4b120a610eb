import { ByteBuffer } from 'flatbuffers';
import { ConduitError } from '../base/errors.ts';
import { compareCodeUnits } from '../base/text.ts';
import type { VectorChecks } from '../base/vector-checks.ts';
import { checkSection } from './check-section.ts';
import { damaged } from './container.ts';
import { StringsSection } from './generated/strings-section.ts';
import type { StringsReader } from './reader.ts';
import { wordsOf } from './vectors.ts';

/** What the readers of other sections need of the texts, beyond what queries do. */
export interface Texts extends StringsReader {
  /** The number of a text, or -1. Only where texts are in their order. */
  numberOf(text: string): number;
  /** Whether a text is `ending` or ends with `/ending`. Compares bytes, so nothing is decoded. */
  endsWithPart(index: number, ending: Uint8Array): boolean;
}

const SLASH = 0x2f;

/** Opens the section `strings`. */
export function readStrings(section: Uint8Array, checks: VectorChecks | null): Texts {
  checkSection('strings', section, ['vector', 'vector']);
  const root = StringsSection.getRootAsStringsSection(new ByteBuffer(section));
  return readTexts(root.offsetsArray(), root.bytesArray(), checks);
}

/**
 * Opens texts that lie in a section. They are decoded when they are first asked for, and kept.
 * @throws ConduitError CONDUIT_IMAGE_DAMAGED
 */
export function readTexts(offsetBytes: Uint8Array | null, text: Uint8Array | null, checks: VectorChecks | null): Texts {
  const offsets = wordsOf(offsetBytes, 'offsets of texts');
  const bytes = text ?? new Uint8Array();
  if (offsets.length === 0) throw damaged('there are no offsets of texts');
  if (checks && !checks.ascendsTo(offsets, bytes.length)) throw damaged('offsets of texts do not ascend');

  const count = offsets.length - 1;
  const decoded = new Array<string | undefined>(count);
  // A byte order mark at the start of a text is part of it.
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

  const get = (index: number): string => {
    const known = decoded[index];
    if (known !== undefined) return known;
    const end = offsets[index + 1];
    if (index < 0 || end === undefined) throw new ConduitError('CONDUIT_QUERY_FAILED', `there is no text ${index}`);
    const text = decoder.decode(bytes.subarray(offsets[index], end));
    decoded[index] = text;
    return text;
  };

  return {
    count,
    get,
    numberOf(text) {
      let low = 0;
      let high = count;
      while (low < high) {
        const middle = (low + high) >>> 1;
        if (compareCodeUnits(get(middle), text) < 0) low = middle + 1;
        else high = middle;
      }
      return low < count && get(low) === text ? low : -1;
    },
    endsWithPart(index, ending) {
      const start = offsets[index] ?? 0;
      const from = (offsets[index + 1] ?? 0) - ending.length;
      if (from < start || (from > start && bytes[from - 1] !== SLASH)) return false;
      // From the back: most texts of one length differ in their last bytes or not at all.
      for (let position = ending.length - 1; position >= 0; position--) {
        if (bytes[from + position] !== ending[position]) return false;
      }
      return true;
    },
  };
}

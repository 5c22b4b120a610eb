import type { ImageHeader } from '../../image/container.ts';
import type { SectionName } from '../../image/sections.ts';

/** An image outside WebAssembly memory, to be read section by section: a file, or bytes that were fetched. */
export interface ImageSource {
  readonly header: ImageHeader;
  /** The header as it stands in the file. */
  readonly headerBytes: Uint8Array;
  /** Fills `into`, which is as long as the section, with the section's bytes. */
  readSection(name: SectionName, into: Uint8Array): void;
  close(): void;
}

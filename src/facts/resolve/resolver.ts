import type { EdgeKind } from '../../base/edge-kinds.ts';
import type { EntryMissing } from '../project-records.ts';
import type { Diagnostic, Package, Resolution } from '../records.ts';
import type { FolderLog } from './folder-log.ts';
import type { LeafFiles } from './leaf-files.ts';
import type { ErasureSettings } from './tsconfig/erasure-settings.ts';

/** All that the later stages ask of resolution. */
export interface Resolver {
  /**
   * Where a specifier leads.
   * @param fromPath the importing module, from the root
   * @param kind decides between `import` and `require` conditions, and what a plain name means to `new URL(…)`
   */
  resolve(fromPath: string, specifier: string, kind: EdgeKind): Resolution;
  /** What `paths` of the tsconfig and aliases of bundlers make of a pattern that begins with a name; paths from the root. */
  mapPattern(fromPath: string, pattern: string): readonly string[];
  /**
   * Where an entry of a manifest leads: paths from the root, or why nowhere.
   * @param directory folder of the manifest
   * @param target as written, perhaps with a star
   * @param subpath under which others import it
   */
  resolveEntry(directory: string, target: string, subpath: string): readonly string[] | EntryMissing;
  /** The files of a folder that are no sources, sorted. */
  readonly leavesIn: LeafFiles;
  /** The package that a file of the project belongs to; null outside of every package. */
  ownerOf(path: string): Package | null;
  /** What the configuration of a file says of what TypeScript erases. */
  erasureOf(path: string): ErasureSettings;
  /** Faults of the configurations that were read. */
  readonly diagnostics: readonly Diagnostic[];
  /** Configuration files that were looked for, there or not, from the root; some are none by their name, but extended by others. */
  readonly inputs: readonly string[];
  /** Where {@link resolve} looked. */
  readonly log: FolderLog;
  /**
   * What all answers rest on besides sources and folders: equal signatures of two resolvers mean that their packages and
   * output folders say the same.
   */
  readonly signature: string;
  /** The same for what only the files near this one rest on: its tsconfig and its package. */
  signatureOf(path: string): string;
}

import type { Cursor } from '../../../syntax/cursor.ts';
import type { LineTable } from '../../../syntax/line-table.ts';
import type { Bindings } from './bindings.ts';
import type { Declarations } from './declarations.ts';
import type { FileNames } from './file-names.ts';
import type { ImportTable } from './import-table.ts';
import type { SourceText } from './source-text.ts';
import type { TermSources } from './term-sources.ts';

/** What the files beside this one work with: one file's tree, and what has been found in it so far. */
export interface SymbolContext {
  readonly tree: Cursor;
  readonly text: SourceText;
  readonly lines: LineTable;
  /** Where the code begins in its file, in bytes; lines are the file's. */
  readonly offset: number;
  /** True in a declaration file: all is `declare`. */
  readonly isDeclarationFile: boolean;
  readonly isJavaScript: boolean;
  readonly names: FileNames;
  readonly bindings: Bindings;
  readonly declared: Declarations;
  readonly imported: ImportTable;
  readonly sources: TermSources;
}

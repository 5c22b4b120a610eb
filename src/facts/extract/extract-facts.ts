import { isUtf8 } from 'node:buffer';
import { withoutByteOrderMark } from '../../syntax/byte-order-mark.ts';
import type { Cursor } from '../../syntax/cursor.ts';
import { LineTable } from '../../syntax/line-table.ts';
import { parseSource } from '../../syntax/parse-source.ts';
import { createPrescan } from '../../syntax/prescan.ts';
import { createMarkSurveyor } from '../../wasm/source-survey.ts';
import type { BundlerAlias, Diagnostic, DiagnosticCode, FileFacts, ToolSetting } from '../records.ts';
import { MARK_WORDS } from '../redact/mark-words.ts';
import { redactSpecifier } from '../redact/redact-specifier.ts';
import { type Redactor, redactorOf } from '../redact/redactor-of.ts';
import { bundlerOf } from '../scan/bundler-configs.ts';
import { toolOf } from '../scan/tool-configs.ts';
import { findAliases } from './aliases/find-aliases.ts';
import { contentHash } from './content-hash.ts';
import { type FoundErasure, packErasure } from './erasure/find-erasure.ts';
import { createExcerptPacker } from './excerpts/pack-excerpts.ts';
import { findCode } from './find-code.ts';
import { type CodeBlock, createImportFinder } from './imports/find-imports.ts';
import { markIgnored } from './imports/ignored-sites.ts';
import { ImportSites } from './imports/import-sites.ts';
import { createTapeReader, type TreeReader } from './read-tree.ts';
import { findSettings } from './settings/find-settings.ts';
import { createSymbolFinder, type FileAround } from './symbols/find-symbols.ts';

export interface Extractor {
  /**
   * The facts of one file: a pure function of its bytes, its extension and whether it is named as a configuration. What cannot be understood becomes a
   * diagnostic; never throws, but nesting that passes the prescan can still end the process inside the parser.
   * @param path from the root, with `/`
   */
  extract(path: string, bytes: Uint8Array): FileFacts;
}

export interface ExtractorOptions {
  /** Another way to the tree than the tape: an oracle reads it from parsed JSON. */
  readonly readTree?: TreeReader | undefined;
  /** False: facts have what the module graph needs, and neither symbols nor excerpts. */
  readonly symbols?: boolean | undefined;
}

/**
 * An extractor with memory of its own: one a thread.
 * @param kernels the compiled kernels over plain memory
 */
export function createExtractor(
  kernels: WebAssembly.Module,
  { readTree = createTapeReader(kernels), symbols: wantsSymbols = true }: ExtractorOptions = {},
): Extractor {
  const survey = createMarkSurveyor(kernels, MARK_WORDS);
  const nestsTooDeep = createPrescan(kernels);
  const lines = new LineTable();
  const sites = new ImportSites();
  let tree: Cursor | null = null;
  /** The block of code that the file is, or that it has; null where there are several, of whose trees only the last is still there. */
  let block: CodeBlock | null = null;
  const findSymbols = wantsSymbols ? createSymbolFinder() : null;
  /** Brackets in the whole file. */
  let openings = 0;
  const packExcerpts = wantsSymbols ? createExcerptPacker(kernels) : null;
  const findImports = createImportFinder();

  return {
    extract(path, bytes) {
      const hash = contentHash(bytes);
      const source = withoutByteOrderMark(bytes);
      const surveyed = survey(source);
      lines.load(source, surveyed.lineStarts);
      openings = surveyed.openings;
      tree = null;
      block = null;
      const redactor = redactorOf(source, surveyed.marks);
      const diagnostics: Diagnostic[] = [];
      let failed = false;
      const note = (code: DiagnosticCode, place?: Place, fails = true): void => {
        diagnostics.push(diagnostic(path, code, place, redactor));
        failed ||= fails;
      };
      const isText = isUtf8(source);
      const found = isText ? readCode(path, source, note) : null;
      if (!isText) note('not-utf8');
      const aliases = failed || !tree || bundlerOf(path) === null ? [] : readAliases(tree, path, note, redactor);
      const settings = failed || !tree || toolOf(path) === null ? [] : readSettings(tree, redactor);
      const status = failed ? 'failed' : 'parsed';
      const { starts: siteStarts, ...named } = sites.take(lines, redactor);
      markIgnored(source, lines, named.sites, siteStarts);
      const erasure = found && tree && packErasure(tree, found, named.strings);
      const graph = { path, hash, lines: lines.count, status, diagnostics, ...named } as const;
      const symbols = findSymbols && readSymbols(source, { lines, strings: named.strings, siteStarts, redactor });
      // Of most files that is all, where only the graph is read.
      if (!symbols && !erasure && aliases.length === 0 && settings.length === 0) return graph;
      return {
        ...graph,
        ...(erasure ? { erasure } : {}),
        ...(aliases.length > 0 ? { aliases } : {}),
        ...(settings.length > 0 ? { settings } : {}),
        ...symbols,
      };
    },
  };

  /** One block after the other: what is wrong with one leaves the others as they are. */
  function readCode(path: string, source: Uint8Array, note: Note): FoundErasure | null {
    const { blocks, unread } = findCode(path, source, sites);
    for (const offset of unread)
      note('unknown-script-language', placeInFile({ message: '', line: 1, column: 1 }, offset), false);
    if (blocks.length === 1) block = blocks[0] ?? null;
    // Only a file that is code throughout is one block, and only of such a file anything is erased.
    return blocks.reduce<FoundErasure | null>((erasure, block) => readBlock(block, note) ?? erasure, null);
  }

  function readBlock(block: CodeBlock, note: Note): FoundErasure | null {
    const { source, offset, language } = block;
    const parsed = nestsTooDeep(source, openings) ? null : parseSource(source, language);
    const read = parsed?.ok ? readTree(parsed.json, parsed.origin) : null;
    if (!parsed) note('nested-too-deep');
    else if (!parsed.ok && parsed.reason === 'syntax') note('syntax-error', placeInFile(parsed.error, offset));
    else if (!parsed.ok) note('parser-limit', placeInFile(parsed.error, offset));
    else if (!read) note('parser-limit');
    else {
      tree = read;
      if (parsed.rescued) note('rescued-declaration', NOWHERE, false);
      return findImports(read, block, sites);
    }
    return null;
  }

  /** Of a file that is one block of code. */
  function readSymbols(source: Uint8Array, around: FileAround): Pick<FileFacts, 'symbols' | 'excerpts'> {
    if (!findSymbols || !packExcerpts || !tree || !block) return {};
    const symbols = findSymbols(tree, block, around);
    const excerpts = packExcerpts(source, symbols.declarations, lines, around.redactor);
    return excerpts ? { symbols, excerpts } : { symbols };
  }

  function readAliases(tree: Cursor, path: string, note: Note, redactor: Redactor | null): readonly BundlerAlias[] {
    const { aliases, unknown } = findAliases(tree, path);
    for (const node of unknown) {
      note('alias-not-literal', placeInFile({ message: '', line: 1, column: 1 }, tree.start(node)), false);
    }
    return aliases.map((alias) => ({ ...alias, replacement: redactSpecifier(alias.replacement, redactor) }));
  }

  function readSettings(tree: Cursor, redactor: Redactor | null): ToolSetting[] {
    return findSettings(tree).map(({ key, value, node }) => ({
      key: redactSpecifier(key, redactor),
      value: redactSpecifier(value, redactor),
      line: lines.lineAt(tree.start(node)),
    }));
  }

  /** From line and column of a block to those of the file. */
  function placeInFile(place: Place, offset: number): Place {
    if (offset === 0 || place.line === 0) return place;
    const firstLine = lines.lineAt(offset);
    const column = place.line === 1 ? place.column + lines.columnAt(offset, firstLine) - 1 : place.column;
    return { ...place, line: place.line + firstLine - 1, column };
  }
}

type Note = (code: DiagnosticCode, place?: Place, fails?: boolean) => void;

interface Place {
  readonly message: string;
  readonly line: number;
  readonly column: number;
}

function diagnostic(
  path: string,
  code: DiagnosticCode,
  { message, line, column }: Place = NOWHERE,
  redactor: Redactor | null = null,
): Diagnostic {
  return { path, code, message: redactor ? redactor.redact(message) : message, line, column };
}

const NOWHERE: Place = { message: '', line: 0, column: 0 };

import { isUtf8 } from 'node:buffer';
import { LineTable } from '../../syntax/line-table.ts';
import { parseSource } from '../../syntax/parse-source.ts';
import { nestsTooDeep } from '../../syntax/prescan.ts';
import { languageOf } from '../../syntax/source-language.ts';
import type { Diagnostic, DiagnosticCode, FileFacts } from '../records.ts';
import { contentHash } from './content-hash.ts';
import { packErasure } from './erasure/find-erasure.ts';
import { createImportFinder } from './imports/find-imports.ts';
import { createTapeReader, type TreeReader } from './read-tree.ts';

export interface Extractor {
  /**
   * The facts of one file: a pure function of its bytes and its extension. What cannot be understood becomes a
   * diagnostic; never throws, but nesting that passes the prescan can still end the process inside the parser.
   * @param path from the root, with `/`
   */
  extract(path: string, bytes: Uint8Array): FileFacts;
}

/**
 * An extractor with memory of its own: one a thread.
 * @param kernels the compiled kernels over plain memory
 * @param readTree another way to the tree than the tape: an oracle reads it from parsed JSON
 */
export function createExtractor(
  kernels: WebAssembly.Module,
  readTree: TreeReader = createTapeReader(kernels),
): Extractor {
  const lines = new LineTable();
  const findImports = createImportFinder();

  return {
    extract(path, bytes) {
      const hash = contentHash(bytes);
      const source = withoutByteOrderMark(bytes);
      lines.load(source);
      const failed = (code: DiagnosticCode, place?: Place): FileFacts => {
        const diagnostics = [diagnostic(path, code, place)];
        return { path, hash, lines: lines.count, status: 'failed', diagnostics, sites: new Uint32Array(), strings: [] };
      };

      if (!isUtf8(source)) return failed('not-utf8');
      if (nestsTooDeep(source)) return failed('nested-too-deep');
      const language = languageOf(path);
      const parsed = parseSource(source, language);
      if (!parsed.ok) return failed(parsed.reason === 'limit' ? 'parser-limit' : 'syntax-error', parsed.error);
      const tree = readTree(parsed.json, parsed.origin);
      if (!tree) return failed('parser-limit');

      const found = findImports(tree, source, language);
      const { sites, strings } = found.sites.take(lines);
      const erasure = found.erasure && packErasure(tree, found.erasure, strings);
      const diagnostics = parsed.rescued ? [diagnostic(path, 'rescued-declaration')] : [];
      return {
        path,
        hash,
        lines: lines.count,
        status: 'parsed',
        diagnostics,
        sites,
        strings,
        ...(erasure ? { erasure } : {}),
      };
    },
  };
}

interface Place {
  readonly message: string;
  readonly line: number;
  readonly column: number;
}

function diagnostic(path: string, code: DiagnosticCode, { message, line, column }: Place = NOWHERE): Diagnostic {
  return { path, code, message, line, column };
}

const NOWHERE: Place = { message: '', line: 0, column: 0 };

/** The parser would strip it in silence and count from behind it. */
function withoutByteOrderMark(bytes: Uint8Array): Uint8Array {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? bytes.subarray(3) : bytes;
}

import { isUtf8 } from 'node:buffer';
import { withoutByteOrderMark } from '../../../syntax/byte-order-mark.ts';
import { LineTable } from '../../../syntax/line-table.ts';
import { findBlocks } from '../../../syntax/markup/find-blocks.ts';
import { parseSource } from '../../../syntax/parse-source.ts';
import { createPrescan } from '../../../syntax/prescan.ts';
import { languageOf, type SourceLanguage } from '../../../syntax/source-language.ts';
import { createSurveyor } from '../../../wasm/source-survey.ts';
import type { ValueFacts } from '../../value-records.ts';
import { createTapeReader } from '../read-tree.ts';
import { type ValueSelection, valueFactsOf } from './find-values.ts';

/**
 * The values of one file; null when it cannot be parsed, or is a component with more than one script block.
 * @param path from the root, with `/`
 */
export type ValueReader = (path: string, bytes: Uint8Array, selection?: ValueSelection) => ValueFacts | null;

/** JSON is an expression: read as what a CommonJS module exports, it is what `require` and a default import give. */
const [BEFORE_JSON, BEHIND_JSON] = [Buffer.from('module.exports=('), Buffer.from('\n)')];

/** A reader with memory of its own: one a thread. */
export function createValueReader(kernels: WebAssembly.Module): ValueReader {
  const readTree = createTapeReader(kernels);
  const nestsTooDeep = createPrescan(kernels);
  const survey = createSurveyor(kernels);
  const lines = new LineTable();
  return (path, bytes, selection) => {
    const source = withoutByteOrderMark(bytes);
    if (!isUtf8(source)) return null;
    const code = codeIn(path, source);
    const { openings, lineStarts } = survey(source);
    // What is put around JSON opens one bracket more, which is closed again at its end.
    if (!code || nestsTooDeep(code.text, openings + 1)) return null;
    const parsed = parseSource(code.text, code.language);
    const tree = parsed.ok ? readTree(parsed.json, parsed.origin) : null;
    if (!tree) return null;
    lines.load(source, lineStarts);
    return valueFactsOf(tree, { path, source: code.text, lines, offset: code.offset }, selection);
  };
}

interface CodeInFile {
  readonly text: Uint8Array;
  readonly language: SourceLanguage;
  /** Where the text begins in the file, in bytes; negative when something was put in front of it. */
  readonly offset: number;
}

function codeIn(path: string, source: Uint8Array): CodeInFile | null {
  if (path.endsWith('.json')) {
    const text = Buffer.concat([BEFORE_JSON, source, BEHIND_JSON]);
    return { text, language: 'javascript', offset: -BEFORE_JSON.length };
  }
  const scripts = findBlocks(path, source)?.scripts;
  if (!scripts) return { text: source, language: languageOf(path), offset: 0 };
  const [script, second] = scripts;
  if (!script?.language || second) return null;
  return { text: source.subarray(script.start, script.end), language: script.language, offset: script.start };
}

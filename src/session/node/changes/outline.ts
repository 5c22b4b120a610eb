import type { ImageReader } from '../../../image/reader.ts';

/** What a version of a file declares and exports at its top level, and the text around that. */
export interface Outline {
  /** By id without the path, in source order; overloads and what is merged are one. */
  readonly declarations: ReadonlyMap<string, { readonly text: string; readonly lines: readonly string[] }>;
  /** `name=symbol`, ascending. */
  readonly exports: readonly string[];
  /** All that is in no declaration: imports, exports, statements. */
  readonly rest: string;
}

/**
 * Of a module of an image whose text is at hand; null when its symbols were not read.
 * @param path of the module in that image
 */
export function outlineOf({ graph, symbols, diagnostics }: ImageReader, path: string, text: string): Outline | null {
  const node = graph.find(path);
  if (node < 0 || diagnostics.entries().some((entry) => entry.path === path)) return null;
  const module = symbols.modules.find((one) => symbols.nodeOf(one) === node);
  if (module === undefined) return null;
  const lines = text.replace(/^\uFEFF/, '').split(/\r?\n/);
  const starts = lineStarts(lines);
  const offsetOf = (line: number, column: number): number => (starts[line - 1] ?? 0) + column - 1;
  const source = lines.join('\n');
  const declarations = new Map<string, { text: string; lines: string[] }>();
  const ranges: (readonly [number, number])[] = [];
  const end = symbols.endOfModule(module);
  for (let symbol = module + 1; symbol < end; symbol++) {
    if (symbols.parentOf(symbol) !== module) continue;
    const found = symbols.declarationsOf(symbol).map(({ location }) => location);
    for (const { line, column, endLine, endColumn } of found) {
      ranges.push([offsetOf(line, column), offsetOf(endLine, endColumn)]);
    }
    declarations.set(symbols.idOf(symbol).slice(path.length), {
      text: found
        .map((one) => source.slice(offsetOf(one.line, one.column), offsetOf(one.endLine, one.endColumn)))
        .join('\0'),
      lines: found.map(({ line, endLine }) => `${line}-${endLine}`),
    });
  }
  const names: string[] = [];
  for (let at = symbols.exports.modules.indexOf(module); symbols.exports.modules[at] === module; at++) {
    const symbol = symbols.exports.symbols[at] ?? 0;
    const id = symbols.idOf(symbol).slice(symbol > module && symbol < end ? path.length : 0);
    names.push(`${symbols.exports.nameOf(at)}=${id}`);
  }
  return { declarations, exports: names, rest: withoutComments(outside(source, ranges)) };
}

function lineStarts(lines: readonly string[]): number[] {
  const starts: number[] = [];
  let at = 0;
  for (const line of lines) {
    starts.push(at);
    at += line.length + 1;
  }
  return starts;
}

/** The text that lies in no range, with a mark where each was. */
function outside(text: string, ranges: (readonly [number, number])[]): string {
  const parts: string[] = [];
  let at = 0;
  for (const [start, end] of ranges.sort((a, b) => a[0] - b[0])) {
    if (start > at) parts.push(text.slice(at, start));
    at = Math.max(at, end);
  }
  return [...parts, text.slice(at)].join('\n');
}

/** Comments that begin a line, and white space, change nothing; what a tool may read in a comment does. Where there are templates, nothing is taken out. */
function withoutComments(text: string): string {
  if (text.includes('`') || /@(?:jsx|vitest|jest|ts-|swc|license)/.test(text)) return text;
  return text
    .replace(/^[ \t]*\/\*[\s\S]*?\*\//gm, '')
    .replace(/^[ \t]*\/\/.*$/gm, '')
    .replace(/\s+/g, ' ')
    .trim();
}

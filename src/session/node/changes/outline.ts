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
  const ranges: Range[] = [];
  const end = symbols.endOfModule(module);
  for (let symbol = module + 1; symbol < end; symbol++) {
    if (symbols.parentOf(symbol) !== module) continue;
    const found = symbols.declarationsOf(symbol).map(({ location }) => location);
    const own = found.map(({ line, column, endLine, endColumn }): Range => {
      const start = offsetOf(line, column);
      return [commentsBefore(source, start), start, offsetOf(endLine, endColumn)];
    });
    ranges.push(...own);
    declarations.set(symbols.idOf(symbol).slice(path.length), {
      text: own
        .map(([first, start, last]) => spaced(source.slice(first, start)) + source.slice(start, last))
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

/** Where the comments of a declaration begin, the declaration, and its end. */
type Range = readonly [first: number, start: number, end: number];

/** What a tool reads in a comment is about the file, wherever it stands. */
const PRAGMA = /@(?:jsx|vitest|jest|ts-|swc|license)/;

/** Where the comments begin that stand directly in front of a declaration: they are about it, and change with it. */
function commentsBefore(text: string, start: number): number {
  for (let at = start; ; ) {
    const before = text.slice(0, at).trimEnd();
    const line = before.slice(before.lastIndexOf('\n') + 1);
    const first = before.endsWith('*/')
      ? before.lastIndexOf('/*')
      : /^\s*\/\//.test(line)
        ? before.length - line.length
        : -1;
    if (first < 0 || PRAGMA.test(before.slice(first))) return at;
    at = first;
  }
}

/** The text that lies in no range. */
function outside(text: string, ranges: Range[]): string {
  const parts: string[] = [];
  let at = 0;
  for (const [first, , end] of ranges.sort((a, b) => a[0] - b[0] || a[2] - b[2])) {
    if (first > at) parts.push(text.slice(at, first));
    at = Math.max(at, end);
  }
  return [...parts, text.slice(at)].join('\n');
}

/** Comments that begin a line, and white space, change nothing. Where there are templates, in which neither is what it seems, nothing is taken out. */
function withoutComments(text: string): string {
  if (text.includes('`') || PRAGMA.test(text)) return text;
  return spaced(text.replace(/^[ \t]*\/\*[\s\S]*?\*\//gm, '').replace(/^[ \t]*\/\/.*$/gm, ''));
}

const spaced = (text: string): string => text.replace(/\s+/g, ' ').trim();

import type { LineEdit } from './unified-diff.ts';

/** What stands between `export` and a name in a declaration. */
const DECLARATION =
  /^(\s*)export\s+(default\s+)?(?=(?:(?:declare|abstract|async)\s+)*(?:function\b\s*\*?|class|const\s+enum|const|let|var|enum|interface|type|namespace|module)\s*$)/;

/**
 * Takes a name out of what a module exports: the keyword in front of its declaration, or its place in a list. What the result exports has to be
 * compared with what was wanted: a keyword can stand in front of several names.
 * @param lines of the module
 * @param line where the name is declared, 0-based, and its column
 * @param name under which it is exported
 * @returns null where nothing that is known exports it
 */
export function unexport(
  lines: readonly string[],
  {
    line,
    column,
    local,
    name,
  }: { readonly line: number; readonly column: number; readonly local: string; readonly name: string },
): LineEdit | null {
  const text = lines[line] ?? '';
  const match = DECLARATION.exec(text.slice(0, column));
  // A default export without a name would be no declaration.
  if (match) return { start: line, count: 1, lines: [(match[1] ?? '') + text.slice(match[0].length)] };
  return name === 'default' ? withoutDefault(lines, local) : withoutListed(lines, local, name);
}

/** `export default cart;` */
function withoutDefault(lines: readonly string[], local: string): LineEdit | null {
  const at = lines.findIndex((line) => /^export\s+default\s+([\w$]+)\s*;?\s*$/.exec(line)?.[1] === local);
  return at < 0 ? null : { start: at, count: 1, lines: [] };
}

/** `export { a, b as c };` on one line or on several. */
function withoutListed(lines: readonly string[], local: string, name: string): LineEdit | null {
  const written = new Set([name === local ? local : `${local} as ${name}`]);
  const isIt = (item: string): boolean =>
    written.has(
      item
        .trim()
        .replace(/^type\s+/, '')
        .replace(/\s+/g, ' '),
    );
  for (let start = 0; start < lines.length; start++) {
    if (!/^\s*export\s*(?:type\s*)?\{/.test(lines[start] ?? '')) continue;
    const end = lines.findIndex((line, at) => at >= start && line.includes('}'));
    if (end < 0) return null;
    const statement = lines.slice(start, end + 1).join('\n');
    const [, head = '', list = '', tail = ''] = /^(\s*export\s*(?:type\s*)?\{)([^}]*)(\}.*)$/s.exec(statement) ?? [];
    if (/\bfrom\b/.test(tail) || /\/[/*]/.test(list)) continue;
    const items = list.split(',');
    const kept = items.filter((item) => !isIt(item));
    if (kept.length === items.length) continue;
    const count = end - start + 1;
    if (kept.every((item) => item.trim() === ''))
      return { start, count, lines: /^\}\s*;?\s*$/.test(tail) ? [] : [tail.slice(1)] };
    return { start, count, lines: `${head}${kept.join(',')}${tail}`.split('\n') };
  }
  return null;
}

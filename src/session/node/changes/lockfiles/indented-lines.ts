/** Blanks in front of a line; -1 for one without content. */
export function indentOf(line: string): number {
  const indent = line.search(/\S/);
  return indent >= 0 && line.charAt(indent) === '#' ? -1 : indent;
}

/** What stands in front of the first colon or blank that ends a key, without quotes. */
export function keyOf(line: string): string {
  const [, double, single, plain = ''] = /^\s*(?:"([^"]*)"|'([^']*)'|([^\s'"]+?))(?::|\s|$)/.exec(line) ?? [];
  return double ?? single ?? plain;
}

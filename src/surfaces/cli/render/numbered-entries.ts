/** The entries of a list, with those of a list in it in its place, each with the number of that as `path`. */
export function numberedEntries(list: readonly unknown[]): unknown[] {
  return list.flatMap((item, at) =>
    Array.isArray(item) ? item.map((inner: object) => ({ path: at + 1, ...inner })) : [item],
  );
}

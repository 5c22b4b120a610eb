import type { GraphReader } from '../../image/reader.ts';

/** What packages of the project are called, by their numbers: the name, and the folder too where two have one name. */
export function packageIds(graph: GraphReader): string[] {
  const numbers = Array.from({ length: graph.packageCount }, (_, number) => number);
  const named = new Map<string, number>();
  for (const number of numbers) {
    if (graph.packageDirectory(number) === null) continue;
    const name = graph.packageName(number);
    named.set(name, (named.get(name) ?? 0) + 1);
  }
  return numbers.map((number) => {
    const name = graph.packageName(number);
    return (named.get(name) ?? 0) > 1 ? `${name} (${graph.packageDirectory(number) ?? ''})` : name;
  });
}

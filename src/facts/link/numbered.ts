/** Gives each distinct item a number, in order of appearance. */
export function numbered<Item>(keyOf: (item: Item) => string): { items: Item[]; numberOf(item: Item): number } {
  const items: Item[] = [];
  const numbers = new Map<string, number>();
  return {
    items,
    numberOf(item) {
      const key = keyOf(item);
      let number = numbers.get(key);
      if (number === undefined) {
        number = items.push(item) - 1;
        numbers.set(key, number);
      }
      return number;
    },
  };
}

import type { FileFacts } from '../../records.ts';
import { DECLARATION } from '../../symbol-records.ts';
import type { ModuleFace } from './module-face.ts';

interface FileState {
  readonly file: FileFacts;
  readonly face: ModuleFace;
}

/**
 * Where symbols of a file are in another state of it that has the same face: by the number that each had among the symbols of its module, the one that it has now; -1 for what no
 * other file can see. The module itself is the first in both.
 */
export function movedSymbols(before: FileState, now: FileState): Int32Array {
  const [old, present] = [symbolNumbers(before.file), symbolNumbers(now.file)];
  const moved = new Int32Array(Math.max(0, ...old) + 1).fill(-1);
  moved[0] = 0;
  before.face.declarations.forEach((declaration, place) => {
    moved[old[declaration] ?? 0] = present[now.face.declarations[place] ?? 0] ?? -1;
  });
  return moved;
}

/** By declaration, the number of its symbol in the module. */
function symbolNumbers({ symbols }: FileFacts): number[] {
  const numbers: number[] = [];
  let symbol = 0;
  const declarations = symbols?.declarations ?? new Uint32Array();
  for (let word = 0, number = 0; word < declarations.length; word += DECLARATION.WORDS, number++) {
    const first = declarations[word + DECLARATION.SYMBOL] ?? number;
    numbers.push(first === number ? ++symbol : (numbers[first] ?? 0));
  }
  return numbers;
}

import { DECLARATION, SYMBOL_PLACE, type SymbolRecords } from '../../symbol-records.ts';
import type { ProjectSymbols } from './project-symbols.ts';

export type ListedDeclarations = Pick<SymbolRecords, 'declarationOffsets' | 'declarations' | 'texts'>;

/** Places, signatures and doc comments of all symbols of the project. */
export function listDeclarations(symbols: ProjectSymbols): ListedDeclarations {
  const declarations = new Uint32Array(symbols.declarations.length * SYMBOL_PLACE.WORDS);
  const texts = [''];
  let row = 0;
  symbols.files.forEach(({ strings }, module) => {
    const own = symbols.facts[module]?.declarations ?? new Uint32Array();
    const numbers = new Uint32Array(own.length > 0 ? strings.length : 0);
    const textOf = (string: number): number => {
      const text = strings[string] ?? '';
      if (text === '') return 0;
      if (numbers[string] === 0) numbers[string] = texts.push(text) - 1;
      return numbers[string] ?? 0;
    };
    const first = symbols.declarationOffsets[symbols.moduleSymbols[module] ?? 0] ?? 0;
    const end = symbols.declarationOffsets[symbols.moduleSymbols[module + 1] ?? 0] ?? 0;
    for (let at = first; at < end; at++, row += SYMBOL_PLACE.WORDS) {
      const word = (symbols.declarations[at] ?? 0) * DECLARATION.WORDS;
      for (let offset = 0; offset < SYMBOL_PLACE.SIGNATURE; offset++)
        declarations[row + offset] = own[word + DECLARATION.LINE + offset] ?? 0;
      declarations[row + SYMBOL_PLACE.SIGNATURE] = textOf(own[word + DECLARATION.SIGNATURE] ?? 0);
      declarations[row + SYMBOL_PLACE.DOC] = textOf(own[word + DECLARATION.DOC] ?? 0);
    }
  });
  return { declarationOffsets: symbols.declarationOffsets, declarations, texts };
}

import { USE } from '../../symbol-records.ts';
import type { TargetFinder } from './find-target.ts';
import type { ModuleLinks } from './module-links.ts';
import { ELSEWHERE, isFound } from './types/found-members.ts';
import { neededTerms } from './types/needed-terms.ts';
import type { TermTypes } from './types/term-types.ts';
import type { TypeContext } from './types/type-context.ts';

/** Finds what every use of a module means. */
export function linkUses(
  { symbols }: TypeContext,
  types: TermTypes,
  targets: TargetFinder,
  module: number,
  { edges, unknown }: ModuleLinks,
): void {
  const own = symbols.facts[module];
  if (!own) return;
  neededTerms(own).forEach((isNeeded, term) => {
    if (isNeeded === 1) types.of(module, term);
  });
  const { uses } = own;
  const ownSymbol = symbols.moduleSymbols[module] ?? 0;
  const base = symbols.declarationBases[module] ?? 0;
  for (let word = 0, use = 0; word < uses.length; word += USE.WORDS, use++) {
    const holder = uses[word + USE.FROM] ?? 0;
    const from = holder === 0 ? ownSymbol : (symbols.symbolOfDeclaration[base + holder - 1] ?? ownSymbol);
    const kind = uses[word + USE.KIND] ?? 0;
    const found = targets.find(module, uses, word);
    if (found >= 0) edges.add(from, found, kind, use);
    else if (isFound(found)) for (const to of types.members.lists.symbols(found)) edges.add(from, to, kind, use);
    else if (found !== ELSEWHERE) unknown.push(targets.nameOf(module, uses, word));
  }
}

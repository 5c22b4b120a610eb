import { USE } from '../../symbol-records.ts';
import { EdgeList } from './edge-list.ts';
import { TargetFinder } from './find-target.ts';
import { ELSEWHERE, isFound } from './types/found-members.ts';
import { neededTerms } from './types/needed-terms.ts';
import type { TermTypes } from './types/term-types.ts';
import type { TypeContext } from './types/type-context.ts';

export interface LinkedUses {
  readonly edges: EdgeList;
  /** How often a name is used of which nobody can say what it means, by the number of the name. */
  readonly unknown: ReadonlyMap<number, number>;
}

/** Finds what every use means, file by file. */
export function linkUses(context: TypeContext, types: TermTypes): LinkedUses {
  const edges = new EdgeList();
  const unknown = new Map<number, number>();
  const targets = new TargetFinder(context, types);
  const { facts, moduleSymbols, declarationBases, symbolOfDeclaration } = context.symbols;
  facts.forEach((own, module) => {
    const { uses } = own;
    neededTerms(own).forEach((isNeeded, term) => {
      if (isNeeded === 1) types.of(module, term);
    });
    const ownSymbol = moduleSymbols[module] ?? 0;
    const base = declarationBases[module] ?? 0;
    for (let word = 0, use = 0; word < uses.length; word += USE.WORDS, use++) {
      const holder = uses[word + USE.FROM] ?? 0;
      const from = holder === 0 ? ownSymbol : (symbolOfDeclaration[base + holder - 1] ?? ownSymbol);
      const kind = uses[word + USE.KIND] ?? 0;
      const found = targets.find(module, uses, word);
      if (found >= 0) edges.add(from, found, kind, use);
      else if (isFound(found)) for (const to of types.members.lists.symbols(found)) edges.add(from, to, kind, use);
      else if (found !== ELSEWHERE) {
        const name = targets.nameOf(module, uses, word);
        unknown.set(name, (unknown.get(name) ?? 0) + 1);
      }
    }
  });
  return { edges, unknown };
}

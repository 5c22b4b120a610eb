import { USE_KINDS } from '../../../base/symbol-kinds.ts';
import { DECLARED_PRIVATE, DECLARED_STATIC } from '../../symbol-records.ts';
import { type EdgeList, NO_USE } from './edge-list.ts';
import { CONSTRUCTOR, isMemberKind } from './meanings.ts';
import type { TermTypes } from './types/term-types.ts';
import type { TypeContext } from './types/type-context.ts';

const OVERRIDE = USE_KINDS.indexOf('override');

/**
 * Adds an edge from each member of a type to the one of its name in each type that its own extends or implements: the nearest, if that inherits it in its turn.
 * @param heir a symbol that extends or implements something
 */
export function linkOverrides(
  { symbols, children }: TypeContext,
  { members }: TermTypes,
  heir: number,
  edges: EdgeList,
): void {
  const bases = members.heritage.basesOf(heir);
  for (const member of children.of(heir)) {
    const flags = symbols.flags[member] ?? 0;
    const kind = symbols.kinds[member] ?? 0;
    if (!isMemberKind(kind) || kind === CONSTRUCTOR || (flags & DECLARED_PRIVATE) !== 0) continue;
    const name = symbols.nameNumbers[member] ?? 0;
    const overridden = bases.flatMap((base) => {
      const found = members.find((flags & DECLARED_STATIC) !== 0 ? members.classOf(base) : base, name, false);
      return members.lists.symbols(found);
    });
    for (const to of new Set(overridden)) if (to !== member) edges.add(member, to, OVERRIDE, NO_USE);
  }
}

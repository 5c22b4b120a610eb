import { declare } from './declare.ts';
import { assignments, constructorOf } from './field-assignments.ts';
import { nameOf } from './name-nodes.ts';
import type { SymbolContext } from './symbol-context.ts';
import { FROM_VALUE } from './term-sources.ts';

/** In JavaScript a property need not be declared: the constructor assigns to it. */
export function declareAssignedFields(context: SymbolContext, node: number, parent: number): void {
  const { tree, text, sources, declared } = context;
  for (const { node: assigned, property, value } of assignments(tree, constructorOf(tree, node))) {
    if (declared.members(parent, nameOf(context, property)).length > 0) continue;
    const signature = text.printed(tree.start(property), tree.end(property));
    const declaration = declare(context, {
      kind: 'property',
      parent,
      flags: 0,
      node: assigned,
      outer: assigned,
      nameNode: property,
      signature,
    });
    sources.set(declaration, FROM_VALUE, value);
  }
}

import { NO_NODE } from '../../../syntax/cursor.ts';
import { FIELD } from '../../../syntax/generated/fields.ts';
import { KIND } from '../../../syntax/generated/kinds.ts';
import { expectedTerm } from './expected-terms.ts';
import type { TermContext } from './term-context.ts';
import { UNKNOWN_TERM } from './term-table.ts';
import { annotationTerm } from './type-terms.ts';

/** `this`: an instance of the class around it or the class itself, an object literal, or what a parameter `this` says. */
export function thisTerm(context: TermContext, node: number): number {
  return classTerm(context, node, 'this');
}

/** `this` or `super` at a place. */
export function classTerm(context: TermContext, place: number, word: 'this' | 'super'): number {
  const { tree, terms, declared } = context;
  for (let node = tree.parent(place); node >= 0; node = tree.parent(node)) {
    switch (tree.kind(node)) {
      case KIND.ClassMethod:
      case KIND.PrivateMethod:
      case KIND.Constructor:
      case KIND.ClassProperty:
      case KIND.PrivateProperty:
      case KIND.AutoAccessor:
      case KIND.StaticBlock: {
        const declaration = declared.byNode.get(tree.parent(node));
        if (declaration === undefined) return UNKNOWN_TERM;
        const isStatic = tree.kind(node) === KIND.StaticBlock || tree.has(node, FIELD.isStatic);
        const op = word === 'super' ? 'super' : isStatic ? 'static-this' : 'this';
        return terms.make(op, declared.symbol(declaration));
      }
      case KIND.TsInterfaceDeclaration: {
        const declaration = declared.byNode.get(node);
        return declaration === undefined ? UNKNOWN_TERM : terms.make('this', declared.symbol(declaration));
      }
      case KIND.MethodProperty:
      case KIND.GetterProperty:
      case KIND.SetterProperty:
        return objectTerm(context, tree.parent(node));
      case KIND.FunctionExpression:
      case KIND.FunctionDeclaration: {
        const said = tree.child(node, FIELD.thisParam);
        if (said !== NO_NODE) return annotationTerm(context, said);
        const property = tree.parent(node);
        return tree.kind(property) === KIND.KeyValueProperty
          ? objectTerm(context, tree.parent(property))
          : UNKNOWN_TERM;
      }
    }
  }
  return UNKNOWN_TERM;
}

/** An object literal: the listed one that it is, or what is expected where it stands. */
export function objectTerm(context: TermContext, object: number): number {
  const declaration = context.declared.byNode.get(object);
  if (declaration === undefined) return expectedTerm(context, object);
  return context.terms.make('object', declaration);
}

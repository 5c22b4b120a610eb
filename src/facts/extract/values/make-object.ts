import { FIELD } from '../../../syntax/generated/fields.ts';
import { KIND } from '../../../syntax/generated/kinds.ts';
import { elementsOf, makeKey, operand } from './make-expression.ts';
import type { ValueSource } from './value-source.ts';

/** The node of an object literal, a pattern or what stands in them; undefined for any other kind. */
export function makeObjectOrPattern(source: ValueSource, node: number): number | undefined {
  const { writer } = source;
  const { tree } = writer;
  switch (tree.kind(node)) {
    case KIND.ObjectExpression:
      return writer.add('object', node, propertiesOf(source, node), source.assignedByMethods(node));
    case KIND.KeyValueProperty: {
      const key = tree.child(node, FIELD.key);
      const value = operand(writer, node, FIELD.value);
      const isPrototype = tree.kind(key) !== KIND.Computed && tree.textIs(key, FIELD.value, '__proto__');
      return isPrototype ? writer.add('proto', node, value) : writer.add('property', node, makeKey(writer, key), value);
    }
    case KIND.GetterProperty:
    case KIND.SetterProperty: {
      const made = writer.of(node, FIELD.function);
      const sets = tree.kind(node) === KIND.SetterProperty ? 1 : 0;
      return writer.add('accessor', node, makeKey(writer, tree.child(node, FIELD.key)), made, sets);
    }
    case KIND.SpreadElement:
      return writer.add('spread', node, operand(writer, node, FIELD.arguments));
    case KIND.ObjectPattern:
      return writer.add('object-pattern', node, writer.listOf(node, FIELD.properties));
    case KIND.ArrayPattern:
      return writer.add('array-pattern', node, elementsOf(writer, node));
    case KIND.AssignmentPattern:
      return writer.add('default', node, operand(writer, node, FIELD.left), operand(writer, node, FIELD.right));
    case KIND.KeyValuePatternProperty: {
      const key = makeKey(writer, tree.child(node, FIELD.key));
      return writer.add('property', node, key, operand(writer, node, FIELD.value));
    }
    case KIND.AssignmentPatternProperty: {
      const key = tree.child(node, FIELD.key);
      const target = operand(writer, node, FIELD.key);
      const other = writer.of(node, FIELD.value);
      const value = other === 0 ? target : writer.add('default', node, target, other);
      return writer.add('property', node, makeKey(writer, key), value);
    }
    case KIND.RestElement:
      return writer.add('rest', node, operand(writer, node, FIELD.argument));
    case KIND.Parameter:
      // TypeScript's `this` is a type that stands among the parameters.
      return tree.textIs(tree.child(node, FIELD.pat), FIELD.value, 'this') ? 0 : writer.of(node, FIELD.pat);
    case KIND.TsParameterProperty: {
      const target = operand(writer, node, FIELD.param);
      const param = tree.child(node, FIELD.param);
      const name = tree.kind(param) === KIND.AssignmentPattern ? tree.child(param, FIELD.left) : param;
      return writer.add('parameter-property', node, target, writer.binding(name) + 1);
    }
    default:
      return undefined;
  }
}

function propertiesOf({ writer }: ValueSource, node: number): number {
  const { tree, made } = writer;
  return writer.list(
    tree.children(node, FIELD.properties).map((property) => {
      const value = made[property] || writer.add('opaque', property);
      switch (tree.kind(property)) {
        case KIND.Identifier:
          return writer.add('property', property, makeKey(writer, property), value);
        case KIND.MethodProperty:
          return writer.add('property', property, makeKey(writer, tree.child(property, FIELD.key)), value);
        default:
          return value;
      }
    }),
  );
}

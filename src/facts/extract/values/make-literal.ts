import { FIELD } from '../../../syntax/generated/fields.ts';
import { KIND } from '../../../syntax/generated/kinds.ts';
import type { NodeWriter } from './node-writer.ts';

/** What SWC writes for half of a surrogate pair looks like an escape that was meant literally, so both are not known. */
const LONE_SURROGATE = /\\u[dD][89a-fA-F][\da-fA-F]{2}/;

/** The node of a literal, name or the like; undefined for any other kind. */
export function makeLiteral(writer: NodeWriter, node: number): number | undefined {
  const { tree } = writer;
  switch (tree.kind(node)) {
    case KIND.StringLiteral:
      return makeString(writer, node, tree.text(node, FIELD.value));
    case KIND.NumericLiteral: {
      // JSON has no infinity, which 1e400 is.
      const text = tree.has(node, FIELD.value) ? tree.text(node, FIELD.value) : 'Infinity';
      return writer.add('number', node, writer.string(text));
    }
    case KIND.BigIntLiteral: {
      const digits = tree.text(node, FIELD.raw).replaceAll('_', '').slice(0, -1);
      return digits === '' ? writer.add('opaque', node) : writer.add('bigint', node, writer.string(digits));
    }
    case KIND.RegExpLiteral: {
      const pattern = writer.string(tree.text(node, FIELD.pattern));
      return writer.add('regexp', node, pattern, writer.string(tree.text(node, FIELD.flags)));
    }
    case KIND.BooleanLiteral:
      return writer.add(tree.has(node, FIELD.value) ? 'true' : 'false', node);
    case KIND.NullLiteral:
      return writer.add('null', node);
    case KIND.TemplateLiteral:
      return makeTemplate(writer, node);
    case KIND.ThisExpression:
      return writer.add('this', node);
    case KIND.Super:
      return writer.add('super', node);
    case KIND.MetaProperty:
      return writer.add(tree.textIs(node, FIELD.kind, 'import.meta') ? 'meta' : 'opaque', node);
    default:
      return undefined;
  }
}

export function makeString(writer: NodeWriter, node: number, text: string): number {
  return LONE_SURROGATE.test(text) ? writer.add('opaque', node) : writer.add('string', node, writer.string(text));
}

function makeTemplate(writer: NodeWriter, node: number): number {
  const { tree, made } = writer;
  const texts: number[] = [];
  for (const quasi of tree.children(node, FIELD.quasis)) {
    const text = tree.text(quasi, FIELD.cooked);
    // Without a cooked text it has an escape that only a tag may see.
    const known = tree.has(quasi, FIELD.cooked) && !LONE_SURROGATE.test(text);
    if (!known) return writer.add('opaque', node, writer.listOf(node, FIELD.expressions));
    texts.push(writer.string(text));
  }
  const holes = tree.children(node, FIELD.expressions).map((hole) => made[hole] || writer.add('opaque', hole));
  return writer.add('template', node, writer.list(texts), writer.list(holes));
}

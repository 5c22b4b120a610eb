import { type Cursor, NO_NODE } from '../../../syntax/cursor.ts';
import { FIELD } from '../../../syntax/generated/fields.ts';
import { KIND } from '../../../syntax/generated/kinds.ts';
import { DECLARED_AMBIENT } from '../../symbol-records.ts';
import { declare } from './declare.ts';
import type { Setting } from './declare-statements.ts';
import { modifierFlags } from './modifiers.ts';
import { memberName } from './name-nodes.ts';
import { signatureOf } from './signature.ts';
import type { SymbolContext } from './symbol-context.ts';
import { FROM_ACCESSOR, FROM_FUNCTION, FROM_PROPERTY } from './term-sources.ts';

/** Object types that nest deeper have no listed members. */
const DEEPEST = 16;

/** The members of an interface or of an object type, and those of the object types that properties have. */
export function declareTypeMembers(context: SymbolContext, members: readonly number[], setting: Setting): void {
  const { tree, text, sources } = context;
  const { parent, depth } = setting;
  const ambient = setting.flags & DECLARED_AMBIENT;
  for (const node of members) {
    const form = FORMS.get(tree.kind(node));
    const nameNode = form && !tree.has(node, FIELD.computed) ? memberName(tree, tree.child(node, FIELD.key)) : NO_NODE;
    if (!form || nameNode === NO_NODE) continue;
    const signature = signatureOf(tree, text, node);
    const flags = modifierFlags(tree, node) | ambient;
    const declaration = declare(context, { kind: form[0], parent, flags, node, outer: node, nameNode, signature });
    sources.set(declaration, form[1], node);
    if (form[1] !== FROM_PROPERTY || depth >= DEEPEST) continue;
    declareLiterals(context, annotatedType(tree, node), { ...setting, parent: declaration, depth: depth + 1 });
  }
}

/** The members of the object types that a type is put together from, as those of what has the type. */
export function declareLiterals(context: SymbolContext, type: number, setting: Setting): void {
  const { tree, declared } = context;
  for (const literal of literalsIn(tree, type)) {
    declared.byNode.set(literal, setting.parent);
    declareTypeMembers(context, tree.children(literal, FIELD.members), setting);
  }
}

const FORMS: ReadonlyMap<number, readonly ['property' | 'method' | 'accessor', number]> = new Map([
  [KIND.TsPropertySignature, ['property', FROM_PROPERTY] as const],
  [KIND.TsMethodSignature, ['method', FROM_FUNCTION] as const],
  [KIND.TsGetterSignature, ['accessor', FROM_ACCESSOR] as const],
  [KIND.TsSetterSignature, ['accessor', FROM_ACCESSOR] as const],
]);

/** The type that is written behind the colon, or NO_NODE. */
export function annotatedType(tree: Cursor, node: number): number {
  const annotation = tree.child(node, FIELD.typeAnnotation);
  return annotation === NO_NODE ? NO_NODE : tree.child(annotation, FIELD.typeAnnotation);
}

/** The object types that a type is, or that it is put together from with `&` and `|`. */
export function literalsIn(tree: Cursor, type: number): number[] {
  const found: number[] = [];
  if (type === NO_NODE) return found;
  const end = tree.next(type);
  for (let node = type; node < end; ) {
    const kind = tree.kind(node);
    if (kind === KIND.TsTypeLiteral) found.push(node);
    node = COMPOSITES.has(kind) ? node + 1 : tree.next(node);
  }
  return found;
}

const COMPOSITES: ReadonlySet<number> = new Set([KIND.TsIntersectionType, KIND.TsUnionType, KIND.TsParenthesizedType]);

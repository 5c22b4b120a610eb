import { KIND, type Kind } from '../../../syntax/generated/kinds.ts';

/** Nodes that hold code of their own: what is returned or declared in them is theirs. Methods of classes hold it in a group. */
export const FUNCTION_KINDS: ReadonlySet<Kind> = new Set<Kind>([
  KIND.FunctionDeclaration,
  KIND.FunctionExpression,
  KIND.ArrowFunctionExpression,
  KIND.Constructor,
  KIND.ClassMethod,
  KIND.PrivateMethod,
  KIND.MethodProperty,
  KIND.GetterProperty,
  KIND.SetterProperty,
  KIND.ClassProperty,
  KIND.PrivateProperty,
  KIND.AutoAccessor,
]);

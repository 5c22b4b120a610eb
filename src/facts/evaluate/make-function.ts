import { FUNCTION_ARROW } from '../value-records.ts';
import type { Frame } from './frame.ts';
import type { Interpreter } from './interpreter.ts';
import type { ClassValue, FunctionValue } from './values.ts';
import { primitive } from './values.ts';

/** A function as the frame around it makes it. @param home the class of which it is a method */
export function makeFunction(
  interpreter: Interpreter,
  frame: Frame,
  node: number,
  home: ClassValue | null = null,
): FunctionValue {
  const { code } = frame;
  const { thisFrame } = frame;
  const at = code.at(node);
  const isArrow = (code.function(node, 'FLAGS') & FUNCTION_ARROW) !== 0;
  const made: FunctionValue = {
    kind: 'function',
    name: code.string(code.function(node, 'NAME')),
    code,
    node,
    frame,
    boundThis: isArrow ? (thisFrame.thisValue ?? primitive(undefined, at)) : null,
    home: home ?? (isArrow ? (thisFrame.running?.home ?? null) : null),
    properties: new Map(),
    taint: null,
    owner: interpreter.module,
    at,
  };
  if (interpreter.watch?.code === code) interpreter.watch.functions.set(node, made);
  return made;
}

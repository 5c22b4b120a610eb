import { MEMBER_AMBIENT, MEMBER_GETTER, MEMBER_SETTER, MEMBER_STATIC } from '../value-records.ts';
import { evaluate, evaluateKey } from './evaluate-expression.ts';
import { Frame } from './frame.ts';
import type { Interpreter } from './interpreter.ts';
import { makeFunction } from './make-function.ts';
import { passOver } from './pass-over.ts';
import { runStatement } from './run-statements.ts';
import type { ClassMember, ClassValue } from './values.ts';
import { primitive } from './values.ts';

/** A class, with its static fields set and its static blocks run. Decorators are evaluated and change nothing. */
export function makeClass(interpreter: Interpreter, frame: Frame, node: number): ClassValue {
  const { code } = frame;
  const superClass = code.a(node);
  const inner = new Frame(code, frame, interpreter.module);
  const made: ClassValue = {
    kind: 'class',
    name: code.string(code.function(node, 'NAME')),
    code,
    node,
    frame: inner,
    base: superClass === 0 ? null : evaluate(interpreter, frame, superClass),
    properties: new Map(),
    methods: new Map(),
    staticMethods: new Map(),
    fields: [],
    constructorFunction: { value: null },
    taint: null,
    owner: interpreter.module,
    at: code.at(node),
  };
  const self = code.function(node, 'SELF');
  if (self > 0) inner.cells.set(self - 1, made);
  const members = code.list(code.b(node));
  const ownStatics = [...members].filter((member) => !defineMember(interpreter, inner, made, member));
  const staticFrame = staticFrameOf(interpreter, inner, made);
  for (const member of ownStatics) runStatic(interpreter, staticFrame, made, member);
  return made;
}

/** Everything but what runs when the class is made; false for that. */
function defineMember(interpreter: Interpreter, frame: Frame, made: ClassValue, member: number): boolean {
  const { code } = frame;
  switch (code.op(member)) {
    case 'constructor':
      made.constructorFunction.value = makeFunction(interpreter, frame, code.a(member), made);
      return true;
    case 'method': {
      const key = evaluateKey(interpreter, frame, code.a(member));
      const flags = code.c(member);
      const accessor = flags & MEMBER_GETTER ? 'get' : flags & MEMBER_SETTER ? 'set' : null;
      const method: ClassMember = { function: makeFunction(interpreter, frame, code.b(member), made), accessor };
      const methods = flags & MEMBER_STATIC ? made.staticMethods : made.methods;
      // With both accessors, the getter is what is read; what the setter does nobody can tell.
      if (key === null || methods.has(key)) made.taint = key === null ? 'not-literal' : 'accessor';
      else methods.set(key, method);
      return true;
    }
    case 'field': {
      if (code.c(member) & MEMBER_AMBIENT) return true;
      if (code.c(member) & MEMBER_STATIC) return false;
      const key = evaluateKey(interpreter, frame, code.a(member));
      if (key === null) made.taint = 'not-literal';
      else made.fields.push({ key, value: code.b(member) });
      return true;
    }
    case 'decorator':
      evaluate(interpreter, frame, code.a(member));
      return true;
    default:
      return false;
  }
}

function runStatic(interpreter: Interpreter, frame: Frame, made: ClassValue, member: number): void {
  const { code } = frame;
  switch (code.op(member)) {
    case 'field': {
      const key = evaluateKey(interpreter, frame, code.a(member));
      const initialiser = code.b(member);
      const value =
        initialiser === 0 ? primitive(undefined, code.at(member)) : evaluate(interpreter, frame, initialiser);
      if (key === null) made.taint = 'not-literal';
      else made.properties.set(key, value);
      break;
    }
    case 'static-block':
      if (code.a(member) > 0) runStatement(interpreter, frame, code.a(member));
      break;
    default:
      passOver(interpreter, frame, member, 'unsupported-syntax');
      made.taint = 'unsupported-syntax';
  }
}

/** In static initialisers `this` is the class. */
function staticFrameOf(interpreter: Interpreter, frame: Frame, made: ClassValue): Frame {
  const running = { ...makeFunction(interpreter, frame, made.node, made), boundThis: null };
  return new Frame(frame.code, frame, interpreter.module, { running, thisValue: made, args: [] });
}

import type { Location } from '../../base/location.ts';
import type { Code } from './code.ts';
import type { Frame } from './frame.ts';
import type { UnknownReason } from './reasons.ts';

/** What an expression is, as far as its sources say, and where that comes from: `at` is the expression that made it. */
export type Value =
  | PrimitiveValue
  | RegExpValue
  | ArrayValue
  | ObjectValue
  | FunctionValue
  | ClassValue
  | NamespaceValue
  | SymbolicValue
  | ChoiceValue
  | TemplateValue
  | UnknownValue;

export type PrimitiveValue =
  | { readonly kind: 'string'; readonly value: string; readonly at: Location }
  | { readonly kind: 'number'; readonly value: number; readonly at: Location }
  | { readonly kind: 'bigint'; readonly value: bigint; readonly at: Location }
  | { readonly kind: 'boolean'; readonly value: boolean; readonly at: Location }
  | { readonly kind: 'null'; readonly value: null; readonly at: Location }
  | { readonly kind: 'undefined'; readonly value: undefined; readonly at: Location };

export interface RegExpValue {
  readonly kind: 'regexp';
  readonly source: string;
  readonly flags: string;
  readonly at: Location;
}

/** Arrays and objects change while a module is loaded; whoever gets one from the evaluator reads it and changes nothing. */
export interface ArrayValue {
  readonly kind: 'array';
  elements: Value[];
  /** Why nothing is known of what it holds; null when it holds what `elements` says. */
  taint: UnknownReason | null;
  /** The module during whose load it was made. */
  readonly owner: string;
  readonly at: Location;
}

export interface ObjectValue {
  readonly kind: 'object';
  /** In the order in which they were added; see `orderedKeys` for JavaScript's order. */
  properties: Map<string, Value>;
  taint: UnknownReason | null;
  /** Why there may be further properties than these; null when there are none. */
  open: UnknownReason | null;
  /** The class that it is an instance of. */
  readonly instanceOf: ClassValue | null;
  readonly owner: string;
  readonly at: Location;
}

export interface FunctionValue {
  readonly kind: 'function';
  readonly name: string;
  readonly code: Code;
  readonly node: number;
  readonly frame: Frame;
  /** Of an arrow function: what `this` is in it. */
  readonly boundThis: Value | null;
  /** Of a method: the class in which it is declared. */
  readonly home: ClassValue | null;
  properties: Map<string, Value>;
  taint: UnknownReason | null;
  readonly owner: string;
  readonly at: Location;
}

export interface ClassMember {
  readonly function: FunctionValue;
  readonly accessor: 'get' | 'set' | null;
}

export interface ClassValue {
  readonly kind: 'class';
  readonly name: string;
  readonly code: Code;
  readonly node: number;
  readonly frame: Frame;
  readonly base: Value | null;
  /** Static fields. */
  properties: Map<string, Value>;
  readonly methods: Map<string, ClassMember>;
  readonly staticMethods: Map<string, ClassMember>;
  /** Fields of instances: key, and the node of the initialiser or 0. */
  readonly fields: { readonly key: string; readonly value: number }[];
  readonly constructorFunction: { value: FunctionValue | null };
  taint: UnknownReason | null;
  readonly owner: string;
  readonly at: Location;
}

/** A module as `import * as` gives it. */
export interface NamespaceValue {
  readonly kind: 'namespace';
  readonly module: string;
  readonly at: Location;
}

/** Something of another package or the platform, and what is made of it. */
export type SymbolicValue =
  /** `npm:express#Router`, `node:path#join`, `global:console`. */
  | { readonly kind: 'external'; readonly id: string; readonly at: Location }
  | { readonly kind: 'member'; readonly object: Value; readonly name: string; readonly at: Location }
  | {
      readonly kind: 'call';
      readonly callee: Value;
      readonly args: readonly Value[];
      readonly isNew: boolean;
      readonly at: Location;
    };

export interface Condition {
  /** As it is written, on one line. */
  readonly text: string;
  readonly at: Location;
}

/** One of two, as a condition decides that is not known. */
export interface ChoiceValue {
  readonly kind: 'choice';
  readonly condition: Condition;
  readonly ifTrue: Value;
  readonly ifFalse: Value;
  readonly at: Location;
}

/** A string of which parts are known. */
export interface TemplateValue {
  readonly kind: 'template';
  readonly parts: readonly (string | Value)[];
  readonly at: Location;
}

export interface UnknownValue {
  readonly kind: 'unknown';
  readonly reason: UnknownReason;
  /** What it may be, or may be a part of: whoever writes to it writes to these. */
  readonly holds: readonly Value[];
  readonly at: Location;
}

/** What can be written to. */
export type Container = ArrayValue | ObjectValue | FunctionValue | ClassValue;

/** @param holds what it may be made of: kept for their identity, flat, each once */
export function unknown(reason: UnknownReason, at: Location, holds: readonly Value[] = []): UnknownValue {
  if (holds.length === 0) return { kind: 'unknown', reason, at, holds };
  const held = new Set<Value>();
  for (const value of holds) hold(value, held);
  return { kind: 'unknown', reason, at, holds: [...held] };
}

/** Of values that are kept for their identity alone, those that have one; each once, however often values are made of them. */
function hold(value: Value, held: Set<Value>): void {
  switch (value.kind) {
    case 'unknown':
      for (const inner of value.holds) held.add(inner);
      break;
    case 'choice':
      hold(value.ifTrue, held);
      hold(value.ifFalse, held);
      break;
    case 'call':
    case 'member':
    case 'array':
    case 'object':
    case 'function':
    case 'class':
      held.add(value);
  }
}

export type Primitive = string | number | bigint | boolean | null | undefined;

export function primitive(value: Primitive, at: Location): PrimitiveValue {
  if (value === null) return { kind: 'null', value, at };
  return { kind: typeof value, value, at } as PrimitiveValue;
}

export function isPrimitive(value: Value): value is PrimitiveValue {
  return 'value' in value;
}

export function isContainer(value: Value): value is Container {
  return 'taint' in value;
}

export function isSymbolic(value: Value): value is SymbolicValue {
  return value.kind === 'external' || value.kind === 'member' || value.kind === 'call';
}

/** What a container holds, to be followed. */
export function contentsOf(container: Container): Iterable<Value> {
  return container.kind === 'array' ? container.elements : container.properties.values();
}

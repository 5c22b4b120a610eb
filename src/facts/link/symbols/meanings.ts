import { SYMBOL_KINDS, type SymbolKind } from '../../../base/symbol-kinds.ts';

const bits = (...kinds: SymbolKind[]): number =>
  kinds.reduce((mask, kind) => mask | (1 << SYMBOL_KINDS.indexOf(kind)), 0);

const VALUES = bits('module', 'function', 'class', 'enum', 'namespace', 'constant', 'variable', 'external');
const TYPES = bits('module', 'class', 'interface', 'type', 'enum', 'namespace', 'external');
const MEMBERS = bits('method', 'property', 'accessor', 'constructor');

const VARIABLES = bits('constant', 'variable', 'property', 'accessor');

/** Whether it is what its value is. */
export const isVariableKind = (kind: number): boolean => ((1 << kind) & VARIABLES) !== 0;

/** Whether a kind of symbol (an index into SYMBOL_KINDS) is what its name means where a value is wanted. */
export const isValueKind = (kind: number): boolean => ((1 << kind) & (VALUES | MEMBERS)) !== 0 || kind === ENUM_MEMBER;

/** Whether it is what its name means in a type. */
export const isTypeKind = (kind: number): boolean => ((1 << kind) & TYPES) !== 0 || kind === ENUM_MEMBER;

/** Whether an instance or a class has it, not a namespace. */
export const isMemberKind = (kind: number): boolean => ((1 << kind) & MEMBERS) !== 0;

export const MODULE: number = SYMBOL_KINDS.indexOf('module');
export const FUNCTION: number = SYMBOL_KINDS.indexOf('function');
export const CLASS: number = SYMBOL_KINDS.indexOf('class');
export const INTERFACE: number = SYMBOL_KINDS.indexOf('interface');
export const TYPE: number = SYMBOL_KINDS.indexOf('type');
export const ENUM: number = SYMBOL_KINDS.indexOf('enum');
export const ENUM_MEMBER: number = SYMBOL_KINDS.indexOf('enum-member');
export const NAMESPACE: number = SYMBOL_KINDS.indexOf('namespace');
export const METHOD: number = SYMBOL_KINDS.indexOf('method');
export const PROPERTY: number = SYMBOL_KINDS.indexOf('property');
export const CONSTRUCTOR: number = SYMBOL_KINDS.indexOf('constructor');
export const EXTERNAL: number = SYMBOL_KINDS.indexOf('external');

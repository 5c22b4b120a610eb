/**
 * What one file says of its values, compact enough to be kept: its code without types, as columns of words. The evaluator (`evaluate/`) follows values
 * through it and over files. Strings are indexes into {@link ValueFacts.strings}, nodes into {@link ValueFacts.nodes}; node 0 and list 0 are "none".
 */
export interface ValueFacts {
  readonly path: string;
  /** {@link VALUE}.WORDS each; operands come before what is made of them. */
  readonly nodes: Uint32Array;
  /** At each list's offset its length, then its items; at 0 the empty list. */
  readonly lists: Uint32Array;
  readonly strings: readonly string[];
  /** {@link VALUE_BINDING}.WORDS each: every variable, parameter, function, class and import of the file. */
  readonly bindings: Uint32Array;
  /** {@link VALUE_FUNCTION}.WORDS each. */
  readonly functions: Uint32Array;
  /** {@link VALUE_SITE}.WORDS each: the specifiers of imports and re-exports. */
  readonly sites: Uint32Array;
  /** {@link VALUE_EXPORT}.WORDS each, in source order. */
  readonly exports: Uint32Array;
  /** {@link VALUE_WRITE}.WORDS each, ascending by node. */
  readonly writes: Uint32Array;
  /** {@link VALUE_ALIAS}.WORDS each: names for what an import binds, or for a part of it. */
  readonly aliases: Uint32Array;
  /** The list of the module's statements. */
  readonly body: number;
  /** The list of what `var` binds in the module's scope. */
  readonly vars: number;
  /** Whether `eval` or `with` make it impossible to know what a name means. */
  readonly dynamic: boolean;
}

/** The place is 1-based, columns in UTF-16 units, the end exclusive. */
export const VALUE = { OP: 0, A: 1, B: 2, C: 3, LINE: 4, COLUMN: 5, END_LINE: 6, END_COLUMN: 7, WORDS: 8 } as const;

/**
 * What a node is, and what its operands are, a letter each: `n` a node or 0, `l` a list of nodes, `s` a string, `t` a list of strings, `b` a binding
 * plus 1 or 0, `f` a function, `i` a site plus 1 or 0, `x` a number that the comment explains.
 */
export const VALUE_OPERANDS = {
  // expressions
  none: '',
  string: 's',
  number: 's', // as written
  bigint: 's', // without the n
  regexp: 'ss',
  true: '',
  false: '',
  null: '',
  template: 'tl', // one text more than expressions
  name: 'bs', // without binding: a global
  member: 'nsx', // C: 1 after `?.`
  index: 'nnx', // the same
  chain: 'n', // where `?.` stops
  call: 'nlx', // C: 1 after `?.`
  new: 'nl',
  tagged: 'nn',
  spread: 'n',
  array: 'l',
  object: 'lt', // B: properties that its own methods assign to
  property: 'nn', // of a literal or a pattern: key, value
  proto: 'n', // `__proto__: value`
  accessor: 'nnx', // C: 0 get, 1 set
  function: 'llf', // parameters, statements (or the expression of an arrow)
  class: 'nlf', // super class, members
  super: '',
  this: '',
  meta: '', // import.meta
  unary: 'xn', // A: an index into UNARY_OPERATORS
  binary: 'xnn', // A: an index into BINARY_OPERATORS
  logical: 'xnn', // A: an index into LOGICAL_OPERATORS; B is a test
  conditional: 'nnn', // A is a test
  test: 'ns', // a condition and its text
  sequence: 'l',
  assign: 'xnn', // A: an index into ASSIGN_OPERATORS
  update: 'xn', // A: bit 0 is set for --, bit 1 in front of the operand
  await: 'n',
  require: 'ni', // the call of the free `require` that names a site
  opaque: 'lx', // not understood: what of it is understood, and an index into OPAQUE_REASONS
  // members of a class
  field: 'nnx', // key, value; C: MEMBER_… bits
  method: 'nnx',
  constructor: 'n',
  'static-block': 'n', // a function
  decorator: 'n',
  // patterns; a target is a name, a member or one of these
  'array-pattern': 'l',
  'object-pattern': 'l',
  default: 'nn',
  rest: 'n',
  'parameter-property': 'nb', // a constructor's parameter that is a property
  // statements; an expression is one too
  declare: 'xl', // A: an index into DECLARATION_WORDS
  declarator: 'nn',
  'function-declaration': 'bn',
  'class-declaration': 'bn',
  enum: 'bl',
  'enum-member': 'nn',
  'export-default': 'n',
  'export-assignment': 'n', // `export =`
  return: 'n',
  throw: 'n',
  if: 'nnn', // A is a test
  switch: 'nl', // A is a test
  case: 'nl',
  'for-of': 'nnn',
  'for-in': 'nnn',
  for: 'lnn', // initialisation, condition and update, each perhaps 0; body; nothing
  while: 'nn',
  'do-while': 'nn', // condition, body
  block: 'l',
  break: '',
  continue: '',
} as const;

export type ValueOp = keyof typeof VALUE_OPERANDS;
/** A node's OP is an index into it. */
export const VALUE_OPS: readonly ValueOp[] = Object.keys(VALUE_OPERANDS) as ValueOp[];

export const UNARY_OPERATORS = ['!', '-', '+', '~', 'typeof', 'void', 'delete'] as const;
export const BINARY_OPERATORS = [
  ...(['+', '-', '*', '/', '%', '**', '==', '!=', '===', '!==', '<', '<=', '>', '>='] as const),
  ...(['&', '|', '^', '<<', '>>', '>>>', 'in', 'instanceof'] as const),
] as const;
export const LOGICAL_OPERATORS = ['&&', '||', '??'] as const;
export const ASSIGN_OPERATORS = [
  ...(['=', '+=', '-=', '*=', '/=', '%=', '**=', '&=', '|=', '^=', '<<=', '>>=', '>>>='] as const),
  ...(['&&=', '||=', '??='] as const),
] as const;
export const DECLARATION_WORDS = ['var', 'let', 'const'] as const;
export const OPAQUE_REASONS = ['unsupported-syntax', 'budget'] as const;

/** In front of a `#name`, so that it is no property that has that name as a string. */
export const PRIVATE = '\0#';
/** Among the members that methods write to: one that only the running program knows. */
export const ANY_MEMBER = '*';

export const MEMBER_STATIC = 1;
export const MEMBER_GETTER = 2;
export const MEMBER_SETTER = 4;
export const MEMBER_AMBIENT = 8; // `declare x: T`, `abstract x: T`: nothing is there when the program runs

/** A variable: the same name in the same scope. */
export const VALUE_BINDING = {
  NAME: 0,
  FLAGS: 1,
  /** Of an import: its site plus 1. */ SITE: 2,
  IMPORTED: 3,
  WORDS: 4,
} as const;
export const BINDING_ASSIGNED = 1; // assigned to somewhere, its declaration left out
export const BINDING_LATE_ASSIGNED = 2; // in code that can run after the module has been loaded
export const BINDING_LATE_WRITTEN = 4; // what it holds is written to in such code

/** Of a function or class. */
export const VALUE_FUNCTION = {
  /** Bits FUNCTION_…. */
  FLAGS: 0,
  NAME: 1,
  /** The binding that the function itself has inside (`const a = function b() {}`), plus 1. */
  SELF: 2,
  /** List of bindings: what `var` binds in it. Of a class the properties (strings) that its methods assign to. */
  VARS: 3,
  WORDS: 4,
} as const;
export const FUNCTION_ARROW = 1;
export const FUNCTION_EXPRESSION_BODY = 2;
export const FUNCTION_ASYNC = 4;
export const FUNCTION_GENERATOR = 8;

/** A specifier and its place. */
export const VALUE_SITE = { SPECIFIER: 0, LINE: 1, COLUMN: 2, WORDS: 3 } as const;

/** NAME is `*` for `export *`. */
export const VALUE_EXPORT = { NAME: 0, FROM: 1, A: 2, B: 3, WORDS: 4 } as const;
export const VALUE_EXPORT_BINDING = 0; // A is a binding
export const VALUE_EXPORT_DEFAULT = 1; // what `export default` says
export const VALUE_EXPORT_SITE = 2; // A is a site, B the name there; `*` for the whole module

/** Where something is written to that may be known by another name. */
export const VALUE_WRITE = {
  /** The assignment, call … */
  NODE: 0,
  BINDING: 1,
  /** Bits WRITE_…. */
  HOW: 2,
  /** The member of it that is written to, plus 1; 0 when it is the value itself. */
  MEMBER: 3,
  WORDS: 4,
} as const;
/** `const BINDING = OF.MEMBER`, OF being an import; MEMBER plus 1, 0 when there is none. */
export const VALUE_ALIAS = { BINDING: 0, OF: 1, MEMBER: 2, WORDS: 3 } as const;

export const WRITE_THROUGH = 1; // to what the binding holds, not to the binding itself
export const WRITE_LATE = 2; // in code that can run after the module has been loaded
export const WRITE_BELOW = 4; // to what the member holds, not to the member itself

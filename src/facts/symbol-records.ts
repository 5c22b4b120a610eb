/**
 * What one file says of its symbols: a pure function of its bytes. Columns of words, because a project has a million uses; names are
 * indexes into the file's strings. Where an import leads, and so what a name of another file means, is found when files are linked.
 */
export interface SymbolFacts {
  /** {@link DECLARATION}.WORDS each, in source order; a member comes after what it is a member of. */
  readonly declarations: Uint32Array;
  /** {@link HERITAGE}.WORDS each: what classes and interfaces extend and implement, their type parameters and signatures. */
  readonly heritage: Uint32Array;
  /** {@link IMPORTED}.WORDS each: names that imports bind in this file. */
  readonly imports: Uint32Array;
  /** {@link EXPORT}.WORDS each: names under which other files see something of this file, in source order. */
  readonly exports: Uint32Array;
  /** {@link TERM}.WORDS each: values and types as far as declarations tell them. Operands come before what is made of them. */
  readonly terms: Uint32Array;
  /** {@link USE}.WORDS each, in source order. */
  readonly uses: Uint32Array;
}

/**
 * A named declaration: of the module's scope, of a namespace, or a member (of a class, an interface, an enum, an object type, or an object literal
 * that a constant is). What is declared inside of functions is not listed; only its type counts, for the members used on it.
 */
export const DECLARATION = {
  NAME: 0,
  /** An index into SYMBOL_KINDS. */
  KIND: 1,
  /** The declaration that it is a member of, plus 1; 0 for the module. */
  PARENT: 2,
  /**
   * The first declaration of the same symbol, itself if it is that. One symbol are: overloads; the two accessors of a property; interfaces, namespaces
   * and enums of one name, and a class, function or enum with such a namespace, a class with such an interface.
   */
  SYMBOL: 3,
  /** Bits DECLARED_… */
  FLAGS: 4,
  /** The whole declaration: from its first decorator or modifier to its end. 1-based, columns in UTF-16 units, end exclusive. */
  LINE: 5,
  COLUMN: 6,
  END_LINE: 7,
  END_COLUMN: 8,
  /** The name in it. */
  NAME_LINE: 9,
  NAME_COLUMN: 10,
  NAME_LENGTH: 11,
  /** Printed on one line, without body or initialiser. */
  SIGNATURE: 12,
  /** The doc comment's text without its stars; an index into the strings, of '' where there is none. */
  DOC: 13,
  /**
   * A term plus 1, or 0 when nothing is known. Of a function or method: a `function` term. Of a variable, property or accessor: its value. Of a type alias: the
   * type that it stands for. Of a class, interface, enum, namespace or constant object: 0, it is the declaration itself. So it is of a property that is an
   * object literal or object type: it has members. Members of the object types that an alias is put together from are the alias's own; its term is the rest.
   */
  TERM: 14,
  WORDS: 15,
} as const;

export const DECLARED_STATIC = 1;
export const DECLARED_ABSTRACT = 2;
export const DECLARED_OPTIONAL = 4;
export const DECLARED_READONLY = 8;
export const DECLARED_ASYNC = 16;
export const DECLARED_AMBIENT = 32; // `declare`, or of a declaration file
export const DECLARED_PRIVATE = 64; // `private`, or a `#name`
export const DECLARED_PROTECTED = 128;
export const DECLARED_PARAMETER = 256; // a constructor's parameter that is a property
export const DECLARED_OVERLOAD = 512; // a signature without a body, of something that may have one
export const DECLARED_DEFAULT = 1024; // `export default`; without a name of its own it is called `default`
export const DECLARED_CUT = 2048; // an object literal with more properties than are listed

/** What a class, interface or type alias rests on. */
export const HERITAGE = { DECLARATION: 0, /** A HERITAGE_… below. */ HOW: 1, TERM: 2, WORDS: 3 } as const;

export const HERITAGE_EXTENDS = 0;
export const HERITAGE_IMPLEMENTS = 1;
export const HERITAGE_GENERIC = 2; // TERM is the list of its type parameters
export const HERITAGE_CALLED = 3; // TERM is the function that its call signature is
export const HERITAGE_MADE = 4; // the same of `new`
export const HERITAGE_INDEXED = 5; // TERM is what its index signature gives

/** A name that an import binds. */
export const IMPORTED = {
  /** The number of the import site in the file's facts. */
  SITE: 0,
  /** `default`, `*` for a namespace, `=` for all that `require` gives. */
  NAME: 1,
  LOCAL: 2,
  WORDS: 3,
} as const;

/** A name that other files see. */
export const EXPORT = {
  /** `*` for `export * from`, `=` for `export =` and `module.exports =`. */
  NAME: 0,
  /** An EXPORT_… below: what A is. */
  FROM: 1,
  A: 2,
  /** Of EXPORT_SITE: the name there (`*` for `export * as` and `export *`). */
  B: 3,
  WORDS: 4,
} as const;

export const EXPORT_DECLARATION = 0; // A is a declaration (the first of its symbol)
export const EXPORT_IMPORT = 1; // A is an import binding
export const EXPORT_SITE = 2; // A is an import site of the file
export const EXPORT_TERM = 3; // A is a term: `export default make()`, `module.exports = { a, b }`

/**
 * A value or a type, as a small expression. Equal terms of a file are one term. Literals and whatever is not of the list are `unknown`, which is never
 * kept as an operand: a term with an unknown operand that it needs is unknown too. The first term of a file is `unknown`, so that 0 as an operand of
 * `function` and `list` says that nothing is known there. A map or record is the `array` of its values.
 *
 * `i` is an index of a declaration or import, `t` of a term, `s` of a string.
 */
export const TERM = { OP: 0, A: 1, B: 2, WORDS: 3 } as const;

export const TERM_OPS = [
  'unknown',
  // values
  'declared', // A: i of a declaration: the value that it declares (a class or enum as a value, a function, a constant)
  'imported', // A: i of an import: the value that it binds
  'this', // A: i of a declaration: an instance of that class
  'super', // A: i of a declaration: an instance of what that class extends
  'static-this', // A: i of a declaration: the class itself
  'new', // A: t: an instance of that class; B: t of the first of the arguments' `list`, or 0
  'call', // A: t: what that function returns; B: the same
  'member', // A: t, B: s: a property of that value
  'element', // A: t: an element of that array, set or map
  'await', // A: t: what that promise gives; the value itself if it is none
  'parameter', // A: t of a function, B: its position: what the parameter of that number takes; of a class (or `new`), what its constructor's does
  'function', // A: t of what it returns, or 0; B: t of the first of its parameters' `list`, or 0
  'object', // A: i of a declaration: that object literal
  'namespace', // A: an import site: the module, as `import()` gives it
  // types: what has the type; `instance` of a class's name is an object of it
  'instance', // A: t of a value that names a class, interface, enum or alias: something of that type
  'array', // A: t: an array (set, iterator) of such
  'promise', // A: t: a promise (observable) of such
  'union', // A: t, B: t: one of the two; null and undefined left out
  'all-of', // A: t, B: t: both at once (an intersection)
  'list', // A: t of the head, B: t of the rest, or 0: the parameters of a function
  'type-of', // A: t: the type of that value; the same as the value
  'key', // A: t, B: s: the type of a property of something: `T['name']`
  // type parameters and what is made with them
  'type-parameter', // A: a number of its own in the file; B: t of the `list` of its constraint and its default, or 0
  'generic', // A: t of a function or type, B: t of the `list` of its type parameters
  'applied', // A: t of an `instance`, a `generic` or a value; B: t of the `list` of the types that its type parameters stand for
  'argument', // A: t of a `call` or `new`, B: a position: what is expected of the argument there
  'index', // A: t, B: t: the type of the property that B names: `T[K]`
  'key-of', // A: t: the names of its members
  'mapped', // A: t of what K runs over, B: t of the `list` of K and the type of each member: `{ [K in A]: … }`
  'conditional', // A: t of the `list` of the checked type, what it is to extend, and the type parameters inferred there, B: t of the `list` of both branches
  // types without a name
  'shape', // A: t of the `list` of its `property`s: an object type or object literal
  'property', // A: t or 0, B: s: its name, or `()` and `new()` for signatures
  'literal', // A: s: a string
  'record', // A: t: an object that has such a value under any name
  'tuple', // A: t of the `list` of its elements
  'at', // A: t of an array or tuple, B: a position
  'rest', // A: t of each of the elements: the last in the `list` of parameters, or of arguments that are spread
] as const;

export type TermOp = (typeof TERM_OPS)[number];

/** A place that refers to something. */
export const USE = {
  /** An index into USE_KINDS. */
  KIND: 0,
  /** A TARGET_… below: what WHAT is. */
  TARGET: 1,
  WHAT: 2,
  /** Of TARGET_MEMBER the member's name; else what stands there. */
  NAME: 3,
  /** The innermost declaration that holds the place, plus 1; 0 for the module itself. */
  FROM: 4,
  /** Where the name stands; it is on one line. */
  LINE: 5,
  COLUMN: 6,
  LENGTH: 7,
  WORDS: 8,
} as const;

export const TARGET_DECLARATION = 0; // WHAT is a declaration, the first of its symbol
export const TARGET_IMPORT = 1; // WHAT is an import binding
export const TARGET_MEMBER = 2; // WHAT is the term of what the member belongs to
export const TARGET_SITE = 3; // WHAT is an import site, NAME the name that is imported or passed on from there
export const TARGET_UNKNOWN = 4; // a member NAME of something whose type is not known: counted, never guessed

/** Symbols of the project and who uses them, linked and ready to be encoded. A symbol's number is its position. */
export interface SymbolRecords {
  /**
   * `path`, `path#Name`, `path#Class.member`. For each module in the graph's order: the module itself (kind `module`), then its symbols in the order of their first
   * declarations. After all of them what is imported of other packages, `npm:zod#z`, by id.
   */
  readonly ids: readonly string[];
  /**
   * By symbol, those of {@link ids} that are not `node#name` or `parent.name` (`parent#name` where the parent is a module). Absent: whoever wants to know compares.
   */
  readonly irregularIds?: ReadonlyMap<number, string>;
  readonly names: readonly string[];
  /** Indexes into SYMBOL_KINDS. */
  readonly kinds: Uint8Array;
  /** The module (or external package) of each, as a node of the graph. */
  readonly nodes: Uint32Array;
  /** What each is a member of; of what stands at the top level, the module; of a module or external, NO_SYMBOL. */
  readonly parents: Uint32Array;
  /** Bits DECLARED_… of the first declaration. */
  readonly flags: Uint32Array;
  /** Declarations of symbol s are declarationOffsets[s] … declarationOffsets[s + 1], SYMBOL_PLACE.WORDS each. */
  readonly declarationOffsets: Uint32Array;
  readonly declarations: Uint32Array;
  /** Signatures and doc comments. */
  readonly texts: readonly string[];
  /** Names that modules export, EXPORTED_SYMBOL.WORDS each, ordered by module and name; re-exports are followed to the declaration. */
  readonly exported: Uint32Array;
  readonly exportNames: readonly string[];
  /** Compressed sparse rows from a symbol (the innermost that holds the place) to what it uses; targets ascend in a row, no parallel edges. */
  readonly offsets: Uint32Array;
  readonly targets: Uint32Array;
  /** Bits of USE_KINDS. */
  readonly masks: Uint32Array;
  /** Places of edge e are siteOffsets[e] … siteOffsets[e + 1] in source order, SYMBOL_SITE.WORDS each; an `override` has none. */
  readonly siteOffsets: Uint32Array;
  readonly sites: Uint32Array;
  /** Names of members that are used on something of unknown type, sorted by code unit, and how often: nobody can say whose they are. */
  readonly unknownMembers: readonly string[];
  readonly unknownCounts: Uint32Array;
}

export const NO_SYMBOL = 0xffffffff;

/** Words of one declaration in {@link SymbolRecords.declarations}; SIGNATURE and DOC are indexes into its texts. */
export const SYMBOL_PLACE = {
  LINE: 0,
  COLUMN: 1,
  END_LINE: 2,
  END_COLUMN: 3,
  NAME_LINE: 4,
  NAME_COLUMN: 5,
  NAME_LENGTH: 6,
  SIGNATURE: 7,
  DOC: 8,
  WORDS: 9,
} as const;

/** MODULE is a symbol of kind `module`, NAME an index into exportNames, SYMBOL what it leads to. */
export const EXPORTED_SYMBOL = { MODULE: 0, NAME: 1, SYMBOL: 2, WORDS: 3 } as const;

export const SYMBOL_SITE = { KIND: 0, LINE: 1, COLUMN: 2, LENGTH: 3, WORDS: 4 } as const;

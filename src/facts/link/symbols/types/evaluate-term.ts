import { TERM_OPS, type TermOp } from '../../../symbol-records.ts';
import { CLASS, INTERFACE } from '../meanings.ts';
import { appliedType } from './applied-types.ts';
import type { Arguments } from './arguments.ts';
import { type Environment, NO_ENVIRONMENT } from './environments.ts';
import type { TermTypes } from './term-types.ts';
import { instanceType, type TermMade, type Type, UNKNOWN, valueType } from './type-table.ts';

type Evaluation = (types: TermTypes, module: number, term: number, environment: Environment) => Type;

/** What a term comes to where type parameters stand for this: by its op, and what its operands come to. */
export function evaluateTerm(types: TermTypes, module: number, term: number, environment: Environment): Type {
  return (BY_NUMBER[types.columns.opNumber(module, term)] ?? unknown)(types, module, term, environment);
}

const unknown: Evaluation = () => UNKNOWN;

const operand: Evaluation = (types, module, term, environment) =>
  types.of(module, types.columns.a(module, term), environment);

const second: Evaluation = (types, module, term, environment) =>
  types.of(module, types.columns.b(module, term), environment);

const symbolOf = (types: TermTypes, module: number, term: number): number =>
  types.symbolAt(module, types.columns.a(module, term));

const given = (types: TermTypes, module: number, call: number, environment: Environment): Arguments => ({
  module,
  list: types.columns.b(module, call),
  environment,
});

const itself =
  (op: TermMade['op']): Evaluation =>
  (types, module, term, environment) =>
    types.table.ofTerm(op, module, term, environment);

const held =
  (op: 'array' | 'promise' | 'record' | 'key-of'): Evaluation =>
  (types, module, term, environment) =>
    types.table.holder(op, operand(types, module, term, environment));

const memberOf: Evaluation = (types, module, term, environment) =>
  types.memberTypes.of(operand(types, module, term, environment), types.columns.name(module, term));

const thisOf: Evaluation = (types, module, term, environment) => {
  const symbol = symbolOf(types, module, term);
  const kind = types.context.symbols.kinds[symbol];
  const type = kind === CLASS || kind === INTERFACE ? instanceType(symbol) : valueType(symbol);
  return types.symbolTypes.boundTo(symbol, type, environment);
};

const argument: Evaluation = (types, module, term, environment) => {
  const { columns, calls } = types;
  const call = columns.a(module, term);
  const position = columns.b(module, term);
  const passed = given(types, module, call, environment);
  const isNew = columns.op(module, call) === 'new';
  return types.each(operand(types, module, call, environment), (type) =>
    isNew ? calls.constructed(type, position, passed) : calls.parameter(type, position, passed),
  );
};

/** A type parameter: what it stands for, else itself. */
const parameterType: Evaluation = (types, module, term, environment) => {
  const parameter =
    environment === NO_ENVIRONMENT
      ? types.table.ofTerm('type-parameter', module, term, NO_ENVIRONMENT)
      : types.of(module, term);
  return types.table.environments.get(environment, parameter) ?? parameter;
};

/** A table: a `switch` over as many strings takes most of the time of a small term. */
const EVALUATIONS: Readonly<Record<TermOp, Evaluation>> = {
  unknown,
  declared: (types, module, term) => types.symbolTypes.value(symbolOf(types, module, term)),
  imported: (types, module, term) => types.meaning(types.context.imports.of(module, types.columns.a(module, term))[0]),
  this: thisOf,
  super: (types, module, term, environment) =>
    types.table.union(types.members.heritage.extended(thisOf(types, module, term, environment))),
  'static-this': (types, module, term) => valueType(symbolOf(types, module, term)),
  new: (types, module, term, environment) => {
    const passed = given(types, module, term, environment);
    return types.each(operand(types, module, term, environment), (type) => types.calls.made(type, passed));
  },
  call: (types, module, term, environment) => {
    const passed = given(types, module, term, environment);
    return types.each(operand(types, module, term, environment), (type) => types.calls.called(type, passed));
  },
  member: memberOf,
  element: (types, module, term, environment) => types.held.element(operand(types, module, term, environment)),
  await: (types, module, term, environment) => types.held.awaited(operand(types, module, term, environment)),
  parameter: (types, module, term, environment) => {
    const position = types.columns.b(module, term);
    return types.each(operand(types, module, term, environment), (type) => types.calls.parameter(type, position));
  },
  function: itself('function'),
  object: (types, module, term, environment) => {
    const symbol = symbolOf(types, module, term);
    return types.symbolTypes.boundTo(symbol, valueType(symbol), environment);
  },
  namespace: (types, module, term) => {
    const { exports, symbols } = types.context;
    const entry = exports.lookup.atSite(module, types.columns.a(module, term), symbols.names.numberOf('*'));
    return types.meaning(exports.of(entry)[0]);
  },
  instance: (types, module, term, environment) => types.named(module, types.columns.a(module, term), environment),
  array: held('array'),
  promise: held('promise'),
  union: (types, module, term, environment) =>
    types.table.union([operand(types, module, term, environment), second(types, module, term, environment)]),
  'all-of': (types, module, term, environment) =>
    types.table.allOf([operand(types, module, term, environment), second(types, module, term, environment)]),
  list: unknown,
  'type-of': operand,
  key: memberOf,
  'type-parameter': parameterType,
  generic: (types, module, term, environment) =>
    types.columns.op(module, types.columns.a(module, term)) === 'function'
      ? types.table.ofTerm('function', module, term, environment)
      : operand(types, module, term, environment),
  applied: (types, module, term, environment) => appliedType(types.context, types, module, term, environment),
  argument,
  index: (types, module, term, environment) =>
    types.memberTypes.at(operand(types, module, term, environment), second(types, module, term, environment)),
  'key-of': held('key-of'),
  mapped: (types, module, term, environment) => {
    const keyed = types.memberTypes.keyed(operand(types, module, term, environment));
    return types.table.mapped(keyed, module, term, environment);
  },
  conditional: (types, module, term, environment) => types.conditionals.of(module, term, environment),
  shape: itself('shape'),
  property: unknown,
  literal: (types, module, term) =>
    types.table.literal(types.context.symbols.names.of(module, types.columns.a(module, term))),
  record: held('record'),
  tuple: (types, module, term, environment) =>
    types.table.tuple(types.listed(module, types.columns.a(module, term), environment)),
  at: (types, module, term, environment) =>
    types.held.at(operand(types, module, term, environment), types.columns.b(module, term)),
  rest: operand,
};

const BY_NUMBER = TERM_OPS.map((op) => EVALUATIONS[op]);

import { z } from 'zod';
import type { ParamSpec } from '../base/param-spec.ts';

/** The part of JSON Schema that zod says of a parameter. */
interface Property {
  readonly type?: string;
  readonly description?: string;
  readonly default?: unknown;
  readonly enum?: readonly string[];
  readonly items?: Property;
  readonly anyOf?: readonly Property[];
  readonly const?: unknown;
  readonly minimum?: number;
  readonly maximum?: number;
}

/**
 * The parameters of a query as plain data, read off its zod schema by way of JSON Schema. Only for scripts/generate.mjs and
 * tests: at run time the generated list is used, because zod takes as long to load as Node itself.
 * @throws Error when a parameter is of a kind that a command line or a URL cannot express
 */
export function describeParams(schema: z.ZodObject): ParamSpec[] {
  const { properties = {}, required = [] } = z.toJSONSchema(schema, { io: 'input' }) as {
    properties?: Record<string, Property>;
    required?: string[];
  };
  return Object.entries(properties).map(([name, property]) => ({
    name,
    ...describeType(name, property),
    description: property.description ?? '',
    required: required.includes(name),
    ...(property.default === undefined ? {} : { default: property.default }),
  }));
}

function describeType(name: string, property: Property): Pick<ParamSpec, 'type' | 'values' | 'minimum' | 'maximum'> {
  const { type, items, anyOf } = property;
  if (property.enum) return { type: 'enum', values: property.enum };
  if (type === 'string' || type === 'boolean') return { type };
  if (type === 'integer') return { type, ...bounds(property) };
  if (type === 'array' && items?.enum) return { type: 'enums', values: items.enum };
  if (type === 'array' && items?.type === 'string') return { type: 'strings' };
  const number = anyOf?.find((one) => one.type === 'integer');
  if (number && anyOf?.length === 2 && anyOf.some((one) => one.const === 'all'))
    return { type: 'depth', ...bounds(number) };
  throw new Error(`parameter ${name}: ${JSON.stringify(property)} has no form on a command line`);
}

/** zod's integers are safe ones; that is no bound worth telling. */
function bounds({ minimum, maximum }: Property): Pick<ParamSpec, 'minimum' | 'maximum'> {
  return {
    ...(minimum === undefined || minimum === Number.MIN_SAFE_INTEGER ? {} : { minimum }),
    ...(maximum === undefined || maximum === Number.MAX_SAFE_INTEGER ? {} : { maximum }),
  };
}

import { Argument, type Command, Option } from 'commander';
import type { ParamSpec } from '../../base/param-spec.ts';

/**
 * Offers a query's parameters on a command: some by position, the others as options. Values stay text: `checkParams` reads them, so
 * that a mistake is told in the same words on every surface.
 */
export function addParams(command: Command, specs: readonly ParamSpec[], positional: readonly string[]): void {
  for (const name of positional) {
    const spec = specs.find((one) => one.name === name);
    if (!spec) throw new Error(`${command.name()}: ${name} is not a parameter`);
    const dots = isList(spec) ? '...' : '';
    const form = spec.required ? `<${name}${dots}>` : `[${name}${dots}]`;
    command.addArgument(new Argument(form, describe(spec)));
  }
  for (const spec of specs) if (!positional.includes(spec.name)) command.addOption(optionOf(spec));
}

/** The parameters that were given on a command line; those that were not are absent. */
export function givenParams(
  specs: readonly ParamSpec[],
  positional: readonly string[],
  values: readonly unknown[],
  options: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  const given: Record<string, unknown> = {};
  for (const { name } of specs) {
    const place = positional.indexOf(name);
    const value = place < 0 ? options[camelCase(name)] : values[place];
    if (value !== undefined && !(Array.isArray(value) && value.length === 0)) given[name] = value;
  }
  return given;
}

function optionOf(spec: ParamSpec): Option {
  const flag = `--${spec.name}`;
  // A boolean that is true by default can only be switched off.
  if (spec.type === 'boolean') return new Option(spec.default === true ? `--no-${spec.name}` : flag, describe(spec));
  if (!isList(spec)) return new Option(`${flag} <${placeholder(spec)}>`, describe(spec));
  return new Option(`${flag} <list>`, describe(spec)).argParser((value: string, before: string[] = []) => [
    ...before,
    value,
  ]);
}

const isList = ({ type }: ParamSpec): boolean => type === 'strings' || type === 'enums';

function placeholder({ name, type }: ParamSpec): string {
  if (type === 'depth') return 'n|all';
  return type === 'integer' ? 'n' : name;
}

function describe(spec: ParamSpec): string {
  const { description, values, default: byDefault, type } = spec;
  const parts = [description];
  if (isList(spec)) parts.push('Repeated, or with commas.');
  if (values) parts.push(`${type === 'enum' ? 'One' : 'Any'} of ${values.join(', ')}.`);
  // What is off or empty by default needs no word.
  if (typeof byDefault === 'number' || typeof byDefault === 'string') parts.push(`Default: ${byDefault}.`);
  return parts.join(' ');
}

/** As commander names the value of `--max-tokens`. */
function camelCase(name: string): string {
  return name.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

import { closest } from './closest.ts';
import { ConduitError } from './errors.ts';

/**
 * One parameter of a query, as plain data: what every surface needs to offer it (a CLI option, an HTTP
 * query parameter, a JSON Schema property) and to check it, without loading zod. Generated from the zod
 * schemas into `src/queries/generated/params.ts`; a test holds the two against each other.
 */
export interface ParamSpec {
  readonly name: string;
  /** `depth` is a whole number or `'all'`. */
  readonly type: 'string' | 'integer' | 'boolean' | 'enum' | 'strings' | 'enums' | 'depth';
  readonly description: string;
  readonly required: boolean;
  readonly default?: unknown;
  /** The words of an `enum` or `enums`. */
  readonly values?: readonly string[];
  readonly minimum?: number;
  readonly maximum?: number;
}

/**
 * Checks parameters as they came (values of the right type, or text from a command line or a URL),
 * fills in defaults, and returns them in the order of the specs, so that an answer's `params` has one form.
 * @throws ConduitError CONDUIT_BAD_PARAMS naming the parameter and what it takes.
 */
export function checkParams(
  specs: readonly ParamSpec[],
  given: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  for (const name of Object.keys(given)) {
    if (given[name] === undefined || specs.some((spec) => spec.name === name)) continue;
    const candidates = closest(
      name,
      specs.map((spec) => spec.name),
    );
    throw new ConduitError('CONDUIT_BAD_PARAMS', `unknown parameter \`${name}\``, candidates);
  }
  const params: Record<string, unknown> = {};
  for (const spec of specs) {
    const value = Object.hasOwn(given, spec.name) ? given[spec.name] : undefined;
    if (value !== undefined) params[spec.name] = readValue(spec, value);
    else if (spec.required) throw new ConduitError('CONDUIT_BAD_PARAMS', `parameter \`${spec.name}\` is required`);
    else if (spec.default !== undefined) params[spec.name] = spec.default;
  }
  return params;
}

function readValue(spec: ParamSpec, value: unknown): unknown {
  switch (spec.type) {
    case 'string':
      return typeof value === 'string' && value !== '' ? value : refuse(spec, value, 'a non-empty text');
    case 'boolean':
      if (value === true || value === 'true' || value === '') return true;
      return value === false || value === 'false' ? false : refuse(spec, value, 'true or false');
    case 'integer':
      return readInteger(spec, value);
    case 'depth':
      return value === 'all' ? value : readInteger(spec, value, ' or `all`');
    case 'enum':
      return readWord(spec, value);
    case 'enums':
      return readList(spec, value).map((word) => readWord(spec, word));
    case 'strings':
      return readList(spec, value);
  }
}

function readInteger(spec: ParamSpec, value: unknown, orElse = ''): number {
  const number = typeof value === 'string' && /^\d+$/.test(value) ? Number(value) : value;
  const { minimum = 0, maximum = Number.MAX_SAFE_INTEGER } = spec;
  if (typeof number === 'number' && Number.isSafeInteger(number) && number >= minimum && number <= maximum)
    return number;
  const range = spec.maximum === undefined ? `of at least ${minimum}` : `from ${minimum} to ${maximum}`;
  return refuse(spec, value, `a whole number ${range}${orElse}`);
}

function readWord(spec: ParamSpec, value: unknown): string {
  const words = spec.values ?? [];
  if (typeof value === 'string' && words.includes(value)) return value;
  return refuse(spec, value, `one of ${words.join(', ')}`, closest(String(value), words));
}

function readList(spec: ParamSpec, value: unknown): string[] {
  const list = typeof value === 'string' ? [value] : value;
  if (!Array.isArray(list) || !list.every((item) => typeof item === 'string'))
    return refuse(spec, value, 'a list of words');
  return list
    .flatMap((item) => (spec.type === 'enums' ? item.split(',') : splitGlobs(item)))
    .map((item) => item.trim())
    .filter((item) => item !== '');
}

/** At commas, but not at those of a glob: `src/{cart,orders},lib` is two. */
function splitGlobs(text: string): string[] {
  const parts: string[] = [];
  let start = 0;
  let open = 0;
  for (let at = 0; at < text.length; at++) {
    const character = text[at] ?? '';
    if ('{('.includes(character)) open++;
    else if ('})'.includes(character)) open = Math.max(0, open - 1);
    else if (character === ',' && open === 0) {
      parts.push(text.slice(start, at));
      start = at + 1;
    }
  }
  return [...parts, text.slice(start)];
}

function refuse(spec: ParamSpec, value: unknown, wanted: string, candidates?: readonly string[]): never {
  const shown = typeof value === 'string' ? `\`${value.slice(0, 80)}\`` : typeof value;
  throw new ConduitError('CONDUIT_BAD_PARAMS', `parameter \`${spec.name}\` takes ${wanted}, not ${shown}`, candidates);
}

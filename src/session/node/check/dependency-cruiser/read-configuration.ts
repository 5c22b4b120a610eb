import { readFileSync, statSync } from 'node:fs';
import { dirname, relative, resolve } from 'node:path';
import { type ParseError, parse } from 'jsonc-parser';
import { ConduitError } from '../../../../base/errors.ts';
import { isRecord } from '../../../../base/is-record.ts';
import { createEvaluator } from '../../../../facts/evaluate/evaluator.ts';
import { createValueReader } from '../../../../facts/extract/values/read-values.ts';
import { kernelModule } from '../../kernels.ts';
import { plainData } from './plain-data.ts';

const ENDINGS = ['', '.js', '.cjs', '.mjs', '.json', '/index.js'];
const LARGEST_BYTES = 2 ** 21;

/**
 * A configuration of dependency-cruiser as data. One that is a program is never run: its value is told from its text, and from those of the files that it imports.
 * @param path absolute
 * @throws ConduitError CONDUIT_NOT_TRANSLATED when there is none, or a part of it cannot be told
 */
export function readConfiguration(path: string): Readonly<Record<string, unknown>> {
  const refuse = (why: string): never => {
    throw new ConduitError('CONDUIT_NOT_TRANSLATED', `${path} ${why}`);
  };
  const text = textOf(path) ?? refuse('cannot be read');
  if (/\.json[c5]?$/.test(path)) {
    const errors: ParseError[] = [];
    const data: unknown = parse(text, errors, { allowTrailingComma: true });
    return errors.length === 0 && isRecord(data) ? data : refuse('is not JSON');
  }
  const found = plainData(evaluate(path));
  if ('unknownAt' in found)
    return refuse(`is a program, and what it makes of \`${found.unknownAt}\` cannot be told from its text`);
  return isRecord(found.data) ? found.data : refuse('exports no configuration');
}

function evaluate(path: string) {
  const folder = dirname(path);
  const readValues = createValueReader(kernelModule('plain'));
  const read = new Map<string, ReturnType<typeof readValues>>();
  const valuesOf = (name: string) => {
    const known = read.get(name);
    if (known !== undefined) return known;
    const text = textOf(resolve(folder, name));
    const facts = text === null ? null : readValues(name, Buffer.from(text));
    read.set(name, facts);
    return facts;
  };
  const own = relative(folder, path);
  const evaluator = createEvaluator({
    valuesOf,
    importOf(importer, { specifier }) {
      if (!specifier.startsWith('.')) return { kind: 'external', id: `npm:${specifier}` };
      const target = resolve(folder, dirname(importer), specifier);
      const file = ENDINGS.map((ending) => `${target}${ending}`).find((one) => textOf(one) !== null);
      return file === undefined ? { kind: 'unknown' } : { kind: 'module', path: relative(folder, file) };
    },
    paths: () => [own],
  });
  return evaluator.exported(own, 'default');
}

function textOf(path: string): string | null {
  try {
    const stat = statSync(path);
    return stat.isFile() && stat.size <= LARGEST_BYTES ? readFileSync(path, 'utf8') : null;
  } catch {
    return null;
  }
}

import { posix } from 'node:path';
import { createEvaluator, type Evaluator } from '../../src/facts/evaluate/evaluator.ts';
import { orderedKeys } from '../../src/facts/evaluate/object-keys.ts';
import type { Value } from '../../src/facts/evaluate/values.ts';
import { createValueReader } from '../../src/facts/extract/values/read-values.ts';
import type { ValueFacts } from '../../src/facts/value-records.ts';
import { kernelModule } from '../../src/session/node/kernels.ts';

const readValues = createValueReader(kernelModule('plain'));

/** The values of one file. */
export function valuesOf(source: string, path = 'harbour.ts'): ValueFacts | null {
  return readValues(path, Buffer.from(source));
}

/** An evaluator of files as a test writes them. Specifiers that begin with a dot are paths from the importer's folder, all others packages. */
export function evaluatorOf(files: Readonly<Record<string, string>>): Evaluator {
  return createEvaluator({
    valuesOf: (path) => (files[path] === undefined ? null : valuesOf(files[path], path)),
    importOf(path, { specifier }) {
      if (specifier === 'missing') return { kind: 'unknown' };
      if (!specifier.startsWith('.')) return { kind: 'external', id: `npm:${specifier}` };
      return { kind: 'module', path: posix.join(posix.dirname(path), specifier) };
    },
    paths: () => Object.keys(files),
  });
}

/** The value of the export `value` (or another) of one file, in words. */
export function shown(source: string, name = 'value'): unknown {
  return show(evaluatorOf({ 'harbour.ts': source }).exported('harbour.ts', name));
}

/** A value as plain data: what is not known becomes text, such as `?mutated`. */
export function show(value: Value, depth = 0): unknown {
  if (depth > 12) return '…';
  const inner = (other: Value): unknown => show(other, depth + 1);
  switch (value.kind) {
    case 'array':
      return value.taint === null ? value.elements.map(inner) : `?${value.taint}`;
    case 'object': {
      if (value.taint !== null) return `?${value.taint}`;
      const entries = orderedKeys(value.properties).map((key): [string, unknown] => [
        key,
        inner(value.properties.get(key) as Value),
      ]);
      const known = entries.filter(([key]) => !key.startsWith('\0'));
      return Object.fromEntries(value.open === null ? known : [...known, ['…', value.open]]);
    }
    case 'choice':
      return { if: value.condition.text, yes: inner(value.ifTrue), no: inner(value.ifFalse) };
    case 'template':
      return value.parts.map((part) => (typeof part === 'string' ? part : `\${${String(inner(part))}}`)).join('');
    case 'unknown':
      return `?${value.reason}`;
    case 'external':
      return `<${value.id}>`;
    case 'member':
      return `${String(inner(value.object))}.${value.name}`;
    case 'call':
      return { [value.isNew ? 'new' : 'call']: inner(value.callee), with: value.args.map(inner) };
    case 'function':
      return `<function ${value.name}>`;
    case 'class':
      return `<class ${value.name}>`;
    case 'namespace':
      return `<module ${value.module}>`;
    case 'regexp':
      return `/${value.source}/${value.flags}`;
    default:
      return value.value;
  }
}

/**
 * Evaluates everything that the modules of a project export and says how much of it is known:
 *
 *     npm run evaluate-exports -- <root> [--list 20] [--only <text>]
 *
 * `known` is known throughout, `code` a function or class, `partly` an array or object of which some part is not known, `choice` and `template` have
 * unknown parts, `external` is what another package makes. With `--list n` it draws n values that are no code, with their places, to be checked by reading.
 */
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { performance } from 'node:perf_hooks';
import { parseArgs } from 'node:util';
import { createEvaluator, type ValueProject } from '../src/facts/evaluate/evaluator.ts';
import { orderedKeys } from '../src/facts/evaluate/object-keys.ts';
import { isContainer, isSymbolic, type Value } from '../src/facts/evaluate/values.ts';
import { createValueReader } from '../src/facts/extract/values/read-values.ts';
import { createResolver } from '../src/facts/resolve/create-resolver.ts';
import { scanSources } from '../src/facts/scan/scan-sources.ts';
import { kernelModule } from '../src/session/node/kernels.ts';
import { lowestRanked, rankOf } from './rank.ts';

const { positionals, values: options } = parseArgs({
  allowPositionals: true,
  options: {
    list: { type: 'string', default: '0' },
    only: { type: 'string', default: '' },
    seed: { type: 'string', default: '1' },
  },
});
const root = resolve(positionals[0] ?? '.');
const SCAN = { include: [], exclude: [], maxFileBytes: 2 ** 21, dotDirectories: false, minified: false };

const scan = scanSources(root, SCAN);
const resolver = createResolver(root, scan, () => []);
const sources = new Set(scan.files.map(({ path }) => path));
const readValues = createValueReader(kernelModule('plain'));
let reading = 0;
let words = 0;
const started = performance.now();
const known = new Map<string, ReturnType<typeof readValues>>();
const project: ValueProject = {
  valuesOf(path) {
    const found = known.get(path);
    if (found !== undefined) return found;
    if (!sources.has(path) && !path.endsWith('.json')) return null;
    const before = performance.now();
    const facts = readValues(path, readFileSync(join(root, path)));
    reading += performance.now() - before;
    words += facts ? facts.nodes.length + facts.lists.length + facts.writes.length : 0;
    known.set(path, facts);
    return facts;
  },
  importOf(path, { specifier }) {
    const target = resolver.resolve(path, specifier, 'static');
    if (target.kind === 'unresolved') return { kind: 'unknown' };
    const isFile = target.kind === 'module' || target.id.endsWith('.json');
    return isFile ? { kind: 'module', path: target.id } : { kind: 'external', id: target.id };
  },
  paths: () => sources,
};

const evaluator = createEvaluator(project);
const kinds = new Map<string, number>();
const samples: { place: string; text: string }[] = [];
for (const path of sources) {
  for (const name of evaluator.exportNames(path)) {
    const value = evaluator.exported(path, name);
    const kind = kindOf(value);
    kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
    if (kind !== 'code' && kind.includes(options.only))
      samples.push({ place: `${path}#${name}`, text: `${kind}  ${JSON.stringify(textOf(value))?.slice(0, 300)}` });
  }
}
const total = performance.now() - started;
const exported = [...kinds.values()].reduce((sum, count) => sum + count, 0);
console.log(
  `${sources.size} files, ${exported} exports, ${total.toFixed(0)} ms, of which reading ${reading.toFixed(0)} ms`,
);
console.log(`values of the files: ${((words * 4) / 2 ** 20).toFixed(1)} MB`);
for (const [kind, count] of [...kinds].sort(([, a], [, b]) => b - a))
  console.log(`${String(count).padStart(7)}  ${kind}`);
for (const { place, text } of lowestRanked(samples, Number(options.list), (sample) =>
  rankOf(options.seed, sample.place),
))
  console.log(`\n${place}\n  ${text}`);

function kindOf(value: Value): string {
  if (value.kind === 'function' || value.kind === 'class') return 'code';
  if (isSymbolic(value)) return 'external';
  if (value.kind === 'unknown') return `unknown: ${value.reason}`;
  if (value.kind === 'choice' || value.kind === 'template') return value.kind;
  if (isContainer(value) && value.taint !== null) return `unknown: ${value.taint}`;
  return isKnown(value, new Set()) ? 'known' : 'partly';
}

/** Whether nothing in it is unknown; what holds itself is looked at once. */
function isKnown(value: Value, seen: Set<Value>): boolean {
  if (seen.has(value)) return true;
  seen.add(value);
  if (value.kind === 'function' || value.kind === 'class') return true;
  if (value.kind === 'array') return value.taint === null && value.elements.every((inner) => isKnown(inner, seen));
  if (value.kind !== 'object') return 'value' in value || value.kind === 'regexp' || value.kind === 'namespace';
  return (
    value.taint === null && value.open === null && [...value.properties.values()].every((inner) => isKnown(inner, seen))
  );
}

function textOf(value: Value, depth = 0): unknown {
  if (depth > 4) return '…';
  switch (value.kind) {
    case 'array':
      return value.taint === null ? value.elements.map((inner) => textOf(inner, depth + 1)) : `?${value.taint}`;
    case 'object': {
      if (value.taint !== null) return `?${value.taint}`;
      const keys = orderedKeys(value.properties).filter((key) => !key.startsWith('\0'));
      const entries = keys.map((key) => [key, textOf(value.properties.get(key) as Value, depth + 1)]);
      return Object.fromEntries(value.open === null ? entries : [...entries, ['…', value.open]]);
    }
    case 'choice':
      return [`if ${value.condition.text}`, textOf(value.ifTrue, depth + 1), textOf(value.ifFalse, depth + 1)];
    case 'template':
      return value.parts.map((part) => (typeof part === 'string' ? part : '…')).join('');
    case 'unknown':
      return `?${value.reason}`;
    case 'external':
      return `<${value.id}>`;
    case 'member':
      return `${JSON.stringify(textOf(value.object, depth + 1))}.${value.name}`;
    case 'call':
      return { call: textOf(value.callee, depth + 1), with: value.args.map((arg) => textOf(arg, depth + 1)) };
    case 'bigint':
      return `${value.value}n`;
    case 'function':
    case 'class':
      return `<${value.kind} ${value.name}>`;
    default:
      return 'value' in value ? value.value : `<${value.kind}>`;
  }
}

import { edgeMask } from '../../base/edge-kinds.ts';
import { useMask } from '../../base/symbol-kinds.ts';
import type { SymbolsReader } from '../../image/reader.ts';
import { exportRows, symbolsGivenBy } from './export-rows.ts';
import type { Scope } from './scope.ts';

/** Kinds of import that give all of a module at once, to be looked into or handed on. */
const WHOLE_IMPORTS = edgeMask(['dynamic', 'require', 'import-equals', 'glob']);
/** Uses of a namespace as a value. */
const VALUES = ['read', 'call', 'define', 'write', 'new', 'jsx'] as const;
const VALUE_USES = useMask(VALUES);

/**
 * Symbols any of which may be used where their module is used as a whole, with a place (`path:line`) where it is: `Object.keys(all)`, `lazy(() =>
 * import('./page'))`, `register(require('./plugin'))`. A module of which the place takes names (`all.price`, `const { price } = await import(…)`) is not.
 */
export function symbolsOfWholes(scope: Scope): ReadonlyMap<number, string> {
  const { symbols } = scope.image;
  const rows = exportRows(symbols);
  const found = new Map<number, string>();
  for (const [node, place] of [...namespaces(scope), ...loaded(scope, rows)]) {
    for (const symbol of symbolsGivenBy(symbols, rows, [node])) if (!found.has(symbol)) found.set(symbol, place);
  }
  return found;
}

/** In `all.price` the member stands right behind the namespace; where none does, the namespace is handed on. */
function namespaces({ image: { symbols }, isReached }: Scope): Map<number, string> {
  const { offsets, targets, masks } = symbols.reverse;
  const wholes = new Map<number, string>();
  const membersIn = remembered((from) => placesIn(symbols, from));
  for (const module of symbols.modules) {
    const node = symbols.nodeOf(module);
    for (let entry = offsets[module] ?? 0; entry < (offsets[module + 1] ?? 0); entry++) {
      const from = targets[entry] ?? 0;
      const user = symbols.nodeOf(from);
      if (((masks[entry] ?? 0) & VALUE_USES) === 0 || user === node || isReached[user] !== 1 || wholes.has(node))
        continue;
      const whole = symbols
        .sitesOf(symbols.reverseEdges[entry] ?? 0)
        .find(({ kind, location: { endLine, endColumn } }) => {
          return VALUES.some((value) => value === kind) && !membersIn(from).has(`${endLine}:${endColumn + 1}`);
        });
      if (whole) wholes.set(node, `${whole.location.path}:${whole.location.line}`);
    }
  }
  return wholes;
}

/** Modules that are loaded where none of their names is taken. */
function loaded(
  { image: { symbols, graph }, isReached }: Scope,
  rows: ReadonlyMap<number, readonly number[]>,
): Map<number, string> {
  const wholes = new Map<number, string>();
  const moduleAt = new Map(Array.from(symbols.modules, (module) => [symbols.nodeOf(module), module]));
  const usedIn = remembered((node) => targetsIn(symbols, moduleAt.get(node)));
  const givenBy = remembered((node) => symbolsGivenBy(symbols, rows, [node]));
  const { offsets, targets, masks } = graph.forward;
  for (let node = 0; node < graph.nodeCount; node++) {
    if (isReached[node] !== 1) continue;
    for (let edge = offsets[node] ?? 0; edge < (offsets[node + 1] ?? 0); edge++) {
      const to = targets[edge] ?? 0;
      if (((masks[edge] ?? 0) & WHOLE_IMPORTS) === 0 || wholes.has(to) || !moduleAt.has(to)) continue;
      const used = usedIn(node);
      if ([...givenBy(to)].some((symbol) => used.has(symbol))) continue;
      const site = graph.sitesOf(edge).find(({ kind }) => ((1 << kind) & WHOLE_IMPORTS) !== 0);
      if (site) wholes.set(to, `${site.location.path}:${site.location.line}`);
    }
  }
  return wholes;
}

function targetsIn(symbols: SymbolsReader, module: number | undefined): Set<number> {
  const used = new Set<number>();
  if (module === undefined) return used;
  const { offsets, targets } = symbols.forward;
  const first = offsets[module] ?? 0;
  const last = offsets[symbols.endOfModule(module)] ?? 0;
  for (let edge = first; edge < last; edge++) used.add(targets[edge] ?? 0);
  return used;
}

/** Where names begin that a symbol uses. */
function placesIn(symbols: SymbolsReader, from: number): Set<string> {
  const { offsets } = symbols.forward;
  const places = new Set<string>();
  for (let edge = offsets[from] ?? 0; edge < (offsets[from + 1] ?? 0); edge++) {
    for (const { location } of symbols.sitesOf(edge)) places.add(`${location.line}:${location.column}`);
  }
  return places;
}

function remembered<Value>(make: (key: number) => Value): (key: number) => Value {
  const known = new Map<number, Value>();
  return (key) => {
    let value = known.get(key);
    if (value === undefined) {
      value = make(key);
      known.set(key, value);
    }
    return value;
  };
}

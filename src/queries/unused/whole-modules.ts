import { edgeMask } from '../../base/edge-kinds.ts';
import { USE_KINDS, useMask } from '../../base/symbol-kinds.ts';
import { type ExportRows, symbolsGivenBy } from './export-rows.ts';
import { lineOfWhole, placesUsed } from './places-used.ts';
import type { Scope } from './scope.ts';

/** Kinds of import that give all of a module at once, to be looked into or handed on. */
const WHOLE_IMPORTS = edgeMask(['dynamic', 'require', 'import-equals', 'glob']);
/** Uses of a namespace as a value. */
const VALUES = ['read', 'call', 'define', 'write', 'new', 'jsx'] as const;
const VALUE_USES = useMask(VALUES);
const VALUE_KINDS: ReadonlySet<number> = new Set(VALUES.map((kind) => USE_KINDS.indexOf(kind)));

/**
 * Symbols any of which may be used where their module is used as a whole, with a place (`path:line`) where it is: `Object.keys(all)`, `lazy(() =>
 * import('./page'))`, `register(require('./plugin'))`. A module of which the place takes names (`all.price`, `const { price } = await import(…)`) is not.
 */
export function symbolsOfWholes(scope: Scope, rows: ExportRows): ReadonlyMap<number, string> {
  const { symbols } = scope.image;
  const found = new Map<number, string>();
  for (const [node, place] of [...namespaces(scope), ...loaded(scope, rows)]) {
    for (const symbol of symbolsGivenBy(symbols, rows, [node])) if (!found.has(symbol)) found.set(symbol, place);
  }
  return found;
}

/** In `all.price` the member stands right behind the namespace; where none does, the namespace is handed on. */
function namespaces({ image: { graph, symbols }, isReached }: Scope): Map<number, string> {
  const { offsets, targets, masks } = symbols.reverse;
  const { nodes } = symbols.columns;
  const wholes = new Map<number, string>();
  const membersIn = new Map<number, ReadonlySet<number>>();
  for (const module of symbols.modules) {
    const node = nodes[module] ?? 0;
    for (let entry = offsets[module] ?? 0; entry < (offsets[module + 1] ?? 0) && !wholes.has(node); entry++) {
      const from = targets[entry] ?? 0;
      const user = nodes[from] ?? 0;
      if (((masks[entry] ?? 0) & VALUE_USES) === 0 || user === node || isReached[user] !== 1) continue;
      const members = membersIn.get(from) ?? placesUsed(symbols, from);
      membersIn.set(from, members);
      const line = lineOfWhole(symbols, symbols.reverseEdges[entry] ?? 0, VALUE_KINDS, (place) => members.has(place));
      if (line !== null) wholes.set(node, `${graph.idOf(user)}:${line}`);
    }
  }
  return wholes;
}

/** Modules that are loaded where none of their names is taken. */
function loaded({ image: { symbols, graph }, isReached }: Scope, rows: ExportRows): Map<number, string> {
  const wholes = new Map<number, string>();
  const moduleAt = new Map(Array.from(symbols.modules, (module) => [symbols.nodeOf(module), module]));
  /** By symbol: the last module that was looked at and uses it, plus 1. */
  const lastUser = new Uint32Array(symbols.count);
  const { offsets, targets, masks } = graph.forward;
  for (let node = 0; node < graph.nodeCount; node++) {
    if (isReached[node] !== 1) continue;
    let isMarked = false;
    for (let edge = offsets[node] ?? 0; edge < (offsets[node + 1] ?? 0); edge++) {
      const to = targets[edge] ?? 0;
      if (((masks[edge] ?? 0) & WHOLE_IMPORTS) === 0 || wholes.has(to) || !moduleAt.has(to)) continue;
      if (!isMarked) markUsed(node);
      isMarked = true;
      if (takesNames(node, to)) continue;
      const site = graph.sitesOf(edge).find(({ kind }) => ((1 << kind) & WHOLE_IMPORTS) !== 0);
      if (site) wholes.set(to, `${site.location.path}:${site.location.line}`);
    }
  }
  return wholes;

  function markUsed(node: number): void {
    const module = moduleAt.get(node);
    if (module === undefined) return;
    const { offsets: rowsFrom, targets: used } = symbols.forward;
    const last = rowsFrom[symbols.endOfModule(module)] ?? 0;
    for (let edge = rowsFrom[module] ?? 0; edge < last; edge++) lastUser[used[edge] ?? 0] = node + 1;
  }

  function takesNames(node: number, to: number): boolean {
    for (const symbol of symbolsGivenBy(symbols, rows, [to])) if (lastUser[symbol] === node + 1) return true;
    return false;
  }
}

import type { CsrVectors } from '../../base/csr.ts';
import { edgeMask } from '../../base/edge-kinds.ts';
import { ALL_USE_KINDS, useMask } from '../../base/symbol-kinds.ts';
import type { GraphReader, ImageReader, SymbolsReader } from '../../image/reader.ts';
import type { AffectedSet } from './affected-set.ts';
import { exportingModules } from './exporting-modules.ts';
import type { IsFollowed } from './steering-modules.ts';
import { moduleSymbols, topLevelSymbols } from './symbol-tops.ts';

/** Naming a symbol in a clause does nothing with it: whoever uses what the clause binds has a use of its own. */
const USES = ALL_USE_KINDS & ~useMask(['import', 'export']);

/** Imports of a module as a whole, of which nobody knows which of its names they mean. */
const OPAQUE = edgeMask([
  'dynamic',
  'require',
  'import-equals',
  'jsdoc',
  'triple-slash',
  'glob',
  'mock',
  'resolve',
  'asset',
]);

const STATIC = edgeMask(['static', 'type']);

export interface SymbolSpread {
  /** The top-level symbol that a symbol is part of; a module is its own. */
  topOf(symbol: number): number;
  /** The symbol that a node is; -1 where it has none. */
  moduleOf(node: number): number;
  /** Adds a top-level symbol that means something else than before, or its module where that is what it is there for. */
  add(node: number, symbol: number, from: number, set: AffectedSet): void;
  /** Adds what a top-level symbol affects. */
  goOn(node: number, symbol: number, set: AffectedSet): void;
}

/**
 * What an affected symbol affects in turn, at the grain of top-level symbols: names of modules are known for certain, what a member of some value is often is not.
 *
 * - Whatever uses it or something declared in it. Code of a module's top level makes the module as a whole affected, and so does a value or
 *   a decorated class that nobody uses: it is there for what making it does.
 * - Whoever has a module that exports it as a whole: `import * as` used as a value, `import()`, `require`, globs, mocks, and components, whose markup is not read.
 */
export function createSymbolSpread({ graph, symbols }: ImageReader, isFollowed: IsFollowed): SymbolSpread {
  const tops = topLevelSymbols(symbols);
  const modules = moduleSymbols(symbols, graph.nodeCount);
  const exporters = exportingModules(symbols, tops);
  const touched = new Uint8Array(graph.nodeCount);
  const topOf = (symbol: number): number => tops[symbol] ?? symbol;

  function add(node: number, top: number, from: number, set: AffectedSet): void {
    if (top === modules[node] || isForItsEffect(symbols, top)) set.addModule(node, from);
    else set.addSymbol(node, top, from);
  }

  function use(symbol: number, from: number, set: AffectedSet): void {
    add(symbols.nodeOf(symbol), topOf(symbol), from, set);
  }

  function users(symbol: number, from: number, set: AffectedSet): void {
    const { offsets, targets, masks } = symbols.reverse;
    for (let entry = offsets[symbol] ?? 0; entry < (offsets[symbol + 1] ?? 0); entry++) {
      if (((masks[entry] ?? 0) & USES) !== 0) use(targets[entry] ?? 0, from, set);
    }
  }

  /** Whoever has the module as a whole, now that something that it exports is affected. */
  function touch(node: number, from: number, set: AffectedSet): void {
    if (touched[node] === 1) return;
    touched[node] = 1;
    if ((modules[node] ?? -1) >= 0) users(modules[node] ?? 0, from, set);
    const { offsets, targets, masks } = graph.reverse;
    for (let entry = offsets[node] ?? 0; entry < (offsets[node + 1] ?? 0); entry++) {
      const importer = targets[entry] ?? 0;
      const mask = masks[entry] ?? 0;
      // What a barrel passes on is in the exports that are known of it.
      const isHidden = (mask & STATIC) !== 0 && !isReadThrough(graph, symbols, importer, modules);
      if (((mask & OPAQUE) !== 0 || isHidden) && isFollowed(importer, mask)) set.addModule(importer, from);
    }
  }

  return {
    topOf,
    moduleOf: (node) => modules[node] ?? -1,
    add,
    goOn(node, symbol, set) {
      const end = symbols.endOfModule(modules[node] ?? 0);
      for (let part = symbol; part < end; part++) if (tops[part] === symbol) users(part, node, set);
      touch(node, node, set);
      // Barrels only pass it on: what is found there is explained by the module that declares it.
      for (const exporter of exporters(symbol)) touch(symbols.nodeOf(exporter), node, set);
    },
  };
}

const DECORATE = useMask(['decorate']);

/** A value, or a class with a decorator, that nobody uses: what making it does must be what it is for. */
function isForItsEffect(symbols: SymbolsReader, symbol: number): boolean {
  const kind = symbols.kindOf(symbol);
  const isMade = kind === 'constant' || kind === 'variable' || kind === 'namespace';
  if (!isMade && !(kind === 'class' && hasEdge(symbols.forward, symbol, DECORATE))) return false;
  return !hasEdge(symbols.reverse, symbol, USES);
}

function hasEdge({ offsets, masks }: CsrVectors, symbol: number, mask: number): boolean {
  for (let entry = offsets[symbol] ?? 0; entry < (offsets[symbol + 1] ?? 0); entry++) {
    if (((masks[entry] ?? 0) & mask) !== 0) return true;
  }
  return false;
}

/** Whether all that a module does with its imports is known as uses of symbols. */
function isReadThrough(graph: GraphReader, symbols: SymbolsReader, node: number, modules: Int32Array): boolean {
  const module = modules[node] ?? -1;
  if (module < 0 || /\.(?:vue|svelte|astro)$/.test(graph.idOf(node))) return false;
  const { offsets } = symbols.forward;
  const end = symbols.endOfModule(module);
  // Not one use in a module that imports something: its symbols were not read.
  return (offsets[end] ?? 0) > (offsets[module] ?? 0);
}

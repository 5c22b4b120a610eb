import { EDGE_KINDS } from '../../../base/edge-kinds.ts';
import type { Location } from '../../../base/location.ts';
import { ALL_USE_KINDS, useKindBit, useMask } from '../../../base/symbol-kinds.ts';
import type { ImageReader } from '../../../image/reader.ts';

/** A name that an import or export clause brings, and what it is used for in the module. */
export interface ImportedName {
  /** What it leads to, by barrels to the declaration. */
  readonly symbol: number;
  /** Bits of USE_KINDS, without those of clauses. */
  readonly uses: number;
  /** True when it is needed as the module loads: at its top level, as a base class or a decorator. */
  readonly isNeededAtOnce: boolean;
}

/** What is known of the imports of one module. */
export interface ModuleImports {
  /** The names that the clause of a site brings, as far as they lead anywhere; none for one without a clause. */
  namesAt(site: Location): readonly ImportedName[];
  /**
   * True when anything in it is decorated, or may be by what could not be resolved: then types of parameters and fields may be used as values.
   */
  readonly mayHaveDecorators: boolean;
}

/** The kinds of import whose names stand in front of the specifier. */
const BINDING_KINDS: ReadonlySet<number> = new Set(
  (['static', 'export-from', 'import-equals', 'type', 'require', 'dynamic'] as const).map((kind) =>
    EDGE_KINDS.indexOf(kind),
  ),
);
const CLAUSES = useMask(['import', 'export']);
const AT_ONCE = useMask(['extends', 'decorate']);
/** Uses that do not depend on when the name has its value. */
const NEVER_RUN = CLAUSES | useMask(['type', 'accepts', 'returns', 'injects', 'implements']);

/** Reads the imports of modules (nodes of the graph); each once. Null for a module without symbols. */
export function createImportReader({ graph, symbols }: ImageReader): (node: number) => ModuleImports | null {
  const moduleOf = new Map(Array.from(symbols.modules, (module) => [symbols.nodeOf(module), module] as const));
  const known = new Map<number, ModuleImports | null>();
  return (node) => {
    const module = moduleOf.get(node);
    const found = known.get(node) ?? (module === undefined ? null : readModule(node, module));
    known.set(node, found);
    return found;
  };

  function readModule(node: number, module: number): ModuleImports {
    const places: Location[] = [];
    let mayHaveDecorators = false;
    for (let edge = graph.forward.offsets[node] ?? 0; edge < (graph.forward.offsets[node + 1] ?? 0); edge++) {
      for (const { kind, location } of graph.sitesOf(edge)) if (BINDING_KINDS.has(kind)) places.push(location);
      mayHaveDecorators ||= graph.kindOf(graph.forward.targets[edge] ?? 0) === 'unresolved';
    }
    places.sort(byPlace);

    const uses = new Map<number, number>();
    const atOnce = new Set<number>();
    const clauses: { readonly symbol: number; readonly isImport: boolean; readonly location: Location }[] = [];
    const { offsets, targets, masks } = symbols.forward;
    for (let symbol = module; symbol < symbols.endOfModule(module); symbol++) {
      for (let edge = offsets[symbol] ?? 0; edge < (offsets[symbol + 1] ?? 0); edge++) {
        const mask = masks[edge] ?? 0;
        const target = targets[edge] ?? 0;
        mayHaveDecorators ||= (mask & useKindBit('decorate')) !== 0;
        uses.set(target, (uses.get(target) ?? 0) | (mask & ALL_USE_KINDS & ~CLAUSES));
        const isAtTop = symbol === module && (mask & ALL_USE_KINDS & ~NEVER_RUN) !== 0;
        if (isAtTop || (mask & AT_ONCE) !== 0) atOnce.add(target);
        if ((mask & CLAUSES) === 0) continue;
        for (const { kind, location } of symbols.sitesOf(edge)) {
          if (kind === 'import' || kind === 'export') {
            clauses.push({ symbol: target, isImport: kind === 'import', location });
          }
        }
      }
    }
    // A name that is imported, or declared here, and then exported stands in no clause with a specifier; its export is a use of its value.
    const imported = new Set(clauses.flatMap(({ symbol, isImport }) => (isImport ? [symbol] : [])));
    const names = new Map<string, Map<number, ImportedName>>();
    for (const { symbol, isImport } of clauses) {
      if (!isImport && imported.has(symbol)) uses.set(symbol, (uses.get(symbol) ?? 0) | useKindBit('export'));
    }
    for (const { symbol, isImport, location } of clauses) {
      const isLocalExport = !isImport && (imported.has(symbol) || symbols.nodeOf(symbol) === node);
      const site = isLocalExport ? undefined : places.find((place) => byPlace(place, location) > 0);
      if (!site) continue;
      const at = keyOf(site);
      const own = names.get(at) ?? new Map<number, ImportedName>();
      names.set(at, own);
      own.set(symbol, {
        symbol,
        uses: isImport ? (uses.get(symbol) ?? 0) : useKindBit('export'),
        isNeededAtOnce: atOnce.has(symbol),
      });
    }
    return { mayHaveDecorators, namesAt: (site) => [...(names.get(keyOf(site))?.values() ?? [])] };
  }
}

const byPlace = (a: Location, b: Location): number => a.line - b.line || a.column - b.column;
const keyOf = ({ line, column }: Location): string => `${line}:${column}`;

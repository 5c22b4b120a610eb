import { EDGE_KINDS, type EdgeKind } from '../../../base/edge-kinds.ts';
import type { Location } from '../../../base/location.ts';
import { useMask } from '../../../base/symbol-kinds.ts';
import type { ImageReader } from '../../../image/reader.ts';
import type { CycleClass } from '../import-classes.ts';
import type { ImportedName, ModuleImports } from './imported-names.ts';
import { movedSymbols, TYPE_USES } from './moved-symbols.ts';

/** Ways to take an import out of a cycle; docs/cycles.md says what each costs and when it is offered. */
export const CURES = [
  'drop-import',
  'import-type',
  'import-declaring-module',
  'move-symbols',
  'make-dynamic',
  'break-by-hand',
] as const;

export type Cure = (typeof CURES)[number];

/** What one place that imports could become. */
export interface SiteCure {
  readonly how: Cure;
  readonly cost: number;
  /** Of `import-declaring-module`: nodes of the graph that are imported instead. */
  readonly instead: readonly number[];
  /** Of `move-symbols`: what moves. */
  readonly symbols: readonly number[];
  readonly location: Location;
  readonly specifier: string;
}

/** One place, and what is known around it. */
export interface SiteAround {
  readonly from: number;
  readonly to: number;
  readonly kind: EdgeKind;
  readonly location: Location;
  readonly specifier: string;
  readonly class: CycleClass;
  /** Null where no symbols are known. */
  readonly imports: ModuleImports | null;
  /** Whether a node of the graph is in the component. */
  isMember(node: number): boolean;
}

const COSTS = { drop: 1, type: 1, declaring: 2, move: 4, dynamic: 12, hand: 20 };
/** Kinds that can be put off by writing `import()` where the names are needed, unless that is at once. */
const CAN_WAIT: ReadonlySet<EdgeKind> = new Set(['static', 'require', 'import-equals']);
const TYPESCRIPT = /\.[cm]?tsx?$/;
/** Kinds of symbol whose every use is one of a type. */
const TYPE_KINDS: ReadonlySet<string> = new Set(['interface', 'type']);
const REEXPORTED = useMask(['export']);

/** What could be done about a place, without regard to the rest of the component; the cheapest first, the last needs nothing to be known. */
export function curesOfSite(image: ImageReader, site: SiteAround): SiteCure[] {
  const { class: cycleClass, kind, location, specifier } = site;
  const cure = (how: Cure, cost: number, more: Partial<Pick<SiteCure, 'instead' | 'symbols'>> = {}): SiteCure => ({
    ...{ how, cost, instead: [], symbols: [], location, specifier },
    ...more,
  });
  const names = site.imports?.namesAt(location) ?? [];
  const canWait =
    CAN_WAIT.has(kind) && names.every(({ uses, isNeededAtOnce }) => !isNeededAtOnce && (uses & REEXPORTED) === 0);
  const last =
    cycleClass === 'runtime' && canWait ? cure('make-dynamic', COSTS.dynamic) : cure('break-by-hand', COSTS.hand);
  // Whatever it imports of itself, it has.
  if (site.from === site.to) return [cure('import-declaring-module', COSTS.declaring)];
  if (site.imports === null || names.length === 0) return [last];

  const found: SiteCure[] = [];
  if (isUnused(image, site, names)) found.push(cure('drop-import', COSTS.drop));
  else if (isTypeOnly(image, site, site.imports, names)) found.push(cure('import-type', COSTS.type));
  const instead = declaringModules(image, site, names);
  if (instead)
    found.push(cure('import-declaring-module', COSTS.declaring + Math.max(0, instead.length - 1), { instead }));
  const moved = symbolsToMove(image, site, names);
  if (moved) found.push(cure('move-symbols', COSTS.move + moved.length, { symbols: moved }));
  return [...found, last].sort((a, b) => a.cost - b.cost);
}

/** Beside markup, which may use a name out of sight, nothing is unused. */
function isUnused(
  { symbols }: ImageReader,
  { from, kind, location }: SiteAround,
  names: readonly ImportedName[],
): boolean {
  const isCode = /\.[cm]?[jt]sx?$/.test(location.path);
  return (
    isCode && kind === 'static' && names.every(({ uses, symbol }) => uses === 0 && symbols.nodeOf(symbol) !== from)
  );
}

function isTypeOnly(
  { symbols }: ImageReader,
  { class: cycleClass, kind, location }: SiteAround,
  { mayHaveDecorators }: ModuleImports,
  names: readonly ImportedName[],
): boolean {
  if (cycleClass === 'type-only' || !TYPESCRIPT.test(location.path)) return false;
  const isType = ({ symbol, uses }: ImportedName): boolean =>
    TYPE_KINDS.has(symbols.kindOf(symbol)) || ((uses & ~TYPE_USES) === 0 && !mayHaveDecorators);
  return (kind === 'static' || kind === 'export-from') && names.every(isType);
}

/** The modules that declare all names, when none of them is the one that the import leads to. */
function declaringModules(
  { graph, symbols }: ImageReader,
  { from, to, kind }: SiteAround,
  names: readonly ImportedName[],
): number[] | null {
  if (kind !== 'static' && kind !== 'export-from') return null;
  const declaring = new Set<number>();
  for (const { symbol } of names) {
    const node = symbols.nodeOf(symbol);
    // What a package of others gives is imported of that package.
    const isWhole = symbols.kindOf(symbol) === 'module' || graph.kindOf(node) === 'unresolved';
    if (isWhole || node === to) return null;
    if (node !== from) declaring.add(node);
  }
  return [...declaring].sort((a, b) => a - b);
}

/** The symbols to move, when the module that the import leads to declares all names; passing a name on is no use that could move. */
function symbolsToMove(
  { symbols }: ImageReader,
  { to, class: cycleClass, isMember }: SiteAround,
  names: readonly ImportedName[],
): number[] | null {
  if (names.some(({ symbol, uses }) => symbols.nodeOf(symbol) !== to || uses === REEXPORTED)) return null;
  const wanted = names.map(({ symbol }) => symbol);
  return movedSymbols(symbols, to, wanted, (node) => node !== to && isMember(node), cycleClass === 'type-only');
}

/** The kind of a site by its number. */
export const kindOfSite = (kind: number): EdgeKind => EDGE_KINDS[kind] as EdgeKind;

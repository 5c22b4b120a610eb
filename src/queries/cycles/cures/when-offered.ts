import { useMask } from '../../../base/symbol-kinds.ts';
import type { ImageReader } from '../../../image/reader.ts';
import type { SiteAround } from './cure-kinds.ts';
import type { ImportedName, ModuleImports } from './imported-names.ts';
import { movedSymbols, TYPE_USES } from './moved-symbols.ts';

const TYPESCRIPT = /\.[cm]?tsx?$/;
/** Kinds of symbol whose every use is one of a type. */
const TYPE_KINDS: ReadonlySet<string> = new Set(['interface', 'type']);
/** A name that is passed on. */
export const REEXPORTED: number = useMask(['export']);

/** Beside markup, which may use a name out of sight, nothing is unused. */
export function isUnused(
  { symbols }: ImageReader,
  { from, kind, location }: SiteAround,
  names: readonly ImportedName[],
): boolean {
  const isCode = /\.[cm]?[jt]sx?$/.test(location.path);
  return (
    isCode && kind === 'static' && names.every(({ uses, symbol }) => uses === 0 && symbols.nodeOf(symbol) !== from)
  );
}

/** Decorators may need types as values; a cycle of types does not mind what is one. */
export function isTypeOnly(
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
export function declaringModules(
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
export function symbolsToMove(
  { symbols }: ImageReader,
  { to, class: cycleClass, isMember }: SiteAround,
  names: readonly ImportedName[],
): number[] | null {
  if (names.some(({ symbol, uses }) => symbols.nodeOf(symbol) !== to || uses === REEXPORTED)) return null;
  const wanted = names.map(({ symbol }) => symbol);
  return movedSymbols(symbols, to, wanted, (node) => node !== to && isMember(node), cycleClass === 'type-only');
}

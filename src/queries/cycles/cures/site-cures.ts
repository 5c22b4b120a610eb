import type { EdgeKind } from '../../../base/edge-kinds.ts';
import type { ImageReader } from '../../../image/reader.ts';
import type { Cure, SiteAround, SiteCure } from './cure-kinds.ts';
import { declaringModules, isTypeOnly, isUnused, REEXPORTED, symbolsToMove } from './when-offered.ts';

/** What it costs to break an import by hand: no way out is dearer. */
export const COST_BY_HAND = 20;
const COSTS = { drop: 1, type: 1, declaring: 2, move: 4, dynamic: 12, hand: COST_BY_HAND };
/** Kinds that can be put off by writing `import()` where the names are needed, unless that is at once. */
const CAN_WAIT: ReadonlySet<EdgeKind> = new Set(['static', 'require', 'import-equals']);

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

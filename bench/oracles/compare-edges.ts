import { isComponent } from './component-paths.ts';
import { type EdgeSite, siteKey, targetText } from './edge-target.ts';
import { ORACLE_KINDS } from './typescript-sites.ts';

/** A place that counts against one side or the other. */
export interface EdgeDifference {
  readonly cause: string;
  readonly place: string;
  readonly ours: string;
  readonly theirs: string;
}

export interface EdgeComparison {
  /** Edges (importer, target), each once. */
  readonly ours: number;
  readonly theirs: number;
  readonly both: number;
  readonly precision: number;
  readonly recall: number;
  readonly differences: readonly EdgeDifference[];
  /** Places where one side has nothing to say, by the reason; they are in none of the counts above. */
  readonly leftOut: ReadonlyMap<string, readonly EdgeDifference[]>;
  /** Places that lead nowhere to both. */
  readonly nowhere: number;
}

/**
 * Compares where two resolvers lead. What only one of them has an opinion of by its nature (a stylesheet, a package that is
 * not installed, what a generator writes) is left out of both sides and counted apart; everything else counts.
 */
export function compareEdges(ours: readonly EdgeSite[], theirs: readonly EdgeSite[]): EdgeComparison {
  const own = new Map(ours.map((site) => [siteKey(site), site]));
  const other = new Map(theirs.map((site) => [siteKey(site), site]));
  const edges = { ours: new Set<string>(), theirs: new Set<string>() };
  const differences: EdgeDifference[] = [];
  const leftOut = new Map<string, EdgeDifference[]>();
  let nowhere = 0;
  for (const key of new Set([...other.keys(), ...own.keys()])) {
    const [mine, yours] = [own.get(key), other.get(key)];
    const reason = reasonToLeaveOut(mine, yours);
    const difference = (cause: string): EdgeDifference => ({
      cause,
      place: key,
      ours: mine ? targetText(mine.target) : 'no such place',
      theirs: yours ? targetText(yours.target) : 'no such place',
    });
    if (reason !== null) {
      leftOut.set(reason, [...(leftOut.get(reason) ?? []), difference(reason)]);
      continue;
    }
    const [from, to] = [mine && edgeOf(mine), yours && edgeOf(yours)];
    if (from) edges.ours.add(from);
    if (to) edges.theirs.add(to);
    if (!from && !to) nowhere++;
    else if (from !== to) differences.push(difference(causeOf(mine, yours)));
  }
  const both = [...edges.ours].filter((edge) => edges.theirs.has(edge)).length;
  return {
    ours: edges.ours.size,
    theirs: edges.theirs.size,
    both,
    precision: edges.ours.size === 0 ? 1 : both / edges.ours.size,
    recall: edges.theirs.size === 0 ? 1 : both / edges.theirs.size,
    differences,
    leftOut,
    nowhere,
  };
}

function edgeOf({ path, target }: EdgeSite): string | null {
  return target.kind === 'nothing' || target.kind === 'beyond' ? null : `${path} → ${target.id}`;
}

function reasonToLeaveOut(mine: EdgeSite | undefined, yours: EdgeSite | undefined): string | null {
  if (mine && !ORACLE_KINDS.has(mine.kind)) return `kind ${mine.kind}: not TypeScript's`;
  if (mine && isComponent(mine.path)) return 'from a component, which TypeScript does not read';
  if (mine?.isPattern) return 'a pattern, which TypeScript does not expand';
  if (!yours) return null;
  if (yours.target.kind === 'beyond') return 'to TypeScript a file that is no source of the project';
  if (yours.target.kind !== 'nothing' || !mine) return null;
  if (/[?!]/.test(mine.specifier)) return 'a query or a loader, which only bundlers know';
  if (mine.target.kind === 'module' && isComponent(mine.target.id))
    return 'to a component, which TypeScript does not resolve';
  switch (mine.target.kind) {
    case 'asset':
      return 'an asset, which TypeScript does not resolve';
    case 'json':
      return 'JSON, which the options do not let TypeScript resolve';
    case 'external':
      return 'a declared package that is not installed, or has no such file';
    default:
      return null;
  }
}

function causeOf(mine: EdgeSite | undefined, yours: EdgeSite | undefined): string {
  if (!mine) return 'a place that only TypeScript sees';
  if (!yours) return 'a place that only we see';
  const [ours, theirs] = [mine.target, yours.target];
  if (ours.kind === 'nothing') return `ours nothing (${ours.reason}), theirs ${theirs.kind}`;
  if (theirs.kind === 'nothing') return `ours ${ours.kind}, theirs nothing`;
  if (ours.kind !== theirs.kind) return `ours ${ours.kind}, theirs ${theirs.kind}`;
  const stems = [ours, theirs].map((target) => targetText(target).replace(/(?:\.d)?\.[cm]?[jt]sx?$/, ''));
  if (stems[0] === stems[1]) return 'files that differ in their extension';
  return `different ${ours.kind}s`;
}

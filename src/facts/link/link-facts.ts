import type { FileFacts, ImageRecords } from '../records.ts';
import type { Resolver } from '../resolve/resolver.ts';
import type { Scan } from '../scan/scan-records.ts';
import { collectDiagnostics } from './collect-diagnostics.ts';
import { createDeclaredRanges, rangesOfEdges } from './declared-ranges.ts';
import type { EarlyRows } from './early-rows.ts';
import { distinctTargets, linkSites } from './link-sites.ts';
import { numberNodes } from './number-nodes.ts';
import { packEdges } from './pack-edges.ts';
import { type KnownRows, type LinkRows, resolveRows } from './resolve-rows.ts';
import { linkSymbols } from './symbols/link-symbols.ts';
import { prepareSymbols } from './symbols/prepare-symbols.ts';
import { type SymbolInput, siteColumns } from './symbols/site-targets.ts';

/** What of a file becomes part of the graph: not one that turned out to be minified when it was read. It is passed over like one whose name says so. */
export const isModule = ({ diagnostics }: FileFacts): boolean =>
  !diagnostics.some(({ code }) => code === 'skipped-minified');

export interface LinkedFacts {
  readonly records: ImageRecords;
  /** Rows of the modules among the facts, for a later build. */
  readonly links: LinkRows;
  /** For each of these modules, positions of those whose exports decided of what kind its imports are. */
  readonly asked: readonly Uint32Array[];
}

export interface LinkOptions {
  /** What an earlier build resolved. */
  readonly known?: KnownRows | undefined;
  /** What this one resolved while it was still reading. */
  readonly early?: Pick<EarlyRows, 'among'> | undefined;
  /** False: only the graph is linked. Or who has them linked elsewhere, and is told what they rest on as soon as it is known. */
  readonly symbols?: boolean | SymbolLinking | undefined;
}

export interface SymbolLinking {
  /** Hears of the modules of the project, sorted by path. Not where part of it was left unread: such a project has no symbols. */
  begin(modules: readonly FileFacts[]): void;
  /** Afterwards: where their imports lead. */
  link(input: SymbolInput): void;
}

/**
 * From the facts of single files to the graph of the project: resolves every site, numbers what was found, and packs
 * the edges. The result is a function of the sorted facts, the scan and the resolver's answers alone, whichever rows were
 * known. A file that failed is a module without edges of its own; how many there are is in the coverage.
 * @param facts sorted by path
 * @param options what is known already, and whether symbols are linked too
 */
export function linkFacts(
  facts: readonly FileFacts[],
  scan: Scan,
  resolver: Resolver,
  { known = () => null, early, symbols = true }: LinkOptions = {},
): LinkedFacts {
  const modules = facts.filter(isModule);
  // Who uses a symbol only the whole project can tell.
  const hasSymbols = symbols !== false && modules.every(({ status }) => status !== 'unread');
  const elsewhere = hasSymbols && symbols !== true ? symbols : null;
  elsewhere?.begin(modules);
  const rows = resolveRows(modules, scan, resolver, known, early?.among(modules));
  const targets = distinctTargets(rows);
  const { numberOf, externalNames, ...nodes } = numberNodes(modules, targets.targets, scan.packages, resolver);
  const input = hasSymbols ? { sites: siteColumns(modules, rows, nodes.ids), nodes: nodes.ids } : null;
  if (input) elsewhere?.link(input);
  const links = linkSites(modules, rows, targets, resolver);
  const edges = packEdges(modules, nodes.ids.length, links, numberOf);
  const ranges = rangesOfEdges(edges, { ids: nodes.ids, externalNames }, createDeclaredRanges(scan.packages));
  const records = {
    ...(input && !elsewhere ? { symbols: linkSymbols(prepareSymbols(modules), input).records } : {}),
    graph: { ...nodes, ...edges, ...ranges, specifiers: links.specifiers },
    diagnostics: collectDiagnostics(modules, links.unresolved, [
      ...facts.flatMap(({ diagnostics }) => diagnostics),
      ...scan.diagnostics,
      ...resolver.diagnostics,
    ]),
    ...(input && !elsewhere ? { excerpts: modules.map(({ excerpts }) => excerpts ?? null) } : {}),
  };
  return { records, links: rows, asked: links.asked };
}

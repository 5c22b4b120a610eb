import type { Location } from '../../base/location.ts';
import type { GraphReader } from '../../image/reader.ts';
import { fingerprintOfFinding, type KeyedFinding } from './known-findings.ts';
import type { Found } from './rule-context.ts';
import type { Rule } from './rule-schema.ts';

/** A finding with the rule that found it, before it is put into words. */
export interface RuleFinding {
  readonly rule: Rule;
  readonly found: Found;
  readonly isKnown: boolean;
}

/** Nodes of a chain that are listed: nobody reads more of them. */
const MOST_LISTED = 100;

/** What tells a finding from others. */
export function keyedFinding(rule: string, { from, to, count = 1, chain, members }: Found): KeyedFinding {
  return { rule, from, to, count, path: chain && [], modules: members };
}

/** The record of an answer. */
export function describeFinding(graph: GraphReader, { rule, found, isKnown }: RuleFinding) {
  const { from, to, message, members, count = members?.length ?? 1 } = found;
  const path = found.chain?.(MOST_LISTED).map((node) => graph.idOf(node));
  return {
    fingerprint: fingerprintOfFinding(keyedFinding(rule.name, found)),
    rule: rule.name,
    severity: rule.severity,
    message,
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
    location: locationOf(graph, found),
    count,
    ...(path ? { path } : {}),
    ...(members ? { modules: [...members] } : {}),
    baseline: isKnown,
  };
}

/** The first place of the import that it is about, or where its file begins. */
function locationOf(graph: GraphReader, { location, edge, mask = 0, path, from = '' }: Found): Location {
  if (location) return location;
  const site = edge === undefined ? undefined : graph.sitesOf(edge).find(({ kind }) => (mask & (1 << kind)) !== 0);
  return site?.location ?? { path: path ?? from, line: 1, column: 1, endLine: 1, endColumn: 1 };
}

/**
 * Whether a finding is about one of some files: it is there that something is imported, or that something is missing. A file that is only imported has
 * nothing to do with it.
 */
export function isAbout(
  graph: GraphReader,
  { from, path, chain, members, location }: Found,
  files: ReadonlySet<string>,
): boolean {
  const isOne = (node: number): boolean => files.has(graph.idOf(node));
  if (path !== undefined) return files.has(path);
  // Packages are no files: where their circle begins has to do.
  if (members) return members.some((id) => files.has(id)) || files.has(location?.path ?? '');
  // The end of a chain imports nothing for it.
  if (chain) return chain(Number.POSITIVE_INFINITY).slice(0, -1).some(isOne);
  return from !== undefined && files.has(from);
}

import { SECTIONS, type SectionName } from '../image/sections.ts';
import { affected } from './affected.ts';
import { callees } from './callees.ts';
import { callers } from './callers.ts';
import { check } from './check.ts';
import { cycles } from './cycles.ts';
import type { QueryDefinition } from './define.ts';
import { deps } from './deps.ts';
import { graph } from './graph.ts';
import { impact } from './impact.ts';
import { implementations } from './implementations.ts';
import { metrics } from './metrics.ts';
import { refs } from './refs.ts';
import { symbol } from './symbol.ts';
import { unused } from './unused.ts';
import { why } from './why.ts';

export type { AffectedResult } from './affected.ts';
export type { CheckResult } from './check.ts';
export type { CyclesResult } from './cycles.ts';
export type { DepsResult } from './deps.ts';
export type { GraphResult } from './graph.ts';
export type { ImpactResult } from './impact/impact-schemas.ts';
export type { MetricsResult } from './metrics.ts';
export type { SymbolResult } from './symbol.ts';
export type { SitesResult } from './symbols/site-answer.ts';
export type { SymbolDepsResult } from './symbols/symbol-deps.ts';
export type { UnusedResult } from './unused.ts';
export type { WhyResult } from './why.ts';

/** All queries there are. Every surface is derived from this list; nothing is registered anywhere else. */
export const QUERIES: readonly QueryDefinition[] = [
  deps,
  graph,
  symbol,
  refs,
  callers,
  callees,
  implementations,
  why,
  check,
  cycles,
  metrics,
  impact,
  affected,
  unused,
];

/** The query of that name, or undefined. */
export function findQuery(name: string): QueryDefinition | undefined {
  return QUERIES.find((query) => query.name === name);
}

/**
 * The sections that answering a question takes, with what the envelope's coverage is read from; of an unknown query, no more than that.
 * @param params as they came: only ever to decide what to load
 */
export function sectionsOf(query: string, params: Readonly<Record<string, unknown>> = {}): SectionName[] {
  const definition = findQuery(query);
  const own = [...(definition?.sections ?? []), ...(definition?.sectionsFor?.(params as never) ?? [])];
  const wanted = new Set<SectionName>(['strings', 'diagnostics', ...own]);
  return SECTIONS.filter((name) => wanted.has(name));
}

/** The sections that a memory must hold to answer every query: theirs, and what the envelope's coverage is read from. */
export function queriedSections(): SectionName[] {
  const wanted = new Set(QUERIES.flatMap(({ name }) => sectionsOf(name)));
  return SECTIONS.filter((name) => wanted.has(name));
}

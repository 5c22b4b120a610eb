import { SECTIONS, type SectionName } from '../image/sections.ts';
import type { QueryDefinition } from './define.ts';
import { deps } from './deps.ts';
import { graph } from './graph.ts';

export type { DepsResult } from './deps.ts';
export type { GraphResult } from './graph.ts';

/** All queries there are. Every surface is derived from this list; nothing is registered anywhere else. */
export const QUERIES: readonly QueryDefinition[] = [deps, graph];

/** The query of that name, or undefined. */
export function findQuery(name: string): QueryDefinition | undefined {
  return QUERIES.find((query) => query.name === name);
}

/** The sections that a memory must hold to answer every query: theirs, and what the envelope's coverage is read from. */
export function queriedSections(): SectionName[] {
  const wanted = new Set<SectionName>(['strings', 'diagnostics', ...QUERIES.flatMap(({ sections }) => sections)]);
  return SECTIONS.filter((name) => wanted.has(name));
}

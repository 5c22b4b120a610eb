import { SECTIONS, type SectionName } from '../image/sections.ts';
import type { QueryDefinition } from './define.ts';
import { deps } from './deps.ts';

/** Every query there is, in the order of help. Surfaces loop over this list; nothing is registered elsewhere. */
export const registry: readonly QueryDefinition[] = [deps] as unknown as readonly QueryDefinition[];

export function findQuery(name: string): QueryDefinition | undefined {
  return registry.find((query) => query.name === name);
}

/** The sections that some query reads, in file order: what a pool loads. */
export function queriedSections(): SectionName[] {
  return SECTIONS.filter((section) => registry.some(({ sections }) => sections.includes(section)));
}

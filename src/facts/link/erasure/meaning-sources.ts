import { EDGE_KINDS } from '../../../base/edge-kinds.ts';
import { type FileFacts, SITE, SITE_ERASABLE } from '../../records.ts';
import { passedOnSites } from './export-meanings.ts';

/** Of a site: other modules decide what the names mean that it brings. */
export const MEANING_ASKED = 1;
/** The file exports names of it, so that whoever asks what those mean is sent on. */
export const MEANING_HANDED_ON = 2;

const EXPORT_FROM = EDGE_KINDS.indexOf('export-from');

/**
 * Which sites of a file lead to modules on which kinds of edges rest: those of the file itself, and those of whoever imports from it.
 * @returns bits MEANING_… of a site, by its first word
 */
export function meaningSources(file: FileFacts): (site: number) => number {
  const passedOn = passedOnSites(file);
  return (site) => {
    const isAsked = ((file.sites[site + SITE.FLAGS] ?? 0) & SITE_ERASABLE) !== 0;
    const isHandedOn = file.sites[site + SITE.KIND] === EXPORT_FROM || passedOn.has(site / SITE.WORDS);
    return (isAsked ? MEANING_ASKED : 0) | (isHandedOn ? MEANING_HANDED_ON : 0);
  };
}

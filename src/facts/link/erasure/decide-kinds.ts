import { EDGE_KINDS } from '../../../base/edge-kinds.ts';
import {
  BINDING,
  type FileFacts,
  MEANS_CONST_ENUM,
  MEANS_VALUE,
  SITE,
  SITE_ERASABLE,
  SITE_TYPE_EXPORTS,
  SITE_TYPE_NAMES,
  USE_EXPORTED,
  USE_LOOSE_METADATA,
  USE_MEMBER,
  USE_METADATA,
} from '../../records.ts';
import type { ErasureSettings } from '../../resolve/tsconfig/erasure-settings.ts';
import { isJsxFactory } from './jsx-factories.ts';

const TYPE = EDGE_KINDS.indexOf('type');
const STATIC = EDGE_KINDS.indexOf('static');
const EXPORT_FROM = EDGE_KINDS.indexOf('export-from');
const UNDECIDED = SITE_ERASABLE | SITE_TYPE_NAMES | SITE_TYPE_EXPORTS;

/**
 * What a name means that a site of the file imports: bits MEANS_…
 * @param site number of the site
 */
export type MeaningOf = (site: number, imported: string) => number;

/**
 * The kinds of a file's sites, as indexes into EDGE_KINDS, once it is known what TypeScript erases. A function of the
 * file's own facts, the settings of its tsconfig and the meanings of the names it imports, and of nothing else.
 */
export function decideKinds(file: FileFacts, settings: ErasureSettings, meaningOf: MeaningOf): Uint8Array {
  const { sites } = file;
  const count = sites.length / SITE.WORDS;
  const kinds = new Uint8Array(count);
  let flagged = 0;
  for (let site = 0; site < count; site++) {
    kinds[site] = sites[site * SITE.WORDS + SITE.KIND] ?? STATIC;
    flagged |= sites[site * SITE.WORDS + SITE.FLAGS] ?? 0;
  }
  // Of all other files nothing is erased: not of a component either, whose template may use what its script imports.
  if ((flagged & UNDECIDED) === 0 || !/\.[mc]?tsx?$/.test(file.path)) return kinds;
  const isOpen = new Uint8Array(count);
  for (let site = 0; site < count; site++) {
    const flags = sites[site * SITE.WORDS + SITE.FLAGS] ?? 0;
    // Without the names that are marked `type` the braces stay: `import {} from './a'`.
    if ((flags & SITE_TYPE_NAMES) !== 0 && keepsEmptyImports(settings)) kinds[site] = STATIC;
    if ((flags & SITE_TYPE_EXPORTS) !== 0 && settings.verbatimModuleSyntax) kinds[site] = EXPORT_FROM;
    if ((flags & SITE_ERASABLE) === 0 || keepsUnused(kinds[site] ?? STATIC, settings)) continue;
    kinds[site] = TYPE;
    isOpen[site] = 1;
  }
  const { bindings = new Uint32Array() } = file.erasure ?? {};
  for (let at = 0; at < bindings.length; at += BINDING.WORDS) {
    const site = bindings[at + BINDING.SITE] ?? 0;
    if (isOpen[site] !== 1 || !isValueUse(file, at, settings, meaningOf)) continue;
    isOpen[site] = 0;
    kinds[site] = file.sites[site * SITE.WORDS + SITE.KIND] ?? STATIC;
  }
  return kinds;
}

function keepsEmptyImports({ verbatimModuleSyntax, importsNotUsedAsValues }: ErasureSettings): boolean {
  return verbatimModuleSyntax || importsNotUsedAsValues === 'preserve' || importsNotUsedAsValues === 'error';
}

/**
 * Whether a declaration stays whatever becomes of its names. `preserveValueImports` lets go of unused names that are
 * types; projects that had it were to mark those with `type`, so that all others are taken for values.
 */
function keepsUnused(kind: number, settings: ErasureSettings): boolean {
  if (settings.verbatimModuleSyntax) return true;
  if (kind === EXPORT_FROM) return false;
  return settings.preserveValueImports || (kind === STATIC && keepsEmptyImports(settings));
}

/** Whether a binding keeps its import: is it used as a value, and is what it names one? */
function isValueUse(
  { erasure, strings }: FileFacts,
  at: number,
  settings: ErasureSettings,
  meaningOf: MeaningOf,
): boolean {
  if (!erasure) return false;
  const word = (offset: number): number => erasure.bindings[at + offset] ?? 0;
  const uses = word(BINDING.USES);
  if (isJsxFactory(strings[word(BINDING.LOCAL)] ?? '', uses, erasure.jsx, settings)) return true;
  const metadata = USE_METADATA | ((settings.strictNullChecks ?? settings.strict) ? 0 : USE_LOOSE_METADATA);
  const counts = USE_EXPORTED | USE_MEMBER | (settings.emitDecoratorMetadata ? metadata : 0);
  if ((uses & counts) === 0) return false;
  const meaning = meaningOf(word(BINDING.SITE), strings[word(BINDING.IMPORTED)] ?? '');
  if ((meaning & MEANS_VALUE) !== 0) return true;
  if ((meaning & MEANS_CONST_ENUM) === 0) return false;
  // Its members are written out as numbers and text where each file can be compiled only with the others.
  const stays = settings.isolatedModules || (settings.preserveConstEnums && (uses & USE_EXPORTED) !== 0);
  return stays && (uses & (USE_EXPORTED | USE_MEMBER)) !== 0;
}

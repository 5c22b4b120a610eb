/**
 * What a file, or a block of one, is written in, as far as its name says. `frontmatter` is the head of an Astro
 * component: TypeScript that may return at its top level.
 */
export type SourceLanguage = 'typescript' | 'tsx' | 'declaration' | 'javascript' | 'frontmatter';

/** By extension: `.d.ts` (also `.d.mts`, `.d.cts`), `.ts .mts .cts`, `.tsx`, and everything else JavaScript with JSX. */
export function languageOf(path: string): SourceLanguage {
  if (/\.d\.[mc]?ts$/.test(path)) return 'declaration';
  if (/\.[mc]?ts$/.test(path)) return 'typescript';
  return path.endsWith('.tsx') ? 'tsx' : 'javascript';
}

import { posix } from 'node:path';
import { SOURCE_EXTENSIONS, type SourceExtension, sourceExtension } from '../scan/source-paths.ts';

/**
 * The scanned sources, by what a specifier leaves open: the extension. Nearly every import of a project is
 * answered here with one or two look-ups; asking the file system for each would cost more than parsing does.
 */
export interface ModuleIndex {
  has(path: string): boolean;
  /** The module that a path means as a file, with or without extension; null when there is none. */
  findFile(path: string): string | null;
  /** The same, or the folder's index file. */
  find(path: string): string | null;
  /** The module with that path but any source extension, sources before declarations. */
  findStem(stem: string): string | null;
}

/**
 * What a written extension may stand for: TypeScript lets `.js` name what is emitted as `.js`, and in turn accepts
 * a source extension for what was written in JavaScript. A declaration comes last.
 */
const PLAIN = ['.ts', '.tsx', '.js', '.jsx', '.d.ts'] as const;
const MARKUP = ['.tsx', '.ts', '.jsx', '.js', '.d.ts'] as const;
const ESM = ['.mts', '.mjs', '.d.mts'] as const;
const COMMONJS = ['.cts', '.cjs', '.d.cts'] as const;
const WRITTEN_FOR: Readonly<Record<SourceExtension, readonly SourceExtension[]>> = {
  '.ts': PLAIN,
  '.js': PLAIN,
  '.tsx': MARKUP,
  '.jsx': MARKUP,
  '.mts': ESM,
  '.mjs': ESM,
  '.cts': COMMONJS,
  '.cjs': COMMONJS,
  '.d.ts': ['.d.ts', ...PLAIN],
  '.d.mts': ['.d.mts', ...ESM],
  '.d.cts': ['.d.cts', ...COMMONJS],
  '.vue': ['.vue'],
  '.svelte': ['.svelte'],
  '.astro': ['.astro'],
};

/** A module among those that differ in their extension only. */
interface Twin {
  readonly extension: SourceExtension;
  readonly path: string;
}

const isTyped = (extension: SourceExtension): boolean => extension.endsWith('ts') || extension === '.tsx';

/** The same sources as the two kinds of imports see them. */
export interface ModuleIndexes {
  /** The code goes before its declarations: what nearly all imports mean. */
  readonly code: ModuleIndex;
  /**
   * As an import of types sees the others: `./cart.js` in a `.d.ts` means `cart.d.ts` where that lies beside the code, because
   * types are all that it can import.
   */
  readonly declarations: ModuleIndex;
}

/** @param paths the scanned sources, from the root */
export function createModuleIndexes(paths: Iterable<string>): ModuleIndexes {
  const modules = twinsByStem(paths);
  return { code: indexOf(modules, false), declarations: indexOf(modules, true) };
}

/**
 * Stem → what exists with it: `src/cart` → src/cart.ts, src/cart.d.ts. Answers are the scan's own strings, whose
 * hashes are known: equal strings put together anew for each import would be hashed anew by every table.
 */
function twinsByStem(paths: Iterable<string>): ReadonlyMap<string, readonly Twin[]> {
  const modules = new Map<string, Twin[]>();
  for (const path of paths) {
    const extension = sourceExtension(path);
    if (!extension) continue;
    const stem = path.slice(0, -extension.length);
    const twins = modules.get(stem);
    if (twins) twins.push({ extension, path });
    else modules.set(stem, [{ extension, path }]);
  }
  return modules;
}

function indexOf(modules: ReadonlyMap<string, readonly Twin[]>, declarationsFirst: boolean): ModuleIndex {
  const oneOf = (present: readonly Twin[], extensions: readonly SourceExtension[]): string | null => {
    for (const extension of extensions) {
      for (const module of present) if (module.extension === extension) return module.path;
    }
    return null;
  };
  const first = (stem: string, extensions: readonly SourceExtension[]): string | null => {
    const present = modules.get(stem);
    if (present === undefined) return null;
    const typed = declarationsFirst ? oneOf(present, extensions.filter(isTyped)) : null;
    return typed ?? oneOf(present, extensions);
  };
  const findStem = (stem: string): string | null => first(stem, SOURCE_EXTENSIONS);
  const findFile = (path: string): string | null => {
    const extension = sourceExtension(path);
    const written = extension && first(path.slice(0, -extension.length), WRITTEN_FOR[extension]);
    // `./user.js` may also be half a name: `user.js.ts`. So may `./globals.d`.
    return written ?? first(path, PLAIN) ?? (path.endsWith('.d') ? first(path.slice(0, -2), DECLARATIONS) : null);
  };
  return {
    has: (path) => {
      const extension = sourceExtension(path);
      return extension !== null && first(path.slice(0, -extension.length), [extension]) !== null;
    },
    findFile,
    find(path) {
      const index = posix.join(path, 'index');
      const file = path === '' ? null : findFile(path);
      // `.mts` and the like want to be written out; bundlers forgive it, so they are tried when nothing else is there.
      return file ?? findFile(index) ?? findStem(path) ?? findStem(index);
    },
    findStem,
  };
}

const DECLARATIONS = ['.d.ts', '.d.mts', '.d.cts'] as const;

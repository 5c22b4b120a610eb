import { realpathSync } from 'node:fs';
import { posix, relative, sep } from 'node:path';
import { ResolverFactory } from 'oxc-resolver';
import { SOURCE_EXTENSIONS } from '../scan/source-paths.ts';

/**
 * Asks the file system for what the scan does not list: JSON, assets, sources that were skipped, and whatever lies
 * behind a symbolic link. Returns the real path from the root, `outside` when that is not below the root, null when
 * there is nothing. Answers are kept: one build asks many times for the same stylesheet.
 */
export type FileProbe = (path: string) => string | 'outside' | null;

/** No system opens a longer one. The resolver walks a path by recursion: half a million folders in one overflow its native stack. */
const LONGEST_PATH = 4096;

/** @param root absolute path of the project */
export function createFileProbe(root: string): FileProbe {
  const realRoot = realpathSync(root);
  const resolver = new ResolverFactory({
    extensions: [...SOURCE_EXTENSIONS.filter((extension) => !extension.startsWith('.d')), '.json', '.node', '.d.ts'],
    extensionAlias: { '.js': ['.ts', '.tsx', '.js', '.jsx'], '.mjs': ['.mts', '.mjs'], '.cjs': ['.cts', '.cjs'] },
    mainFields: ['source', 'main', 'module'],
    symlinks: true,
    nodePath: false,
    builtinModules: false,
  });
  const known = new Map<string, string | null>();
  return (path) => {
    if (path.length > LONGEST_PATH) return null;
    let answer = known.get(path);
    if (answer === undefined) {
      // `#` can be part of a name, or begin a fragment (`sprite.svg#basket`), which the resolver would hand back as part of the path.
      // A zero byte makes it stand for itself.
      const find = (wanted: string) => resolver.sync(realRoot, `./${wanted.replaceAll('#', '\0#')}`).path;
      const found = find(path) ?? (path.includes('#') ? find(path.replace(/#.*$/s, '')) : undefined);
      answer = found === undefined ? null : fromRoot(realRoot, found);
      known.set(path, answer);
    }
    return answer;
  };
}

function fromRoot(realRoot: string, absolute: string): string {
  const path = relative(realRoot, absolute).split(sep).join(posix.sep);
  return path === '..' || path.startsWith('../') || posix.isAbsolute(path) ? 'outside' : path;
}

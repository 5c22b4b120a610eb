import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { isTestFile } from '../../src/queries/test-files.ts';

/** Asks whether a file reaches one of these by imports. */
export type ReachesAny = (from: string, targets: ReadonlySet<string>) => boolean;

/**
 * Whether imports lead from one file to another, before or after a commit, guessed so widely that a "no" can nearly be trusted: it shares nothing with the resolution that is judged
 * here. What stands where a specifier may stand counts, and so does any relative path in quotes, but not what stands in comments that begin a line; a relative one leads to whatever has its path without an extension, to the index of a folder, and, with a
 * `*`, to all below; the name of a package of the repository leads to every file of it that is no test and no configuration; anything else to every file whose path
 * ends with it, or with what follows its first `/` (aliases).
 *
 * @param previous What the commit changed or removed, as it was before: what that imported counts too.
 */
export function importChains(root: string, previous: ReadonlyMap<string, string>): ReachesAny {
  const listed = execFileSync('git', ['ls-files', '-z'], { cwd: root, encoding: 'utf8', maxBuffer: 2 ** 30 });
  const files = [...new Set([...listed.split('\0'), ...previous.keys()])].filter((path) => SOURCE.test(path));
  const packages = readPackages(root, listed.split('\0'));
  const byStem = groupBy(files, stem);
  const byLastSegment = groupBy(files, (path) => posix.basename(stem(path)));
  const byPackage = groupBy(
    files.filter((path) => !isTestFile(path) && !/\.config\.\w+$/.test(path)),
    (path) => nearest(path, packages.folders),
  );
  const targetsOf = new Map<string, readonly string[]>();

  return (from, targets) => {
    const seen = new Set([from]);
    for (const path of seen) {
      if (targets.has(path)) return true;
      for (const next of importsOf(path)) seen.add(next);
    }
    return false;
  };

  function importsOf(path: string): readonly string[] {
    const known = targetsOf.get(path);
    if (known !== undefined) return known;
    const text = `${readText(join(root, path))}\n${previous.get(path) ?? ''}`.replace(COMMENT, '');
    const specifiers = new Set(Array.from(text.matchAll(SPECIFIER), ([, specifier, path = '']) => specifier ?? path));
    const found = [...specifiers].flatMap((specifier) => leadsTo(path, specifier));
    targetsOf.set(path, found);
    return found;
  }

  function leadsTo(from: string, specifier: string): readonly string[] {
    if (specifier.startsWith('.')) {
      const path = posix.join(dirname(from), specifier.replace(/[?#].*$/, ''));
      const [folder = '', ...rest] = path.split('*');
      if (rest.length > 0) return files.filter((file) => file.startsWith(folder));
      return byStem.get(stem(path.replace(/\/$/, ''))) ?? byStem.get(path.replace(/\/$/, '')) ?? [];
    }
    const name = specifier.match(/^(?:@[^/]+\/)?[^/]+/)?.[0] ?? specifier;
    const folder = packages.byName.get(name);
    if (folder !== undefined) return byPackage.get(folder) ?? [];
    const path = stem(specifier);
    const ends = [`/${path}`, `/${path.slice(path.indexOf('/') + 1)}`];
    return (byLastSegment.get(posix.basename(path)) ?? []).filter((file) =>
      ends.some((end) => `/${stem(file)}`.endsWith(end)),
    );
  }
}

const SOURCE = /\.(?:[cm]?[jt]sx?|json|vue|svelte|astro)$/;
/** Examples of use name the whole package, and nothing is imported by them. */
const COMMENT = /^[ \t]*(?:\/\*[\s\S]*?\*\/|\/\/.*$)/gm;
/** What stands where a specifier may stand, and wherever else a relative path is written out, as for a program that a test starts. */
const SPECIFIER =
  /(?:\bfrom|\bimport|\brequire|\b(?:import|require|mock|unmock|doMock|importActual|requireActual|importMock|glob|resolve|context)\w*(?:<[^>]*>)?\s*\(|\bpath=)\s*(?:\/\*.*?\*\/\s*)?\(?\s*['"`]([^'"`\n]+)['"`]|['"`](\.\.?\/[^'"`\n]+)['"`]/g;

function groupBy(paths: readonly string[], keyOf: (path: string) => string): ReadonlyMap<string, readonly string[]> {
  const groups = new Map<string, string[]>();
  for (const path of paths) {
    const key = keyOf(path);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [path]);
    else group.push(path);
  }
  return groups;
}

/** A path without its extension, `index` and `.d`. */
function stem(path: string): string {
  return path.replace(/(?:\.d)?\.(?:[cm]?[jt]sx?|json|vue|svelte|astro)$/, '').replace(/\/index$/, '');
}

function readPackages(root: string, paths: readonly string[]) {
  const byName = new Map<string, string>();
  for (const path of paths.filter((path) => /(?:^|\/)package\.json$/.test(path))) {
    const name = readText(join(root, path)).match(/"name"\s*:\s*"([^"]+)"/)?.[1];
    if (name !== undefined) byName.set(name, dirname(path));
  }
  return { byName, folders: new Set(byName.values()) };
}

/** The folder of the package that a file belongs to; `.` where there is none. */
function nearest(path: string, folders: ReadonlySet<string>): string {
  let folder = dirname(path);
  while (folder !== '.' && !folders.has(folder)) folder = dirname(folder);
  return folder;
}

/** Empty where the checkout has left the file out. */
function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

import { type Dirent, readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { compareCodeUnits } from '../../base/text.ts';
import type { Diagnostic, DiagnosticCode, SourceFile } from '../records.ts';
import { CACHE_TAG, isCacheTag, isImageFolder } from './cache-tag.ts';
import { dataToolOf, WORKFLOW_FOLDERS } from './data-configs.ts';
import { holdsSources } from './holds-sources.ts';
import { type IgnoreRules, nestIgnoreRules, opinionOn, rulesBelow } from './ignore-rules.ts';
import { isMinifiedName } from './looks-minified.ts';
import { type PathFilter, pathFilter } from './path-globs.ts';
import type { ScanOptions, SourceDirectory, Sweep } from './scan-records.ts';
import { CODE_OWNERS_PATHS, isConfigPath, sourceExtension } from './source-paths.ts';
import { linkTarget } from './symbolic-links.ts';

/** Folders that hold no sources of the project under any setting; not worth a word in the diagnostics. */
const NEVER_ENTERED = new Set(['node_modules', '.git', '.hg', '.svn', '.introspect']);

/**
 * Dot-folders in which tools look for sources: configurations, and what these start. What they import is used and what they load is affected, so they are read
 * like any other folder. https://storybook.js.org/docs/configure, https://vitepress.dev/reference/site-config, https://ladle.dev/docs/config,
 * https://github.com/pi0/config-dir
 */
const TOOL_FOLDERS = new Set(['.storybook', '.vitepress', '.ladle', '.config']);

const EXCLUDE_FILE = '.git/info/exclude';

interface Folder {
  readonly path: string;
  readonly rules: IgnoreRules | null;
}

interface Walk {
  readonly root: string;
  readonly realRoot: string;
  readonly options: ScanOptions;
  readonly filter: PathFilter;
  readonly pending: Folder[];
  readonly files: SourceFile[];
  readonly directories: SourceDirectory[];
  readonly configs: SourceFile[];
  readonly witnesses: string[];
  readonly diagnostics: Diagnostic[];
}

/**
 * Lists the project's sources: every folder below `root` but node_modules, what git ignores, dot-directories that are
 * no tool's and what the options leave out. Nothing is opened but ignore files. What is passed over although it holds sources is
 * in the diagnostics. Ignore files above the root are not read: an image depends on what is below it alone.
 *
 * Synchronous on purpose: the asynchronous calls take three times as long for the same walk.
 */
export function sweepSources(root: string, options: ScanOptions): Sweep {
  const steps = sweepSteps(root, options);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** Some milliseconds of listing. */
const FOLDERS_A_STEP = 100;

/**
 * The same in steps, for a caller with other work to do in between: yields the sources found since the last step, in no order.
 */
export function* sweepSteps(root: string, options: ScanOptions): Generator<readonly SourceFile[], Sweep, void> {
  const walk: Walk = {
    root,
    realRoot: realpathSync(root),
    options,
    filter: pathFilter(options.include, options.exclude),
    pending: [],
    files: [],
    directories: [],
    configs: [],
    witnesses: [EXCLUDE_FILE, ...CODE_OWNERS_PATHS],
    diagnostics: [],
  };
  const excludeFile = fileRecord(walk, EXCLUDE_FILE);
  if (excludeFile) walk.configs.push(excludeFile);
  // Dot-directories are not entered for them either.
  walk.configs.push(...CODE_OWNERS_PATHS.map((path) => fileRecord(walk, path)).filter((file) => file !== null));
  // Where dot-folders are read they are found like any other.
  if (!options.dotDirectories) for (const folder of WORKFLOW_FOLDERS) visitWorkflows(walk, folder);
  // A list of folders to visit, not recursion: folders can nest deeper than the stack.
  walk.pending.push({ path: '', rules: excludeFile ? readIgnoreFile(walk, null, '', EXCLUDE_FILE) : null });
  let told = 0;
  for (let folder = walk.pending.pop(); folder; folder = walk.pending.pop()) {
    visitFolder(walk, folder);
    if (walk.directories.length % FOLDERS_A_STEP !== 0) continue;
    yield walk.files.slice(told);
    told = walk.files.length;
  }
  yield walk.files.slice(told);

  // The order of directory entries is the file system's; here it ends.
  for (const list of [walk.files, walk.directories, walk.configs, walk.diagnostics]) list.sort(byPath);
  const { files, directories, configs, diagnostics } = walk;
  return { files, directories, configs, diagnostics, witnesses: walk.witnesses.sort(compareCodeUnits) };
}

function visitFolder(walk: Walk, { path, rules: outerRules }: Folder): void {
  const absolute = absolutePath(walk, path);
  let entries: Dirent[];
  try {
    // The time before the listing: a change in between then shows as a change, never as freshness.
    const { mtimeMs, ctimeMs } = statSync(absolute);
    entries = readdirSync(absolute, { withFileTypes: true });
    if (path !== '' && entries.some(isCacheTag)) {
      walk.witnesses.push(`${path}/${CACHE_TAG.name}`);
      if (isImageFolder(absolute)) return;
    }
    walk.directories.push({ path, mtimeMs, ctimeMs });
  } catch {
    report(walk, path === '' ? '.' : path, 'unreadable');
    return;
  }
  const prefix = path === '' ? '' : `${path}/`;
  const hasIgnoreFile = entries.some((entry) => entry.name === '.gitignore' && entry.isFile());
  const rules = hasIgnoreFile ? readIgnoreFile(walk, outerRules, path, `${prefix}.gitignore`) : outerRules;
  for (const entry of entries) {
    const entryPath = prefix + entry.name;
    if (entry.isDirectory()) visitSubfolder(walk, entry.name, { path: entryPath, rules });
    else if (entry.isFile()) visitFile(walk, entryPath, rules);
    else if (entry.isSymbolicLink()) visitLink(walk, entry.name, { path: entryPath, rules });
    // A pipe, a socket, a device: reading it may never end.
    else if (isOurs(walk, entryPath, rules)) report(walk, entryPath, 'skipped-special-file');
  }
}

/** A dot-folder that is not entered: of its files only the workflows count. */
function visitWorkflows(walk: Walk, path: string): void {
  const absolute = absolutePath(walk, path);
  const stat = statSync(absolute, { throwIfNoEntry: false });
  if (!stat?.isDirectory() || walk.filter.prunes(path)) return;
  try {
    const entries = readdirSync(absolute, { withFileTypes: true });
    walk.directories.push({ path, mtimeMs: stat.mtimeMs, ctimeMs: stat.ctimeMs });
    for (const entry of entries) {
      const file = `${path}/${entry.name}`;
      if (entry.isFile() && dataToolOf(file) === 'workflow') visitFile(walk, file, null);
    }
  } catch {
    report(walk, path, 'unreadable');
  }
}

function visitSubfolder(walk: Walk, name: string, folder: Folder): void {
  if (NEVER_ENTERED.has(name) || walk.filter.prunes(folder.path)) return;
  const opinion = opinionOn(folder.rules, `${folder.path}/`);
  if (opinion === 'ignored') return;
  if (!name.startsWith('.') || TOOL_FOLDERS.has(name) || walk.options.dotDirectories) {
    walk.pending.push(opinion === 'none' ? folder : { ...folder, rules: rulesBelow(folder.rules, folder.path) });
  } else if (holdsSources(absolutePath(walk, folder.path))) report(walk, folder.path, 'skipped-dot-directory');
}

function visitFile(walk: Walk, path: string, rules: IgnoreRules | null): void {
  if (isConfigPath(path)) {
    const config = fileRecord(walk, path);
    if (config) walk.configs.push(config);
    return;
  }
  if (!sourceExtension(path) || !walk.filter.wants(path) || opinionOn(rules, path) === 'ignored') return;
  const file = fileRecord(walk, path);
  if (!file) return;
  if (file.size > walk.options.maxFileBytes) {
    walk.witnesses.push(path);
    report(walk, path, 'skipped-too-large', `${file.size} bytes`);
  } else if (!walk.options.minified && isMinifiedName(path)) report(walk, path, 'skipped-minified');
  else walk.files.push(file);
}

/** Whether a path would be read if it were a plain file. */
function isOurs(walk: Walk, path: string, rules: IgnoreRules | null): boolean {
  return (
    isConfigPath(path) ||
    (sourceExtension(path) !== null && walk.filter.wants(path) && opinionOn(rules, path) !== 'ignored')
  );
}

function visitLink(walk: Walk, name: string, { path, rules }: Folder): void {
  if (NEVER_ENTERED.has(name) || walk.filter.prunes(path)) return;
  if (opinionOn(rules, path) === 'ignored' || opinionOn(rules, `${path}/`) === 'ignored') return;
  const isConfig = isConfigPath(path) && name !== '.gitignore';
  if (isConfig) walk.witnesses.push(path);
  // The folder of the link was reached without links, so its real path is this.
  const target = linkTarget(absolutePath(walk, path), dirname(join(walk.realRoot, path)), walk.realRoot);
  // A source is scanned under its own path; a configuration means something else in each folder that it is linked into. Git
  // itself reads no ignore file through a link.
  if (target === 'inside' && isConfig) visitFile(walk, path, rules);
  if (target === 'loop') report(walk, path, 'skipped-symlink-loop');
  if (target === 'outside') report(walk, path, 'skipped-symlink-outside');
  // What is gone may have been a folder of sources; a picture is not worth a word.
  if (target === 'broken' && (isOurs(walk, path, rules) || !name.includes('.'))) {
    report(walk, path, 'skipped-symlink-broken');
  }
}

function readIgnoreFile(walk: Walk, outer: IgnoreRules | null, directory: string, path: string): IgnoreRules | null {
  try {
    return nestIgnoreRules(outer, directory, readFileSync(absolutePath(walk, path), 'utf8'));
  } catch {
    report(walk, path, 'unreadable');
    return outer;
  }
}

/** By plain concatenation: `join` normalises, and over ten thousand calls that shows. */
function absolutePath(walk: Walk, path: string): string {
  return path === '' ? walk.root : `${walk.root}/${path}`;
}

/** Size and time of a file; null when it is gone by now, or (reported) may not be looked at. */
function fileRecord(walk: Walk, path: string): SourceFile | null {
  try {
    const stat = statSync(absolutePath(walk, path), { throwIfNoEntry: false });
    // Bytes of a name that are no UTF-8 become U+FFFD, and what is asked for then is another file.
    if (!stat && path.includes('\ufffd')) report(walk, path, 'unreadable');
    return stat?.isFile() ? { path, size: stat.size, ctimeMs: stat.ctimeMs } : null;
  } catch (error) {
    // Else a folder that may be listed but not entered (read without search permission). In a linked working tree of git, `.git` is a file.
    if ((error as NodeJS.ErrnoException).code !== 'ENOTDIR') report(walk, path, 'unreadable');
    return null;
  }
}

function report(walk: Walk, path: string, code: DiagnosticCode, message = ''): void {
  walk.diagnostics.push({ path, code, message, line: 0, column: 0 });
}

const byPath = (a: { readonly path: string }, b: { readonly path: string }): number => compareCodeUnits(a.path, b.path);

import { posix } from 'node:path';
import picomatch from 'picomatch';
import { isTameGlob } from '../../base/tame-glob.ts';
import type { PlacedSetting } from './tool-settings.ts';

/** A file that has the name of a test, and the setting by which it is none. */
export interface LeftOutTest {
  readonly path: string;
  readonly setting: PlacedSetting;
}

/**
 * What configurations of Vitest leave out of the tests (`test.exclude`), by their literal globs. Where one has several projects, a file is left out
 * when one of them says so and no other may run it. https://vitest.dev/config/#exclude
 * @param settings of one package
 * @param paths of all scanned sources, sorted
 */
export function leftOutTests(settings: readonly PlacedSetting[], paths: readonly string[]): LeftOutTest[] {
  if (!settings.some(({ key }) => EXCLUDE.test(key))) return [];
  const byFile = grouped(
    settings.filter(({ key }) => OF_PROJECT.test(key)),
    ({ file }) => file,
  );
  return [...byFile.values()].flatMap((own) => {
    const folder = own[0]?.folder ?? '';
    const projects = projectsOf(own);
    return paths.flatMap((path) => {
      if (!couldBeTest(path) || (folder !== '' && !path.startsWith(`${folder}/`))) return [];
      if (projects.some(({ mayRun }) => mayRun(path))) return [];
      const setting = projects.map(({ leavesOut }) => leavesOut(path)).find((found) => found !== null);
      return setting ? [{ path, setting }] : [];
    });
  });
}

const EXCLUDE = /^vite(?:st)? (?:.*\.)?test\.exclude$/;
const OF_PROJECT = /^vite(?:st)? (?:.*\.)?test\./;
const OUTERMOST = /^vite(?:st)? test\.$/;

/** Nothing else is asked about, and a glob such as `packages/**` may match very much. */
const couldBeTest = (path: string): boolean => /(?:test|spec)[^/]*$|\/__tests__\//.test(path);

interface TestProject {
  leavesOut(path: string): PlacedSetting | null;
  /** Whether it may take the file for a test: where it cannot be told, it may. */
  mayRun(path: string): boolean;
}

/** What stands around a list of projects is passed on to them, and runs nothing itself. */
function projectsOf(settings: readonly PlacedSetting[]): TestProject[] {
  const all = [...grouped(settings, ({ key }) => OF_PROJECT.exec(key)?.[0] ?? '')];
  const listed = all.filter(([name]) => !OUTERMOST.test(name));
  return (listed.length > 0 ? listed : all).map(([, own]) => projectOf(own));
}

function projectOf(settings: readonly PlacedSetting[]): TestProject {
  const excludes = settings
    .filter(({ key }) => EXCLUDE.test(key))
    .map((setting) => ({ setting, has: globOf(setting) }));
  const includes = settings.filter(({ key }) => /\.include$/.test(key) && !/(?:coverage|typecheck)\./.test(key));
  const matchers = includes.map(globOf);
  const leavesOut = (path: string) => excludes.find(({ has }) => has(path) === true)?.setting ?? null;
  return {
    leavesOut,
    mayRun: (path) =>
      leavesOut(path) === null && (matchers.length === 0 || matchers.some((has) => has(path) !== false)),
  };
}

/** Whether a glob of a setting matches a path; null when it cannot be told. */
function globOf({ folder, value }: PlacedSetting): (path: string) => boolean | null {
  const glob = posix.join(folder, value.replace(/^\//, ''));
  const before = /^[^*?[\]{}()!+@]*/.exec(glob)?.[0] ?? '';
  const matches = isTameGlob(glob) && !glob.startsWith('..') ? picomatch(glob, { dot: true }) : null;
  return (path) => (path.startsWith(before) ? (matches?.(path) ?? null) : false);
}

function grouped(
  settings: readonly PlacedSetting[],
  keyOf: (setting: PlacedSetting) => string,
): Map<string, PlacedSetting[]> {
  const groups = new Map<string, PlacedSetting[]>();
  for (const setting of settings) groups.set(keyOf(setting), [...(groups.get(keyOf(setting)) ?? []), setting]);
  return groups;
}

import type { ImageReader } from '../image/reader.ts';

/**
 * Which modules are tests: by their paths, as the defaults of the runners have it, and those that the configuration of a runner names. Where one does, the names
 * that only Jest takes for tests (`test.ts`, `spec.ts`) are none; nor is what a configuration leaves out, unless another runner is configured for it.
 */
export function testFiles({ graph, project }: Pick<ImageReader, 'graph' | 'project'>): (node: number) => boolean {
  const named = new Set<number>();
  const configured = new Set<string>();
  const leftOut = new Map<number, Set<string>>();
  for (const { kind, key, condition, node, package: number } of project.entries) {
    if (kind === 'left-out' && node !== null) leftOut.set(node, (leftOut.get(node) ?? new Set()).add(condition));
    if (kind !== 'tool' || !namesTests(key)) continue;
    if (node !== null) named.add(node);
    const { directory = '' } = project.packages[number] ?? {};
    configured.add(directory === '' ? '' : `${directory}/`);
  }
  const folders = [...configured];
  const configs = leftOut.size === 0 ? [] : runnerConfigs({ graph, project });
  const isLeftOut = (node: number, path: string): boolean => {
    const by = leftOut.get(node);
    return by !== undefined && configs.every((config) => by.has(config) || !path.startsWith(folderOf(config)));
  };
  return (node) => {
    const path = graph.idOf(node);
    if (named.has(node)) return true;
    if (!isTestFile(path) || isLeftOut(node, path)) return false;
    return !BARE_NAME.test(path) || !folders.some((folder) => path.startsWith(folder));
  };
}

const folderOf = (path: string): string => path.slice(0, path.lastIndexOf('/') + 1);

/** Files that configure runners of tests: by their names, and those of which settings of a runner are known. */
function runnerConfigs({ graph, project }: Pick<ImageReader, 'graph' | 'project'>): string[] {
  const found = new Set(
    project.entries.flatMap(({ kind, key, condition }) => (kind === 'tool' && OF_RUNNER.test(key) ? [condition] : [])),
  );
  for (let node = 0; node < graph.nodeCount; node++) {
    if (graph.kindOf(node) === 'module' && RUNNER_CONFIG.test(graph.idOf(node))) found.add(graph.idOf(node));
  }
  return [...found];
}

/** Settings of test runners, and those for tests of tools that bundle as well. */
export const OF_RUNNER = /^(?:(?:jest|playwright|cypress|mocha|ava|karma) |vite(?:st)? (?:.*\.)?test\.)/;
const RUNNER_CONFIG =
  /(?:^|\/)(?:vitest|jest|playwright|cypress|karma|ava)\.(?:[\w-]+\.)*(?:config|conf|workspace)\.[cm]?[jt]s$/;

/** Whether a runner names its tests by this setting. */
export const namesTests = (key: string): boolean => RUNNER_SETTING.test(key);

const RUNNER_SETTING =
  /^(?:vitest|vite|jest|playwright|cypress|mocha|ava)\b.*[. ](?:include|testMatch|spec|specs|specPattern|testFiles|files)$/;
const BARE_NAME = /(?:^|\/)(?:test|spec)\.\w+$/;

/**
 * Whether a file is a test, by its path alone, as the defaults of the runners have it. Vitest and Playwright take `*.test.*` and `*.spec.*`, Vitest
 * `*.test-d.*` too, to check types; Jest the first two, `test.*` and what lies in a folder `__tests__`; Nest has its `*.e2e-spec.ts`, Cypress takes `*.cy.*`. Declarations are no tests, nor are fixtures, mocks,
 * snapshots and the like in a folder `__tests__`.
 */
export function isTestFile(path: string): boolean {
  if (!/\.[cm]?[jt]sx?$/.test(path) || /\.d\.[cm]?ts$/.test(path)) return false;
  if (/(?:^|[./])(?:e2e-)?(?:test|spec)(?:-d)?\.\w+$/.test(path) || /\.cy\.\w+$/.test(path)) return true;
  return /(?:^|\/)__tests__\//.test(path) && !SUPPORT.test(path);
}

const SUPPORT = /\/(?:__(?:fixtures|mocks|snapshots|helpers)__|fixtures|helpers|utils)\//;

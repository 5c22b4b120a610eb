import type { ImageReader } from '../image/reader.ts';

/**
 * Which modules are tests: by their paths, as the defaults of the runners have it, and those that the configuration of a runner names. Where one does, the names
 * that only Jest takes for tests (`test.ts`, `spec.ts`) are none.
 */
export function testFiles({ graph, project }: Pick<ImageReader, 'graph' | 'project'>): (node: number) => boolean {
  const named = new Set<number>();
  const configured = new Set<string>();
  for (const { kind, key, node, package: number } of project.entries) {
    if (kind !== 'tool' || !namesTests(key)) continue;
    if (node !== null) named.add(node);
    const { directory = '' } = project.packages[number] ?? {};
    configured.add(directory === '' ? '' : `${directory}/`);
  }
  const folders = [...configured];
  return (node) => {
    const path = graph.idOf(node);
    if (named.has(node)) return true;
    if (!isTestFile(path)) return false;
    return !BARE_NAME.test(path) || !folders.some((folder) => path.startsWith(folder));
  };
}

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

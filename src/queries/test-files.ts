/**
 * Whether a file is a test, by its path alone, as the defaults of the runners have it. Vitest and Playwright take `*.test.*` and `*.spec.*`; Jest those, `test.*`
 * and what lies in a folder `__tests__`; Nest has its `*.e2e-spec.ts`, Cypress takes `*.cy.*`. Declarations are no tests, nor are fixtures, mocks,
 * snapshots and the like in a folder `__tests__`.
 */
export function isTestFile(path: string): boolean {
  if (!/\.[cm]?[jt]sx?$/.test(path) || /\.d\.[cm]?ts$/.test(path)) return false;
  if (/(?:^|[./])(?:e2e-)?(?:test|spec)\.\w+$/.test(path) || /\.cy\.\w+$/.test(path)) return true;
  return /(?:^|\/)__tests__\//.test(path) && !SUPPORT.test(path);
}

const SUPPORT = /\/(?:__(?:fixtures|mocks|snapshots|helpers)__|fixtures|helpers|utils)\//;

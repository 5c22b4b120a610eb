import type { EdgeKind } from '../../base/edge-kinds.ts';
import type { ProjectPackage } from '../scan/scan-records.ts';
import type { ConditionKind } from './export-targets.ts';
import type { Tsconfig } from './tsconfig/tsconfig-record.ts';

/** What Node takes a file for. */
export type ModuleFormat = 'module' | 'commonjs';

const NODE_MODES = new Set(['node16', 'node18', 'node20', 'nodenext']);

/**
 * The format of a file where TypeScript resolves as Node does (`node16`, `nodenext`): by its extension, else by `type` of its
 * package. Null under all other options, where every file may import in both ways.
 * https://nodejs.org/api/packages.html#determining-module-system
 */
export function moduleFormat(path: string, own: ProjectPackage | null, tsconfig: Tsconfig | null): ModuleFormat | null {
  const mode = tsconfig?.moduleResolution ?? tsconfig?.module;
  if (!mode || !NODE_MODES.has(mode)) return null;
  if (/\.m[jt]s$/.test(path)) return 'module';
  if (/\.c[jt]s$/.test(path)) return 'commonjs';
  return own?.isModule ? 'module' : 'commonjs';
}

const REQUIRING: ReadonlySet<EdgeKind> = new Set<EdgeKind>(['require', 'import-equals', 'resolve']);

/** By which conditions a package is entered: in a CommonJS file Node's TypeScript turns `import` into `require`. */
export function conditionOf(kind: EdgeKind, format: ModuleFormat | null): ConditionKind {
  if (REQUIRING.has(kind)) return 'require';
  return format === 'commonjs' && kind !== 'dynamic' ? 'require' : 'import';
}

import {
  JSX_AUTOMATIC,
  JSX_CLASSIC,
  JSX_ELEMENT,
  JSX_FRAGMENT,
  JSX_OWN_FACTORY,
  JSX_OWN_FRAGMENT,
  USE_JSX_FRAGMENT_PRAGMA,
  USE_JSX_PRAGMA,
} from '../../records.ts';
import type { ErasureSettings } from '../../resolve/tsconfig/erasure-settings.ts';

/**
 * Whether JSX uses an imported name although no tag says so: `React` for `<p/>`. That holds under `jsx: preserve`
 * too, and not where the runtime imports what it needs (`react-jsx`).
 * @param jsx bits JSX_… of the file
 */
export function isJsxFactory(local: string, uses: number, jsx: number, settings: ErasureSettings): boolean {
  if ((jsx & (JSX_ELEMENT | JSX_FRAGMENT)) === 0 || !isClassic(jsx, settings)) return false;
  const factory = rootOf(settings.jsxFactory) ?? settings.reactNamespace ?? 'React';
  if ((jsx & JSX_ELEMENT) !== 0) {
    if ((jsx & JSX_OWN_FACTORY) === 0 ? local === factory : (uses & USE_JSX_PRAGMA) !== 0) return true;
  }
  if ((jsx & JSX_FRAGMENT) === 0) return false;
  // That a fragment needs the factory of elements too does not keep the factory, in TypeScript 6 as before.
  const fragmentFactory = rootOf(settings.jsxFragmentFactory) ?? factory;
  return (jsx & JSX_OWN_FRAGMENT) === 0 ? local === fragmentFactory : (uses & USE_JSX_FRAGMENT_PRAGMA) !== 0;
}

function isClassic(jsx: number, { jsx: mode, jsxImportSource }: ErasureSettings): boolean {
  if ((jsx & JSX_CLASSIC) !== 0) return true;
  if ((jsx & JSX_AUTOMATIC) !== 0) return false;
  return !/^react-jsx/i.test(mode ?? '') && jsxImportSource === null;
}

/** `React` of `React.createElement`. */
function rootOf(entity: string | null): string | null {
  return entity === null ? null : (entity.split('.')[0] ?? null);
}

import { NO_NODE } from '../../../syntax/cursor.ts';
import { type ImportContext, report } from './import-context.ts';
import { argumentOf, specifiersOf } from './specifier-of.ts';

/** `require.resolve('./a')` and `import.meta.resolve('./a')`: names a module without loading it. */
export function visitResolve(context: ImportContext, call: number): void {
  const specifier = argumentOf(context.tree, call, 0);
  if (specifier === NO_NODE) return;
  for (const said of specifiersOf(context.tree, specifier)) report(context, 'resolve', said);
}

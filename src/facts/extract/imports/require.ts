import { NO_NODE } from '../../../syntax/cursor.ts';
import { type ImportContext, report } from './import-context.ts';
import { argumentOf, specifiersOf } from './specifier-of.ts';

/** `require('./a')` through a function that is known to be one. */
export function visitRequire(context: ImportContext, call: number): void {
  const specifier = argumentOf(context.tree, call, 0);
  if (specifier === NO_NODE) return;
  for (const said of specifiersOf(context.tree, specifier)) report(context, 'require', said);
}

import type { EdgeKind } from '../../base/edge-kinds.ts';
import { sourceExtension } from '../scan/source-paths.ts';
import { hasScheme, isRelative, withoutBundlerSyntax } from './specifier.ts';

/** `new URL('worker.js', …)` and `/// <reference path="globals.d.ts" />` mean a file beside the importer. */
export function normaliseSpecifier(specifier: string, kind: EdgeKind): string {
  const wanted = withoutBundlerSyntax(specifier);
  const isUrl = kind === 'asset';
  const meansFile = isUrl || (kind === 'triple-slash' && sourceExtension(wanted) !== null);
  const path = isUrl ? wanted.replace(/#.*$/, '') : wanted;
  return meansFile && !isRelative(path) && !path.startsWith('/') && !hasScheme(path) ? `./${path}` : path;
}

import type { BuildOptions } from 'esbuild';

export function cliBundle(root: string): BuildOptions & { metafile: true };
export function answersBundle(root: string): BuildOptions & { metafile: true };
export function workerBundles(root: string): BuildOptions & { metafile: true };

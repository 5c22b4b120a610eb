import type { Metafile } from 'esbuild';

export function bundleOf(started: string): string;
export function writeLauncher(
  root: string,
  started: string,
  imports: Metafile['outputs'][string]['imports'],
  banner?: string,
): Promise<void>;

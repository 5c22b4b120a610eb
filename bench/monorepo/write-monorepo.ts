import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { MonorepoPlan } from './monorepo-plan.ts';
import { renderManifests, type WorkspaceManager } from './render-manifests.ts';
import { renderModule } from './render-module.ts';

export interface Written {
  readonly lines: number;
  readonly bytes: number;
}

/**
 * Writes a plan into a folder that is empty or not there yet.
 * @returns lines and bytes of the modules, without manifests and configurations
 * @throws Error when the folder holds something: files of an earlier plan would be measured too
 */
export function writeMonorepo(folder: string, plan: MonorepoPlan, manager: WorkspaceManager): Written {
  mkdirSync(folder, { recursive: true });
  if (readdirSync(folder).length > 0) throw new Error(`${folder} is not empty`);
  const made = new Set<string>();
  const write = (path: string, text: string): void => {
    const file = join(folder, path);
    if (!made.has(dirname(file))) mkdirSync(dirname(file), { recursive: true });
    made.add(dirname(file));
    writeFileSync(file, text);
  };

  for (const [path, text] of renderManifests(plan, manager)) write(path, text);
  let lines = 0;
  let bytes = 0;
  plan.modules.forEach(({ path }, number) => {
    const text = renderModule(plan, number);
    write(path, text);
    lines += text.split('\n').length - 1;
    bytes += Buffer.byteLength(text);
  });
  return { lines, bytes };
}

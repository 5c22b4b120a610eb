import { expect } from 'vitest';
import { isErrorEnvelope } from '../../src/base/envelope.ts';
import { errorFromEnvelope } from '../../src/base/errors.ts';
import type { DepsParams, DepsResult } from '../../src/queries/deps.ts';
import { runQuery } from '../../src/session/core/run-query.ts';
import { type BuildOptions, buildImage } from '../../src/session/node/build/build-image.ts';
import type { BuildSummary } from '../../src/session/node/build/messages.ts';
import { loadInProcess } from '../../src/session/node/load-in-process.ts';
import { type BuiltProject, readBuiltProject } from './built-project.ts';
import { type ProjectFiles, projectOf } from './project.ts';

/** What a small project may take: Node, the parser and two threads need about 150 MiB before they have read anything. */
export const MODEST_BYTES: number = 400 * 2 ** 20;

export interface IndexedProject extends BuiltProject {
  readonly root: string;
  readonly summary: BuildSummary;
  ask(params: DepsParams): DepsResult;
  /** `path specifier: reason`, by path and place. */
  readonly unresolved: readonly string[];
}

export interface IndexOptions extends BuildOptions {
  /** Done to the project before it is built: links, pipes, permissions. */
  readonly prepare?: (root: string) => void;
  /** The build process must not have been larger than that at any moment, all threads included. */
  readonly mostBytes?: number;
}

/** Builds a project the way users do, with a bound on memory, and reads its image the way every answer does. */
export async function indexed(files: ProjectFiles, options: IndexOptions = {}): Promise<IndexedProject> {
  const { prepare, mostBytes = MODEST_BYTES, ...build } = options;
  const root = projectOf(files);
  prepare?.(root);
  const summary = await buildImage(root, { workers: 2, ...build });
  expect(summary.peakMemoryBytes, 'memory of the build process').toBeLessThan(mostBytes);
  const context = loadInProcess(summary.image);
  return {
    ...readBuiltProject(root, summary.image),
    root,
    summary,
    ask(params) {
      const answer = runQuery(context, 'deps', { ...params }, 'unchecked');
      if (isErrorEnvelope(answer)) throw errorFromEnvelope(answer);
      return answer.result as DepsResult;
    },
    unresolved: context.image.diagnostics
      .unresolvedSites()
      .map(({ path, specifier, reason }) => `${path} ${specifier}: ${reason}`),
  };
}

/** `count` files, made one by one. */
export function filesOf(
  count: number,
  make: (number: number) => readonly [path: string, content: string],
): ProjectFiles {
  return Object.fromEntries(Array.from({ length: count }, (_, number) => make(number)));
}

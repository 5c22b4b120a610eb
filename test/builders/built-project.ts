import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Coverage } from '../../src/base/envelope.ts';
import { isErrorEnvelope } from '../../src/base/envelope.ts';
import { errorFromEnvelope } from '../../src/base/errors.ts';
import type { DepsResult } from '../../src/queries/deps.ts';
import { runQuery } from '../../src/session/core/run-query.ts';
import { loadInProcess } from '../../src/session/node/load-in-process.ts';

/** What the image of a project says, read the way every answer is. */
export interface BuiltProject {
  readonly bytes: Buffer;
  readonly fingerprint: string;
  readonly coverage: Coverage;
  /** `code path`, in the image's order. */
  readonly diagnostics: readonly string[];
  /** What a target imports directly. */
  importsOf(target: string): string[];
}

/** @throws ConduitError when the image is missing or not whole */
export function readBuiltProject(root: string, image = join(root, '.introspect/image.bin')): BuiltProject {
  const bytes = readFileSync(image);
  const context = loadInProcess(image);
  const { fingerprint, diagnostics } = context.image;
  return {
    bytes,
    fingerprint,
    coverage: diagnostics.coverage,
    diagnostics: diagnostics.entries().map(({ code, path }) => `${code} ${path}`),
    importsOf(target) {
      const answer = runQuery(context, 'deps', { target, depth: 1 }, 'unchecked');
      if (isErrorEnvelope(answer)) throw errorFromEnvelope(answer);
      return (answer.result as DepsResult).nodes.flatMap(({ id, depth }) => (depth === 1 ? [id] : []));
    },
  };
}

import { isErrorEnvelope } from '../../src/base/envelope.ts';
import { readChange } from '../../src/queries/affected/changes.ts';
import type { AffectedResult } from '../../src/queries/registry.ts';
import { isTestFile, testFiles } from '../../src/queries/test-files.ts';
import { readChanges } from '../../src/session/node/changes/read-changes.ts';
import { loadInProcess } from '../../src/session/node/load-in-process.ts';
import { open } from '../../src/session/node/open.ts';
import type { DisposableClone } from './disposable-clone.ts';
import type { QualifyingCommit } from './qualifying-commits.ts';
import { type MissReason, missReasons } from './reason-of-miss.ts';

export interface ReplayedTest {
  readonly path: string;
  readonly isNamed: boolean;
  /** What would explain that it is not. */
  readonly reason: MissReason;
}

export interface ReplayedCommit {
  readonly commit: QualifyingCommit;
  /** Those that it changed; without what the runners take for none, so that there may be no tests. */
  readonly tests: readonly ReplayedTest[];
  /** All tests that there are. */
  readonly testCount: number;
  /** Parts of all tests that were named. */
  readonly bySymbols: number;
  readonly byModules: number;
  /** What each changed file counted as, for a person. */
  readonly changed: readonly string[];
}

/** Takes the changes of tests and snapshots out of a commit, asks what the rest affects, and looks for the tests in it. */
export async function replayCommit(clone: DisposableClone, commit: QualifyingCommit): Promise<ReplayedCommit> {
  clone.checkOut(commit.commit);
  const session = await open({ root: clone.root, imageDirectory: clone.image });
  try {
    const { modules, tests: all } = modulesOf(`${clone.image}/image.bin`);
    /** A snapshot is what a test expects. What is gone is judged by its name. */
    const isOfTests = (path: string): boolean =>
      all.has(path) || (isTestFile(path) && !modules.has(path)) || /(?:^|\/)__snapshots__\/|\.snap$/.test(path);
    const ask = async (bySymbols: boolean): Promise<AffectedResult> => {
      const asked = { base: `${commit.commit}^`, head: commit.commit, bySymbols };
      const changes = (await readChanges(clone.root, asked)).filter((change) => !isOfTests(readChange(change).path));
      const envelope = await session.query('affected', { changes });
      if (isErrorEnvelope(envelope)) throw new Error(envelope.error.message);
      return envelope.result as AffectedResult;
    };
    const [narrow, wide] = [await ask(true), await ask(false)];
    const named = new Set(narrow.tests.map(({ id }) => id));
    const reasonOf = missReasons(clone.root, commit);
    return {
      commit,
      tests: commit.tests
        .filter((test) => all.has(test))
        .map((path) => ({ path, isNamed: named.has(path), reason: reasonOf(path) })),
      testCount: all.size,
      bySymbols: named.size / all.size,
      byModules: wide.tests.length / all.size,
      changed: narrow.changed.map(({ path, as, symbols }) => `${as} ${path} ${symbols?.length ?? ''}`),
    };
  } finally {
    await session.close();
  }
}

function modulesOf(imagePath: string): { modules: ReadonlySet<string>; tests: ReadonlySet<string> } {
  const { image } = loadInProcess(imagePath, ['strings', 'graph', 'diagnostics', 'project']);
  const { graph } = image;
  const nodes = Array.from({ length: graph.nodeCount }, (_, node) => node).filter(
    (node) => graph.kindOf(node) === 'module',
  );
  return {
    modules: new Set(nodes.map(graph.idOf)),
    tests: new Set(nodes.filter(testFiles(image)).map(graph.idOf)),
  };
}

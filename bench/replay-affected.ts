import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { isErrorEnvelope } from '../src/base/envelope.ts';
import { readChange } from '../src/queries/affected/changes.ts';
import type { AffectedResult } from '../src/queries/registry.ts';
import { isTestFile, testFiles } from '../src/queries/test-files.ts';
import { readChanges } from '../src/session/node/changes/read-changes.ts';
import { loadInProcess } from '../src/session/node/load-in-process.ts';
import { open } from '../src/session/node/open.ts';
import { disposableClone } from './replay/disposable-clone.ts';
import { importChains } from './replay/import-chains.ts';
import { previousVersions } from './replay/previous-versions.ts';
import { type QualifyingCommit, qualifyingCommits } from './replay/qualifying-commits.ts';

/**
 * `npm run replay-affected -- <root> [--commits 50]`: of the last commits that change a test and a source together the change of the tests is taken out, and `affected` asked what the rest
 * affects. It has to name the tests that the sources can affect: those from which some chain of imports, before the commit or after, leads to one of the sources. Commits and tests
 * that do not count are printed with the reason, and a commit with no test that counts makes room for an older one. Prints, for each commit and in the median, the share of all tests that it named; with changes by symbols, and by modules.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { commits: { type: 'string', default: '50' }, verbose: { type: 'boolean', default: false } },
});
const repository = resolve(positionals[0] ?? '.');
const clone = disposableClone(repository);
try {
  const rows: Replayed[] = [];
  const leftOut: QualifyingCommit[] = [];
  const wanted = Number(values.commits);
  for (const commit of qualifyingCommits(repository)) {
    if (commit.onlyComments) {
      leftOut.push(commit);
      console.log(`${commit.commit.slice(0, 10)}  its sources differ in comments only  ${commit.subject.slice(0, 60)}`);
      continue;
    }
    const row = await replay(commit);
    console.log(describe(row));
    if (row.changedTests.length === 0) leftOut.push(commit);
    for (const test of row.apart) console.log(`             no imports lead from ${test} to what changed`);
    for (const test of row.missed) console.log(`             missed ${test}`);
    if (values.verbose) for (const line of row.changed) console.log(`             ${line}`);
    if (row.changedTests.length > 0) rows.push(row);
    if (rows.length === wanted) break;
  }
  summarise(rows, leftOut.length);
} finally {
  clone.remove();
}

interface Replayed {
  readonly commit: QualifyingCommit;
  /** Without those that by the configuration of the runner are none, and those apart; a commit with no others does not count. */
  readonly changedTests: readonly string[];
  /** From which no chain of imports leads to a source that the commit changed. */
  readonly apart: readonly string[];
  readonly missed: readonly string[];
  /** Parts of all tests that were named. */
  readonly bySymbols: number;
  readonly byModules: number;
  readonly tests: number;
  readonly changed: readonly string[];
}

async function replay(commit: QualifyingCommit): Promise<Replayed> {
  clone.checkOut(commit.commit);
  const session = await open({ root: clone.root, imageDirectory: clone.image });
  try {
    const { image } = loadInProcess(`${clone.image}/image.bin`, ['strings', 'graph', 'diagnostics', 'project']);
    const isTest = testFiles(image);
    const ids = Array.from({ length: image.graph.nodeCount }, (_, node) =>
      isTest(node) ? image.graph.idOf(node) : '',
    );
    const all = new Set(ids.filter((id) => id !== ''));
    const tests = all.size;
    const changedTests = commit.tests.filter((test) => all.has(test));
    const reaches = importChains(clone.root, previousVersions(clone.root, commit.commit));
    const sources = new Set(commit.sources);
    const apart = changedTests.filter((test) => !reaches(test, sources));
    const counting = changedTests.filter((test) => !apart.includes(test));
    const asked = { base: `${commit.commit}^`, head: commit.commit };
    const [narrow, wide] = [await ask(asked, true), await ask(asked, false)];
    const named = new Set(narrow.tests.map(({ id }) => id));
    const changed = narrow.changed.map(({ path, as, symbols }) => `${as} ${path} ${symbols?.length ?? ''}`);
    return {
      commit,
      changedTests: counting,
      apart,
      missed: counting.filter((test) => !named.has(test)),
      bySymbols: named.size / tests,
      byModules: wide.tests.length / tests,
      tests,
      changed,
    };
  } finally {
    await session.close();
  }

  async function ask(asked: { base: string; head: string }, bySymbols: boolean): Promise<AffectedResult> {
    const all = await readChanges(clone.root, { ...asked, bySymbols });
    const changes = all.filter((change) => !isOfTests(readChange(change).path));
    const envelope = await session.query('affected', { changes });
    if (isErrorEnvelope(envelope)) throw new Error(envelope.error.message);
    return envelope.result as AffectedResult;
  }
}

/** A snapshot is what a test expects. */
function isOfTests(path: string): boolean {
  return isTestFile(path) || /(?:^|\/)__snapshots__\//.test(path) || path.endsWith('.snap');
}

function describe({ commit, changedTests, missed, bySymbols, byModules, tests }: Replayed): string {
  if (changedTests.length === 0)
    return `${commit.commit.slice(0, 10)}  changes no test that its sources can affect  ${commit.subject.slice(0, 60)}`;
  const named = `${changedTests.length - missed.length}/${changedTests.length}`;
  const shares = `${percent(bySymbols)} (${percent(byModules)} by modules) of ${tests}`;
  return `${commit.commit.slice(0, 10)}  named ${named}  ${shares}  ${commit.subject.slice(0, 60)}`;
}

function summarise(rows: readonly Replayed[], leftOut: number): void {
  const whole = rows.filter(({ missed }) => missed.length === 0).length;
  const pairs = rows.reduce((sum, row) => sum + row.changedTests.length, 0);
  const missed = rows.reduce((sum, row) => sum + row.missed.length, 0);
  console.log(`\n${rows.length} commits; all tests named in ${whole}; ${pairs - missed} of ${pairs} tests named`);
  const apart = rows.reduce((sum, row) => sum + row.apart.length, 0);
  console.log(
    `left out: ${leftOut} commits between them, and ${apart} tests in them that no imports join to what changed`,
  );
  console.log(
    `median share of tests: ${percent(median(rows.map((row) => row.bySymbols)))}; by modules ${percent(median(rows.map((row) => row.byModules)))}`,
  );
}

function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return ((sorted[(sorted.length - 1) >> 1] ?? 0) + (sorted[sorted.length >> 1] ?? 0)) / 2;
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`;
}

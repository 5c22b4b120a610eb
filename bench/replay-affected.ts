import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { describeCommit, summarise } from './replay/describe-replay.ts';
import { disposableClone } from './replay/disposable-clone.ts';
import { qualifyingCommits } from './replay/qualifying-commits.ts';
import { type ReplayedCommit, replayCommit } from './replay/replay-commit.ts';

/**
 * `npm run replay-affected -- <root> [--commits 50]`: of the last commits that change a test and a source together the change of the tests is taken out, and `affected` asked what the rest
 * affects. It has to name each test that the commit changed; no commit is skipped, whatever it changes. Prints the share of all tests that it named, with changes by symbols and by
 * modules, and of each test that it missed whether it could have been known: whether more than comments changed, and whether imports lead there.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { commits: { type: 'string', default: '50' }, verbose: { type: 'boolean', default: false } },
});
const repository = resolve(positionals[0] ?? '.');
const clone = disposableClone(repository);
try {
  const rows: ReplayedCommit[] = [];
  const wanted = Number(values.commits);
  for (const commit of qualifyingCommits(repository)) {
    const row = await replayCommit(clone, commit);
    console.log(describeCommit(row).join('\n'));
    if (values.verbose) for (const line of row.changed) console.log(`             ${line}`);
    // A file that has the name of a test and is none is no test that a commit could change.
    if (row.tests.length > 0) rows.push(row);
    if (rows.length === wanted) break;
  }
  console.log(`\n${summarise(rows).join('\n')}`);
} finally {
  clone.remove();
}

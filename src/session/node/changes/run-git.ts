import { spawn } from 'node:child_process';
import { ConduitError } from '../../../base/errors.ts';

export interface GitOutcome {
  readonly code: number;
  readonly stdout: Buffer;
  /** Its first line. */
  readonly complaint: string;
}

/** Nothing that a repository is configured to start is started, and no lock is taken: git is asked, and changes nothing. */
const QUIET = ['-c', 'core.fsmonitor=false', '-c', 'core.quotePath=false', '-c', 'diff.external=', '--no-pager'];

/**
 * Runs git with a list of arguments, never through a shell.
 * @param input written to its standard input
 * @throws ConduitError CONDUIT_NO_REPOSITORY when there is no git
 */
export function runGit(folder: string, args: readonly string[], input = ''): Promise<GitOutcome> {
  return new Promise((resolve, reject) => {
    const env = { ...process.env, LC_ALL: 'C', GIT_OPTIONAL_LOCKS: '0', GIT_TERMINAL_PROMPT: '0' };
    const child = spawn('git', [...QUIET, ...args], { cwd: folder, env, stdio: ['pipe', 'pipe', 'pipe'] });
    const [stdout, stderr]: [Buffer[], Buffer[]] = [[], []];
    child.stdout.on('data', (chunk: Buffer) => stdout.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => stderr.push(chunk));
    // Git may end before it has read all of its input.
    child.stdin.on('error', () => {});
    child.stdin.end(input);
    child.on('error', () => reject(new ConduitError('CONDUIT_NO_REPOSITORY', 'git cannot be started')));
    child.on('close', (code) => {
      const [complaint = ''] = Buffer.concat(stderr).toString('utf8').split('\n');
      resolve({ code: code ?? 1, stdout: Buffer.concat(stdout), complaint });
    });
  });
}

/** What git prints. @throws ConduitError CONDUIT_NO_REPOSITORY with git's own words when it fails */
export async function gitOutput(folder: string, args: readonly string[], input = ''): Promise<Buffer> {
  const { code, stdout, complaint } = await runGit(folder, args, input);
  if (code === 0) return stdout;
  throw new ConduitError('CONDUIT_NO_REPOSITORY', `git ${args[0]} failed: ${complaint.replace(/^fatal: /, '')}`);
}

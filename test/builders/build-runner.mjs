/**
 * A process that builds one project, for tests that kill it: `node build-runner.mjs <root> [workers]`. Writes a JSON line for its
 * child process, for each phase, and for the outcome.
 */
import childProcess from 'node:child_process';
import { syncBuiltinESMExports } from 'node:module';

const say = (line) => process.stdout.write(`${JSON.stringify(line)}\n`);
const { fork } = childProcess;
childProcess.fork = (...parameters) => {
  const child = fork(...parameters);
  say({ child: child.pid });
  return child;
};
syncBuiltinESMExports();

const [root, workers = '2'] = process.argv.slice(2);
const { buildImage } = await import('../../dist/src/session/node/build/build-image.js');
say({ phase: 'start' });
const { fingerprint } = await buildImage(root, { workers: Number(workers), onProgress: ({ phase }) => say({ phase }) });
say({ fingerprint });

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ConduitError, errorEnvelope } from '../../../base/errors.ts';
import { CONFIG_FILE } from '../../../session/node/read-config.ts';
import { type Invocation, rootOf } from '../invocation.ts';
import { reportRefusal } from '../refusal.ts';

/** Every setting with its default; test/surfaces/cli/commands/write-config.test.ts holds it against the schema. */
export const CONFIG_TEMPLATE = `{
  "$schema": "./node_modules/conduit-introspect/dist/schema/introspect.config.schema.json",

  // false stops the command line and the library in this project; so does INTROSPECT_DISABLE=1.
  "introspection": { "enabled": true },

  // Globs from the root. Files that .gitignore names are never indexed.
  "include": [],
  "exclude": [],

  // Larger sources are passed over and reported.
  "limits": { "fileBytes": 2097152 },

  // A file that keeps the parser busy for longer is left out and reported.
  "parse": { "hangSeconds": 30 },

  // Passed over and reported unless asked for.
  "index": { "dotDirectories": false, "minified": false },
}
`;

/** Writes the configuration file, or prints it. Never replaces one unless told to. */
export async function writeConfig(invocation: Invocation, print: boolean, force: boolean): Promise<number> {
  const { io } = invocation;
  if (print) {
    io.stdout.write(CONFIG_TEMPLATE);
    return 0;
  }
  const file = join(rootOf(invocation), CONFIG_FILE);
  try {
    writeFileSync(file, CONFIG_TEMPLATE, { flag: force ? 'w' : 'wx' });
  } catch (error) {
    return reportRefusal(errorEnvelope(refusalOf(error, file), 'init'), invocation, error);
  }
  io.stderr.write(`wrote ${file}\n`);
  return 0;
}

function refusalOf(error: unknown, file: string): ConduitError {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === 'EEXIST') return new ConduitError('CONDUIT_EXISTS', `${file} exists already`);
  if (code === 'ENOENT') return new ConduitError('CONDUIT_NO_ROOT', `there is no folder for ${file}`);
  if (code === 'ENOSPC') return new ConduitError('CONDUIT_NO_SPACE', `no space left for ${file}`);
  return new ConduitError('CONDUIT_NOT_WRITABLE', `${file} cannot be written (${code})`);
}

import { type Command, InvalidArgumentError } from 'commander';
import { type Act, addExamples } from './command-work.ts';
import { readFolder } from './read-folder.ts';

/**
 * The commands that are more than a query: they read or write files, or serve. Each is imported when it is called, so
 * that none weighs on a warm answer.
 */
export function addProjectCommands(program: Command, act: Act): void {
  const index = program
    .command('index')
    .summary('Build the image, or bring it up to date.')
    .description('Builds the image of a project into .introspect/. Only files that changed are parsed again.')
    .argument('[root]', 'the project; by default the one around the working directory', readFolder)
    .option('--cold', 'parse every file again')
    .option('--no-symbols', 'read only what `deps` and `graph` need, in half of the time')
    .action(
      act<{ cold?: boolean; symbols?: boolean }>(async (invocation, [root], { cold = false, symbols = true }) => {
        const { indexProject } = await import('./commands/index-project.ts');
        return indexProject(invocation, root as string | undefined, { cold, symbols });
      }),
    );
  addExamples(index, ['introspect index', 'introspect index --no-symbols', 'introspect index ../shop --format json']);

  const query = program
    .command('query')
    .summary('Answer a stream of queries, one JSON object a line.')
    .description(
      'Reads {"id"?, "query", "params"} a line and writes {"id"?, …envelope} a line, in the order of completion. Answers come ' +
        'from several threads over one image in shared memory, of the sources as they were at the start. A line that is ' +
        'not understood gets an error envelope.',
    )
    .requiredOption('--stdin', 'read queries from standard input')
    .option('--ordered', 'answer in the order of the input')
    .action(
      act<{ ordered?: boolean }>(async (invocation, _values, { ordered = false }) => {
        const { answerStream } = await import('./commands/answer-stream.ts');
        return answerStream(invocation, ordered);
      }),
    );
  addExamples(query, [
    `echo '{"id":1,"query":"deps","params":{"target":"src/index.ts"}}' | introspect query --stdin`,
    'introspect query --stdin --ordered < queries.ndjson > answers.ndjson',
  ]);

  const serve = program
    .command('serve')
    .summary('Answer over HTTP on this machine.')
    .description(
      'GET /v1/<query> for every query, and /healthz, of the sources as they were at the start. Only loopback addresses are served.',
    )
    .option('--port <n>', 'the port; 0 takes a free one', readPort, 4517)
    .option('--host <address>', 'a loopback address', '127.0.0.1')
    .action(
      act<{ port: number; host: string }>(async (invocation, _values, { port, host }) => {
        const { serve } = await import('./commands/serve.ts');
        return serve(invocation, host, port);
      }),
    );
  addExamples(serve, ['introspect serve', "curl 'http://127.0.0.1:4517/v1/deps?target=src/index.ts&depth=2'"]);

  const doctor = program
    .command('doctor')
    .summary('Say what is installed, what the image holds, and what could not be parsed and why.')
    .description('Says what is installed, what the image holds, and what could not be parsed and why. Builds nothing.')
    .action(
      act(async (invocation) => {
        const { examine } = await import('./commands/examine.ts');
        return examine(invocation);
      }),
    );
  addExamples(doctor, ['introspect doctor', 'introspect doctor --format json']);

  const init = program
    .command('init')
    .summary('Write introspect.config.json.')
    .description(
      'Writes a commented introspect.config.json with every default, and the schema that editors complete from.',
    )
    .option('--print', 'print it instead')
    .option('--force', 'replace the file if there is one')
    .action(
      act<{ print?: boolean; force?: boolean }>(async (invocation, _values, { print = false, force = false }) => {
        const { writeConfig } = await import('./commands/write-config.ts');
        return writeConfig(invocation, print, force);
      }),
    );
  addExamples(init, ['introspect init', 'introspect init --print']);
}

function readPort(text: string): number {
  const port = Number(text);
  if (!/^\d+$/.test(text) || port > 65535) throw new InvalidArgumentError('A port is a number from 0 to 65535.');
  return port;
}

import { Command, CommanderError, Option } from 'commander';
import { ConduitError } from '../../base/errors.ts';
import { PARAMS } from '../../queries/generated/params.ts';
import { QUERIES } from '../../queries/registry.ts';
import { addCheckCommand } from './check-command.ts';
import { chooseColors } from './choose-colors.ts';
import { type Act, addExamples } from './command-work.ts';
import { answerQuery } from './commands/answer-query.ts';
import { addDrawingOptions, type DrawingOptions } from './drawing-options.ts';
import { addFailOn, type FailOnOptions } from './fail-on.ts';
import { addFixOptions, type FixOptions } from './fix-options.ts';
import { FINDING_FORMATS, FORMATS, type Format, type GlobalOptions, QUERY_FORMATS } from './invocation.ts';
import type { CliIo } from './io.ts';
import { OUTSIDE_INPUTS } from './outside-inputs.ts';
import { packageVersion } from './package-version.ts';
import { addParams, givenParams } from './param-options.ts';
import { addProjectCommands } from './project-commands.ts';
import { readFolder } from './read-folder.ts';
import type { Services } from './services.ts';

/** The whole command line: a command for every query of the registry, and the few that are more than a query. */
export function createProgram(io: CliIo, services: Services): { program: Command; outcome: { exit: number } } {
  const outcome = { exit: 0 };
  const act: Act =
    (work) =>
    async (...given) => {
      // Commander appends the command's own options and the command.
      const options = (given.at(-1) as Command).optsWithGlobals<GlobalOptions>();
      const format = options.json ? 'json' : options.format;
      const invocation = { io, services, options, format, colors: chooseColors(io, options) };
      outcome.exit = await work(invocation, given.slice(0, -2), options as never);
    };

  const program = new Command('introspect')
    .description('Makes a JavaScript/TypeScript codebase answer questions about itself.')
    .exitOverride()
    .showSuggestionAfterError(false)
    .configureHelp({ showGlobalOptions: true })
    .configureOutput({
      writeOut: (text) => void io.stdout.write(text),
      writeErr: (text) => void io.stderr.write(text),
      // Mistakes are reported by runCli, as everything else that is refused.
      outputError: () => {},
    });
  addGlobalOptions(program, io);
  for (const query of QUERIES) {
    const specs = PARAMS[query.name] ?? [];
    const command = program.command(query.name).summary(query.summary).description(query.summary);
    if (query.name === 'check') {
      addCheckCommand(command, specs, act);
      addExamples(command, query.examples);
      continue;
    }
    addParams(command, specs, query.positional);
    const outside = OUTSIDE_INPUTS[query.name];
    outside?.addOptions(command);
    addDrawingOptions(command);
    addFailOn(command, query.name);
    if (query.name === 'unused') addFixOptions(command);
    addExamples(command, query.examples);
    command.action(
      act<Record<string, unknown> & DrawingOptions & FailOnOptions & FixOptions>(
        async (invocation, values, options) => {
          refuseFormats(FINDING_FORMATS, 'check', invocation.format);
          const given = givenParams(specs, query.positional, values, options);
          if (outside) return outside.answer(given, invocation, options);
          if (query.name !== 'unused' || !options.fix) return answerQuery(query.name, given, invocation, options);
          const { fixUnused } = await import('./commands/fix-unused.ts');
          return fixUnused(given, options.dryRun ?? false, invocation);
        },
      ),
    );
  }
  const actOnProject: Act = (work) =>
    act((invocation, values, options) => {
      const { format } = invocation;
      refuseFormats(FINDING_FORMATS, 'check', format);
      refuseFormats(QUERY_FORMATS, 'queries', format);
      return work(invocation, values, options as never);
    });
  addProjectCommands(program, actOnProject);
  addExamples(program, [
    'introspect deps src/index.ts',
    'introspect deps src/index.ts --reverse',
    'introspect graph --level package',
  ]);
  return { program, outcome };
}

/** @throws ConduitError CONDUIT_BAD_USAGE for a format that is not the command's */
function refuseFormats(foreign: ReadonlySet<Format | undefined>, owner: string, format: Format | undefined): void {
  if (!foreign.has(format)) return;
  const [have, name] = owner === 'queries' ? ['have', 'queries'] : ['has', `\`${owner}\``];
  throw new ConduitError('CONDUIT_BAD_USAGE', `only ${name} ${have} the format \`${format}\``);
}

function addGlobalOptions(program: Command, io: CliIo): void {
  program
    .option('--root <dir>', 'the project; by default the one around the working directory', readFolder)
    .addOption(new Option('--format <form>', 'how to print the answer').choices(FORMATS))
    .option('--json', 'short for --format json')
    .option('--no-refresh', 'answer from the image as it is, without looking at the sources')
    .option('--image-dir <dir>', 'where the image is kept; by default .introspect in the project', readFolder)
    .option('--stats', 'say on standard error how the answer came about')
    .option('--no-color', 'no colours; NO_COLOR does the same')
    .option('-v, --version', 'print the version')
    .on('option:version', () => {
      io.stdout.write(`${packageVersion()}\n`);
      throw new CommanderError(0, 'commander.version', '');
    });
}

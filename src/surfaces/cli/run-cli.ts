import { CommanderError } from 'commander';
import { errorEnvelope } from '../../base/errors.ts';
import { chooseColors } from './choose-colors.ts';
import { FORMATS, type Format } from './invocation.ts';
import type { CliIo } from './io.ts';
import { createProgram } from './program.ts';
import { reportRefusal } from './refusal.ts';
import { type Services, sessionServices } from './services.ts';
import { usageError } from './usage-error.ts';

/** What shells say of a program that a signal ended: 128 and the signal's number. */
const SIGNAL_EXITS: Readonly<Record<string, number>> = { SIGINT: 130, SIGTERM: 143 };

/**
 * Runs one command line.
 * @param argv the words after the program's name
 * @returns the exit code: 0 fine, 2 bad usage, 3 no index, 4 the query failed, 5 bad configuration, 130 or 143 interrupted
 */
export async function runCli(
  argv: readonly string[],
  io: CliIo,
  services: Services = sessionServices,
): Promise<number> {
  const { program, outcome } = createProgram(io, services);
  try {
    if (argv.length === 0) program.outputHelp();
    else await program.parseAsync([...argv], { from: 'user' });
    return outcome.exit;
  } catch (error) {
    if (error instanceof CommanderError && error.exitCode === 0) return 0;
    if (io.signal.aborted) {
      io.stderr.write('interrupted; the previous image is unharmed\n');
      return SIGNAL_EXITS[String(io.signal.reason)] ?? 130;
    }
    const known = error instanceof CommanderError ? usageError(program, argv, error) : error;
    const plain = { color: !argv.includes('--no-color') };
    return reportRefusal(errorEnvelope(known), { io, format: formatIn(argv), colors: chooseColors(io, plain) }, error);
  }
}

/** The format that was asked for, also when the rest could not be read. */
function formatIn(argv: readonly string[]): Format | undefined {
  if (argv.includes('--json')) return 'json';
  const at = argv.indexOf('--format');
  const joined = argv.find((word) => word.startsWith('--format='))?.slice('--format='.length);
  const wanted = at < 0 ? joined : argv[at + 1];
  return FORMATS.find((format) => format === wanted);
}

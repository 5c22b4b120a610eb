import type { Command, CommanderError } from 'commander';
import { closest } from '../../base/closest.ts';
import { ConduitError } from '../../base/errors.ts';

/**
 * What commander could not make sense of, in the words and with the candidates of our own refusals.
 * @param argv the command line, to know which command's options could have been meant
 */
export function usageError(
  program: Command,
  argv: readonly string[],
  { code, message }: Pick<CommanderError, 'code' | 'message'>,
): ConduitError {
  const text = message.replace(/^error: /, '');
  const word = /'([^']*)'/.exec(text)?.[1] ?? '';
  if (code === 'commander.unknownCommand') return unknownCommand(program, text, word);
  // Asked for help with a command that there is not, commander gives the general help and calls that an error.
  if (code === 'commander.help') {
    const asked = argv[argv.indexOf('help') + 1] ?? '';
    return unknownCommand(program, `unknown command '${asked}'`, asked);
  }
  if (code !== 'commander.unknownOption') return new ConduitError('CONDUIT_BAD_USAGE', text);
  const command = program.commands.find((one) => argv.includes(one.name()));
  const options = [...(command?.options ?? []), ...program.options].map((option) => option.long?.slice(2) ?? '');
  const near = closest(word.replace(/^-+/, ''), new Set(options));
  return new ConduitError(
    'CONDUIT_BAD_USAGE',
    text,
    near.map((name) => `--${name}`),
  );
}

function unknownCommand(program: Command, message: string, word: string): ConduitError {
  const names = program.commands.map((command) => command.name());
  return new ConduitError('CONDUIT_BAD_USAGE', message, closest(word, [...names, 'help']));
}

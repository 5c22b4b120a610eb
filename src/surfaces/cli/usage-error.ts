import type { Command, CommanderError } from 'commander';
import { closest } from '../../base/closest.ts';
import { ConduitError } from '../../base/errors.ts';

/** What commander could not make sense of, in the words and with the candidates of our own refusals. */
export function usageError(program: Command, { code, message }: CommanderError): ConduitError {
  const text = message.replace(/^error: /, '');
  const word = /'([^']*)'/.exec(text)?.[1] ?? '';
  if (code === 'commander.unknownCommand') {
    const names = program.commands.map((command) => command.name());
    return new ConduitError('CONDUIT_BAD_USAGE', text, closest(word, [...names, 'help']));
  }
  if (code === 'commander.unknownOption') {
    return new ConduitError('CONDUIT_BAD_USAGE', text, closest(word, flagsOf(program)));
  }
  return new ConduitError('CONDUIT_BAD_USAGE', text);
}

function flagsOf(program: Command): Set<string> {
  const options = [program, ...program.commands].flatMap((command) => command.options);
  return new Set(options.flatMap(({ long }) => long ?? []));
}

import pico from 'picocolors';
import type { GlobalOptions, Invocation } from './invocation.ts';
import type { CliIo } from './io.ts';

/**
 * Colours on terminals, unless somebody does not want them: `--no-color`, or NO_COLOR with any value (https://no-color.org).
 */
export function chooseColors(io: CliIo, { color }: Pick<GlobalOptions, 'color'>): Invocation['colors'] {
  const wanted = color && !io.env.NO_COLOR && io.env.TERM !== 'dumb';
  return {
    stdout: pico.createColors(wanted && io.terminal.stdout),
    stderr: pico.createColors(wanted && io.terminal.stderr),
  };
}

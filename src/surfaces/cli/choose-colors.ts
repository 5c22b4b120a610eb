import pico from 'picocolors';
import type { Colors, GlobalOptions } from './invocation.ts';
import type { CliIo } from './io.ts';

/**
 * Colours on terminals, unless somebody does not want them: `--no-color`, or NO_COLOR with any value (https://no-color.org).
 * FORCE_COLOR asks for them in a pipe.
 */
export function chooseColors(
  { env, terminal }: Pick<CliIo, 'env' | 'terminal'>,
  { color }: Pick<GlobalOptions, 'color'>,
): { readonly stdout: Colors; readonly stderr: Colors } {
  const wanted = color && !env.NO_COLOR && env.TERM !== 'dumb';
  const forced = env.FORCE_COLOR !== undefined && env.FORCE_COLOR !== '' && env.FORCE_COLOR !== '0';
  return {
    stdout: pico.createColors(wanted && (forced || terminal.stdout)),
    stderr: pico.createColors(wanted && (forced || terminal.stderr)),
  };
}

import { Readable, Writable } from 'node:stream';
import { runCli } from '../../src/surfaces/cli/run-cli.ts';
import type { Services } from '../../src/surfaces/cli/services.ts';

export interface CommandLineOptions {
  readonly stdin?: string;
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Both streams are terminals. */
  readonly terminal?: boolean;
  readonly signal?: AbortSignal;
  /** Called with every piece that reaches standard error. */
  readonly onError?: (text: string) => void;
}

export interface Outcome {
  readonly exit: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a command line in this process; services that a test does not give refuse to be called. */
export async function commandLine(
  services: Partial<Services>,
  argv: readonly string[],
  options: CommandLineOptions = {},
): Promise<Outcome> {
  const { stdin = '', cwd = '/', env = {}, terminal = false, signal = new AbortController().signal, onError } = options;
  const stdout = collector();
  const stderr = collector(onError);
  const io = { stdin: Readable.from([stdin]), stdout, stderr, env, cwd, signal };
  const exit = await runCli(argv, { ...io, terminal: { stdout: terminal, stderr: terminal } }, refusing(services));
  return { exit, stdout: stdout.text(), stderr: stderr.text() };
}

function refusing(services: Partial<Services>): Services {
  const unexpected = (name: string) => async (): Promise<never> => {
    throw new Error(`${name} was not expected`);
  };
  return { open: unexpected('open'), buildImage: unexpected('buildImage'), doctor: unexpected('doctor'), ...services };
}

function collector(onText: (text: string) => void = () => {}): Writable & { text(): string } {
  const parts: string[] = [];
  const stream = new Writable({
    write(chunk, _encoding, done) {
      parts.push(String(chunk));
      onText(String(chunk));
      done();
    },
  });
  return Object.assign(stream, { text: () => parts.join('') });
}

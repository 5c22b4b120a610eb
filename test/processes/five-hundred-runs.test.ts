/**
 * Five hundred runs of the built command line, two at a time, each of which must end as documented: exit code, what is on
 * standard output, nothing that looks like a stack trace.
 */
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { introspect, type ProcessOutcome } from '../builders/introspect-process.ts';

interface Scenario {
  readonly args: readonly string[];
  readonly code: number;
  readonly stdout?: (text: string) => boolean;
  readonly stderr?: (text: string) => boolean;
  readonly env?: Readonly<Record<string, string>>;
  readonly stdin?: string;
}

const has = (part: string) => (text: string) => text.includes(part);
const isJson =
  (check: (value: { result?: { nodes: unknown[] }; error?: { code: string } }) => boolean) => (text: string) =>
    check(JSON.parse(text));

const SCENARIOS: readonly Scenario[] = [
  { args: ['deps', 'src/index.ts'], code: 0, stdout: has('├─ src/storefront/admin.ts [dynamic]') },
  {
    args: ['deps', 'src/index.ts', '--depth', 'all', '--json'],
    code: 0,
    stdout: isJson(({ result }) => result?.nodes.length === 20),
  },
  { args: ['deps', 'money.ts', '--reverse', '--format', 'table'], code: 0, stdout: has('src/cart/cart.ts') },
  {
    args: ['deps', 'npm:zod', '--reverse', '--format', 'ndjson'],
    code: 0,
    stdout: (text) =>
      text
        .trim()
        .split('\n')
        .every(isJson(() => true)),
  },
  {
    args: ['deps', 'src/index.ts', '--kinds', 'dynamic', '--depth', '1'],
    code: 0,
    stdout: (text) => !text.includes('checkout'),
  },
  { args: ['deps', 'src/index.ts', '--no-refresh', '--stats'], code: 0, stderr: has('kernel') },
  { args: ['deps', 'index.ts'], code: 2, stderr: has('CONDUIT_AMBIGUOUS_TARGET') },
  { args: ['deps', 'src/indx.ts'], code: 2, stderr: has('src/index.ts') },
  {
    args: ['deps', 'src/indx.ts', '--json'],
    code: 2,
    stdout: isJson(({ error }) => error?.code === 'CONDUIT_UNKNOWN_TARGET'),
  },
  { args: ['deps', 'src/index.ts', '--depth', 'deep'], code: 2, stderr: has('depth') },
  { args: ['deps', 'src/index.ts', '--kinds', 'statc'], code: 2, stderr: has('static') },
  { args: ['deps'], code: 2, stderr: has('target') },
  { args: ['dep', 'src/index.ts'], code: 2, stderr: has('deps') },
  { args: ['deps', 'src/index.ts'], code: 5, env: { INTROSPECT_DISABLE: '1' }, stderr: has('CONDUIT_DISABLED') },
  { args: ['--version'], code: 0, stdout: (text) => /^\d+\.\d+\.\d+\n$/.test(text) },
  { args: ['help', 'deps'], code: 0, stdout: has('introspect deps src/index.ts') },
  { args: ['init', '--print'], code: 0, stdout: has('introspection') },
  { args: ['doctor', '--json'], code: 0, stdout: isJson(() => true) },
  { args: ['index', '--root', '/nowhere/at/all'], code: 2, stderr: has('CONDUIT_NO_ROOT') },
  {
    args: ['query', '--stdin', '--ordered'],
    code: 0,
    stdin: '{"id":1,"query":"deps","params":{"target":"src/index.ts"}}\nnonsense\n{"id":2,"query":"nope"}\n',
    stdout: (text) => text.trim().split('\n').length === 3 && text.startsWith('{"id":1,'),
  },
];

const RUNS = 500;
const AT_ONCE = 2;

it(`ends as documented in at least 99 of 100 of ${RUNS} runs`, { timeout: 600_000 }, async () => {
  const project = mkdtempSync(join(tmpdir(), 'conduit-runs-'));
  cpSync(join(import.meta.dirname, '../../fixtures/shop'), project, { recursive: true });
  const failures: string[] = [];
  let next = 0;
  const work = async (): Promise<void> => {
    for (let run = next++; run < RUNS; run = next++) {
      const scenario = SCENARIOS[run % SCENARIOS.length] as Scenario;
      const outcome = await introspect(scenario.args, {
        cwd: project,
        env: scenario.env ?? {},
        stdin: scenario.stdin ?? '',
      });
      const fault = faultOf(scenario, outcome);
      if (fault)
        failures.push(
          `run ${run}, introspect ${scenario.args.join(' ')}: ${fault}\n${outcome.stdout}${outcome.stderr}`,
        );
    }
  };
  try {
    // One image before: two first runs at once would both build it, which is tested elsewhere.
    expect((await introspect(['index'], { cwd: project })).code).toBe(0);
    await Promise.all(Array.from({ length: AT_ONCE }, work));
  } finally {
    rmSync(project, { recursive: true, force: true });
  }
  expect(failures.slice(0, 3)).toEqual([]);
  expect(1 - failures.length / RUNS).toBeGreaterThanOrEqual(0.99);
});

function faultOf({ code, stdout, stderr }: Scenario, outcome: ProcessOutcome): string | null {
  if (outcome.code !== code) return `exit ${outcome.code ?? outcome.signal} instead of ${code}`;
  if (/^\s+at .+:\d+:\d+\)?$/m.test(outcome.stderr + outcome.stdout)) return 'a stack trace';
  if (stdout && !stdout(outcome.stdout)) return 'unexpected standard output';
  if (stderr && !stderr(outcome.stderr)) return 'unexpected standard error';
  return null;
}

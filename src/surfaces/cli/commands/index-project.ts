import type { Envelope } from '../../../base/envelope.ts';
import { ConduitError, errorEnvelope } from '../../../base/errors.ts';
import { plural, printable } from '../../../base/text.ts';
import type { BuildOptions } from '../../../session/node/build/build-image.ts';
import type { BuildSummary } from '../../../session/node/build/messages.ts';
import { type Invocation, imageDirectoryOf, rootOf } from '../invocation.ts';
import { reportProgress } from '../progress.ts';
import { reportRefusal } from '../refusal.ts';
import { renderLines } from '../render/ndjson.ts';

/** Builds the image and says what came of it. What could not be parsed is told, and is no failure of the command. */
export async function indexProject(
  invocation: Invocation,
  given: string | undefined,
  wanted: Pick<BuildOptions, 'cold' | 'symbols'>,
): Promise<number> {
  const { io, services, format } = invocation;
  const params = given === undefined ? {} : { root: given };
  const progress = reportProgress(invocation);
  try {
    if (given !== undefined && invocation.options.root !== undefined) {
      throw new ConduitError('CONDUIT_BAD_USAGE', 'the project is given twice, as an argument and with --root');
    }
    const summary = await services.buildImage(rootOf(invocation, given ?? invocation.options.root), {
      imageDirectory: imageDirectoryOf(invocation),
      onProgress: progress.onProgress,
      signal: io.signal,
      ...wanted,
    });
    progress.stop();
    const envelope = envelopeOf(summary, params);
    if (format === 'json') io.stdout.write(`${JSON.stringify(envelope, null, 2)}\n`);
    else if (format === 'ndjson') io.stdout.write(renderLines(envelope));
    else io.stdout.write(`${describe(summary).join('\n')}\n`);
    return 0;
  } catch (error) {
    progress.stop();
    if (io.signal.aborted) throw error;
    return reportRefusal(errorEnvelope(error, 'index', params), invocation, error);
  }
}

function envelopeOf(summary: BuildSummary, params: Readonly<Record<string, unknown>>): Envelope<BuildSummary> {
  const { fingerprint, files, parsed, failed, skipped, unresolved, failures } = summary;
  // Folders that could not be listed are among the failures, though they are no files.
  const complete = failures.length === 0 && Object.keys(unresolved).length === 0;
  return {
    schema: 1,
    query: 'index',
    params,
    asOf: { fingerprint, stale: false },
    coverage: { status: complete ? 'complete' : 'partial', files, parsed, failed, unresolved, skipped },
    result: summary,
  };
}

/** Failures named in full; a broken installation could have thousands. */
const FAILURES_SHOWN = 20;

function describe(summary: BuildSummary): string[] {
  const { failures, skipped, unresolved, restarts } = summary;
  const rows: [string, string][] = [
    [
      'files',
      // What could not be parsed comes from the cache too.
      `${grouped(summary.files)} (${grouped(summary.parsed)} parsed; ${grouped(summary.reused)} known from before)`,
    ],
    ['lines', grouped(summary.lines)],
    ['packages', grouped(summary.packages)],
    ['edges', `${grouped(summary.edges)} between ${grouped(summary.nodes)} nodes`],
    ['cycles', grouped(summary.cycles)],
    ['symbols', summary.symbols === null ? 'not read' : grouped(summary.symbols)],
    ['not parsed', grouped(summary.failed)],
    ['passed over', counted(skipped)],
    ['unresolved', counted(unresolved)],
    ['time', `${(summary.milliseconds / 1000).toFixed(1)} s`],
    ['memory', `${Math.round(summary.peakMemoryBytes / 2 ** 20)} MiB at most`],
    ['image', `${summary.image} (${Math.ceil(summary.bytes / 1024)} KiB)`],
  ];
  return [
    ...rows.map(([name, value]) => `${name.padEnd(12)} ${value}`),
    ...summary.warnings.map((warning) => `Warning: ${warning}.`),
    ...(restarts > 0
      ? [`The parser took its process down; ${plural(restarts, 'new start')} without the files named below.`]
      : []),
    ...(failures.length > 0 ? ['', 'Not parsed:'] : []),
    ...failures.slice(0, FAILURES_SHOWN).map(({ path, reason }) => `  ${printable(`${path}: ${reason}`)}`),
    ...(failures.length > FAILURES_SHOWN ? [`  … ${failures.length - FAILURES_SHOWN} more: introspect doctor`] : []),
  ];
}

function counted(counts: Readonly<Record<string, number>>): string {
  const entries = Object.entries(counts);
  if (entries.length === 0) return '0';
  const total = entries.reduce((sum, [, count]) => sum + count, 0);
  return `${grouped(total)} (${entries.map(([reason, count]) => `${reason} ${grouped(count)}`).join(', ')})`;
}

/** 7376 → 7,376, whatever the locale of the machine. */
function grouped(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ',');
}

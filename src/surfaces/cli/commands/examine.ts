import type { Envelope } from '../../../base/envelope.ts';
import { errorEnvelope } from '../../../base/errors.ts';
import { plural, printable } from '../../../base/text.ts';
import type { DoctorReport } from '../../../session/node/doctor.ts';
import { type Invocation, imageDirectoryOf, rootOf } from '../invocation.ts';
import { reportRefusal } from '../refusal.ts';
import { renderLines } from '../render/ndjson.ts';

/** Says what is there and what is wrong with it. That something is wrong is the answer, not a failure. */
export async function examine(invocation: Invocation): Promise<number> {
  const { io, services, format, colors } = invocation;
  try {
    const report = await services.doctor(rootOf(invocation), imageDirectoryOf(invocation));
    if (format === 'json') io.stdout.write(`${JSON.stringify(envelopeOf(report), null, 2)}\n`);
    else if (format === 'ndjson') io.stdout.write(renderLines(envelopeOf(report)));
    else io.stdout.write(`${describe(report, colors.stdout).join('\n')}\n`);
    return 0;
  } catch (error) {
    return reportRefusal(errorEnvelope(error, 'doctor'), invocation, error);
  }
}

/** Without an image that can be used, nothing was analysed: an empty fingerprint, partial coverage of no files. */
function envelopeOf({ image, ...installation }: DoctorReport): Envelope {
  const common = { schema: 1, query: 'doctor', params: {} } as const;
  if (image.state !== 'usable') {
    const { path, ...state } = image;
    const coverage = { status: 'partial', files: 0, parsed: 0, failed: 0, unresolved: {}, skipped: {} } as const;
    return {
      ...common,
      asOf: { fingerprint: '', stale: true },
      coverage,
      result: { image: path, ...state, ...installation },
    };
  }
  const { path, fingerprint, fresh, coverage, ...rest } = image;
  return {
    ...common,
    asOf: { fingerprint, stale: !fresh },
    coverage,
    result: { image: path, files: coverage.files, ...rest, ...installation },
  };
}

function describe(report: DoctorReport, colors: Invocation['colors']['stdout']): string[] {
  const yesNo = (value: boolean) => (value ? colors.green('yes') : colors.red('no'));
  const { versions, platform, workers, wasm, root, enabled } = report;
  const rows: [string, string][] = [
    ...Object.entries(versions),
    ['platform', `${platform}, ${workers} processors`],
    ['WebAssembly', `kernels ${yesNo(wasm.kernels)}, SIMD ${yesNo(wasm.simd)}, threads ${yesNo(wasm.threads)}`],
    ['project', root],
    ['enabled', yesNo(enabled)],
    ['configuration', describeConfiguration(report.configuration)],
    ...describeImage(report.image, yesNo),
  ];
  const width = Math.max(...rows.map(([name]) => name.length));
  return [...rows.map(([name, value]) => `${name.padEnd(width)}  ${value}`), ...describeFaults(report.image)];
}

function describeConfiguration(configuration: DoctorReport['configuration']): string {
  if (configuration.state !== 'invalid') {
    return configuration.state === 'none' ? `no ${configuration.file}: defaults` : configuration.file;
  }
  return `${printable(configuration.error.message)}. ${configuration.error.suggestion}`;
}

function describeImage(image: DoctorReport['image'], yesNo: (value: boolean) => string): [string, string][] {
  if (image.state === 'missing') return [['image', `none at ${image.path}: introspect index builds it`]];
  if (image.state === 'unusable') {
    return [
      ['image', image.path],
      ['not usable', `${image.error.message}. ${image.error.suggestion}`],
    ];
  }
  const { files, parsed, failed, unresolved } = image.coverage;
  // The questions so far did not need the whole project.
  const unread = files - parsed - failed;
  const reasons = Object.entries(unresolved).map(([reason, count]) => `${reason} ${count}`);
  return [
    ['image', `${image.path} (${Math.ceil(image.bytes / 1024)} KiB)`],
    ['fingerprint', image.fingerprint],
    ['up to date', yesNo(image.fresh)],
    ['files', `${files} (${parsed} parsed, ${failed} not parsed${unread > 0 ? `, ${unread} not read yet` : ''})`],
    ['edges', `${image.edges} between ${image.nodes} nodes, ${plural(image.packages, 'package')}`],
    ['symbols', image.symbols === null ? 'not read yet' : String(image.symbols)],
    ['unresolved', reasons.length === 0 ? '0' : reasons.join(', ')],
  ];
}

/** Every file that is not or only partly known, and every import that leads nowhere, by reason. */
function describeFaults(image: DoctorReport['image']): string[] {
  if (image.state !== 'usable') return [];
  return [
    ...describeByReason(image.diagnostics.map((diagnostic) => ({ ...diagnostic, reason: diagnostic.code }))),
    ...describeByReason(image.unresolved.map((site) => ({ ...site, message: site.specifier }))),
  ];
}

interface Fault {
  readonly reason: string;
  readonly path: string;
  /** 1-based; 0 when it is about the whole file. */
  readonly line: number;
  readonly column: number;
  readonly message: string;
}

function describeByReason(faults: readonly Fault[]): string[] {
  const reasons = [...new Set(faults.map(({ reason }) => reason))].sort();
  return reasons.flatMap((wanted) => {
    const found = faults.filter(({ reason }) => reason === wanted);
    return ['', `${wanted} (${found.length}):`, ...found.map((fault) => `  ${printable(describeFault(fault))}`)];
  });
}

function describeFault({ path, line, column, message }: Fault): string {
  return `${path}${line > 0 ? `:${line}:${column}` : ''}${message === '' ? '' : `: ${message}`}`;
}

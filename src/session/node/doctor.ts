import { existsSync, readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { availableParallelism } from 'node:os';
import type { Coverage, ErrorEnvelope } from '../../base/envelope.ts';
import { errorEnvelope, isConduitError } from '../../base/errors.ts';
import type { Diagnostic } from '../../facts/records.ts';
import type { DiagnosticsReader, ImageReader } from '../../image/reader.ts';
import { countPackages } from './count-packages.ts';
import { imageDirectory } from './image-directory.ts';
import { type ConfigurationReport, inspectConfiguration } from './inspect-configuration.ts';
import { kernelModule } from './kernels.ts';
import { listFailures } from './list-failures.ts';
import { loadInProcess } from './load-in-process.ts';
import { assertEnabled } from './read-config.ts';
import { readBuildState } from './state/build-state.ts';
import { isFresh } from './state/freshness.ts';

/** What `introspect doctor` finds out. Nothing is built or changed. */
export interface DoctorReport {
  readonly versions: Readonly<Record<string, string>>;
  readonly platform: string;
  readonly workers: number;
  readonly wasm: { readonly kernels: boolean; readonly simd: boolean; readonly threads: boolean };
  readonly root: string;
  /** False when a switch says so; a configuration that is invalid switches nothing. */
  readonly enabled: boolean;
  readonly configuration: ConfigurationReport;
  readonly image:
    | { readonly state: 'missing'; readonly path: string }
    | { readonly state: 'unusable'; readonly path: string; readonly error: ErrorEnvelope['error'] }
    | {
        readonly state: 'usable';
        readonly path: string;
        readonly bytes: number;
        readonly fingerprint: string;
        readonly fresh: boolean;
        readonly coverage: Coverage;
        readonly lines: number;
        /** Packages of the project that hold modules. */
        readonly packages: number;
        readonly nodes: number;
        /** Named declarations of the project; null when they have not been read. */
        readonly symbols: number | null;
        readonly edges: number;
        readonly failures: readonly { readonly path: string; readonly reason: string }[];
        readonly diagnostics: readonly Diagnostic[];
        /** Every import that leads nowhere, by path and place. */
        readonly unresolved: readonly ReturnType<DiagnosticsReader['unresolvedSites']>[number][];
      };
}

export function doctor(root: string, directoryPath?: string): DoctorReport {
  const configuration = inspectConfiguration(root);
  return {
    versions: {
      'conduit-introspect': packageVersion('#self'),
      node: process.versions.node,
      '@swc/core': packageVersion('@swc/core'),
      'oxc-resolver': packageVersion('oxc-resolver'),
    },
    platform: `${process.platform} ${process.arch}`,
    workers: availableParallelism(),
    wasm: { kernels: compiles(), simd: WebAssembly.validate(SIMD_PROBE), threads: WebAssembly.validate(THREADS_PROBE) },
    root,
    enabled: isEnabled(root),
    configuration,
    image: inspectImage(root, configuration.state !== 'invalid', directoryPath),
  };
}

/** `(func (drop (i8x16.bitmask (v128.const 0))))`, the smallest module that needs SIMD. */
const SIMD_PROBE = Uint8Array.of(
  ...[0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 3, 2, 1, 0, 10, 25, 1, 23, 0, 253, 12],
  ...[0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 253, 100, 26, 11],
);
/** `(memory 1 1 shared)`, the smallest module that needs threads. */
const THREADS_PROBE = Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0, 5, 4, 1, 3, 1, 1);

function compiles(): boolean {
  try {
    kernelModule('plain');
    kernelModule('shared');
    return true;
  } catch {
    return false;
  }
}

function isEnabled(root: string): boolean {
  try {
    assertEnabled(root);
    return true;
  } catch (error) {
    return !isConduitError(error) || error.code !== 'CONDUIT_DISABLED';
  }
}

/** An image cannot be compared with what a configuration that is invalid asks for: it counts as not fresh. */
function inspectImage(root: string, comparable: boolean, directoryPath?: string): DoctorReport['image'] {
  const directory = imageDirectory(root, directoryPath);
  const path = directory.image;
  if (!existsSync(path)) return { state: 'missing', path };
  try {
    const { image } = loadInProcess(path);
    const state = readBuildState(directory.state);
    return {
      state: 'usable',
      path,
      bytes: statSync(path).size,
      fingerprint: image.fingerprint,
      fresh: comparable && state !== null && state.fingerprint === image.fingerprint && isFresh(root, state),
      coverage: image.diagnostics.coverage,
      lines: image.diagnostics.lines,
      packages: countPackages(image.graph),
      nodes: image.graph.nodeCount,
      symbols: symbolsIn(image),
      edges: image.graph.edgeCount,
      failures: listFailures(image.diagnostics.entries()),
      diagnostics: image.diagnostics.entries(),
      unresolved: image.diagnostics.unresolvedSites(),
    };
  } catch (error) {
    return { state: 'unusable', path, error: errorEnvelope(error).error };
  }
}

/** The installed version of a package (or of this one); `missing` when it is not there. */
function packageVersion(name: string): string {
  try {
    const require = createRequire(import.meta.url);
    const manifest =
      name === '#self' ? require.resolve('conduit-introspect/package.json') : findManifest(require, name);
    return String((JSON.parse(readFileSync(manifest, 'utf8')) as { version?: unknown }).version);
  } catch {
    return 'missing';
  }
}

/** A package may not export its package.json: walk up from its entry. */
function findManifest(require: NodeJS.Require, name: string): string {
  const entry = require.resolve(name);
  const folder = entry.slice(0, entry.lastIndexOf(`node_modules/${name}/`) + `node_modules/${name}/`.length);
  return `${folder}package.json`;
}

function symbolsIn(image: ImageReader): number | null {
  try {
    return image.symbols.declaredCount;
  } catch (error) {
    if (isConduitError(error) && error.code === 'CONDUIT_IMAGE_MISSING') return null;
    throw error;
  }
}

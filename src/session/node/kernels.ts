import { readFileSync } from 'node:fs';
import { resolvePackageFile } from './package-files.ts';

export type KernelFlavour = 'plain' | 'shared';

const compiled = new Map<KernelFlavour, WebAssembly.Module>();

/** The compiled kernels: over plain memory (one thread) or shared memory (a pool). Compiled once a process. */
export function kernelModule(flavour: KernelFlavour): WebAssembly.Module {
  let module = compiled.get(flavour);
  if (!module) {
    const file = resolvePackageFile(flavour === 'plain' ? '#wasm/kernels.wasm' : '#wasm/kernels-shared.wasm');
    module = new WebAssembly.Module(readFileSync(file));
    compiled.set(flavour, module);
  }
  return module;
}

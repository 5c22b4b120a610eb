/** The raw kernels. Private to this folder: everybody else goes through the typed facades beside this file. */
export interface KernelExports {
  /** See assembly/tape.ts. */
  tape(input: number, length: number, output: number, capacity: number, names: number): number;
  /** See assembly/select.ts. */
  select(
    records: number,
    count: number,
    roles: number,
    text: number,
    hashes: number,
    hashCount: number,
    output: number,
  ): number;
  /** See assembly/first-named.ts. */
  firstNamed(
    records: number,
    count: number,
    roles: number,
    text: number,
    output: number,
    slots: number,
    slotCount: number,
  ): void;
  /** See assembly/compress.ts. */
  learnDictionary(table: number, text: number, length: number): void;
  compress(table: number, text: number, base: number, end: number, output: number): number;
  /** See assembly/deepest.ts. */
  deepest(source: number, length: number, limit: number, templates: number): number;
  /** See assembly/survey.ts. */
  survey(source: number, length: number, output: number): number;
  /** See assembly/marks.ts. */
  marks(source: number, length: number, table: number, output: number): void;
  /** See assembly/reach.ts. */
  reach(
    offsets: number,
    targets: number,
    masks: number,
    nodeCount: number,
    from: number,
    fromCount: number,
    depth: number,
    mask: number,
    output: number,
    outputCapacity: number,
    scratch: number,
    budget: number,
    control: number,
  ): number;
  /** See assembly/strongly-connected.ts. */
  stronglyConnected(
    offsets: number,
    targets: number,
    masks: number,
    nodeCount: number,
    mask: number,
    output: number,
    scratch: number,
    budget: number,
    control: number,
  ): number;
  /** See assembly/page-rank.ts. */
  pageRank(
    offsets: number,
    targets: number,
    masks: number,
    reverseOffsets: number,
    reverseTargets: number,
    reverseMasks: number,
    nodeCount: number,
    mask: number,
    damping: number,
    tolerance: number,
    most: number,
    output: number,
    scratch: number,
    budget: number,
    control: number,
  ): number;
  /** See assembly/checks.ts. */
  ascendsTo(values: number, count: number, end: number): number;
  allBelow(values: number, count: number, limit: number, none: number): number;
  /** See assembly/checksum.ts. */
  checksum(bytes: number, length: number): bigint;
}

/** Instantiates the kernels over a memory. The module imports nothing but that memory; a test asserts it. */
export function instantiateKernels(module: WebAssembly.Module, memory: WebAssembly.Memory): KernelExports {
  return new WebAssembly.Instance(module, { env: { memory } }).exports as unknown as KernelExports;
}

/** Compressed sparse rows of one direction: neighbours of n are targets[offsets[n] … offsets[n+1]]. */
export interface CsrVectors {
  readonly offsets: Uint32Array;
  readonly targets: Uint32Array;
  /** Edge kind mask, one an entry of {@link targets}. */
  readonly masks: Uint32Array;
}

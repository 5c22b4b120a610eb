// What a kernel returns when it has no count to return. Plain constants without AssemblyScript types, so that the
// facades in src/wasm read the very same names.

/** The output region has no room for the worst case. */
export const STATUS_OUTPUT_TOO_SMALL = -1;
/** The input is not the JSON of a syntax tree. */
export const STATUS_MALFORMED = -2;
/** A start is not a node of the graph. */
export const STATUS_UNKNOWN_NODE = -3;
/** Somebody wrote this run's ticket into the cancel word. */
export const STATUS_CANCELLED = -4;
/** More nodes and edges than the work budget allows. */
export const STATUS_BUDGET_SPENT = -5;

/**
 * Sorts `count` u32 in place. Heapsort (J. W. J. Williams, Communications of the ACM 7(6), 1964): no recursion, no
 * extra memory, O(n log n) whatever the input. What is in order already, such as the targets of a single row, costs
 * one pass.
 */
export function sortAscending(values: usize, count: u32): void {
  let sorted: u32 = 1;
  while (sorted < count && at(values, sorted - 1) <= at(values, sorted)) sorted++;
  if (sorted >= count) return;

  for (let root = count >>> 1; root > 0; root--) siftDown(values, root - 1, count);
  for (let end = count - 1; end > 0; end--) {
    const largest = at(values, 0);
    store<u32>(values, at(values, end));
    store<u32>(values + (<usize>end << 2), largest);
    siftDown(values, 0, end);
  }
}

@inline
function at(values: usize, index: u32): u32 {
  return load<u32>(values + (<usize>index << 2));
}

/** Lets the value at `hole` sink until none below it is larger: values[i] ≥ values[2i + 1], values[2i + 2]. */
function siftDown(values: usize, hole: u32, count: u32): void {
  const value = at(values, hole);
  while (true) {
    let child = hole * 2 + 1;
    if (child >= count) break;
    if (child + 1 < count && at(values, child) < at(values, child + 1)) child++;
    if (at(values, child) <= value) break;
    store<u32>(values + (<usize>hole << 2), at(values, child));
    hole = child;
  }
  store<u32>(values + (<usize>hole << 2), value);
}

// What every vector of an image must pass before a kernel follows it: a wild offset or target would read, or have a
// kernel write, anywhere in memory. One pass each, four words at a time, no scratch. Return 1 or 0.

/**
 * 1 if the first value is 0, none is less than the one before, and the last is `end`. 0 for no values at all, since
 * offsets have one value more than there are rows.
 */
export function ascendsTo(values: usize, count: u32, end: u32): i32 {
  if (count == 0 || load<u32>(values) != 0) return 0;
  const last = values + (<usize>(count - 1) << 2);
  if (load<u32>(last) != end) return 0;

  let p = values;
  for (; p + 16 <= last; p += 16) {
    // Each value beside its successor: the second vector is the first, one word on.
    if (v128.any_true(v128.gt<u32>(v128.load(p), v128.load(p, 4)))) return 0;
  }
  for (; p < last; p += 4) {
    if (load<u32>(p) > load<u32>(p, 4)) return 0;
  }
  return 1;
}

/** 1 if every value is < limit or equal to `none`. */
export function allBelow(values: usize, count: u32, limit: u32, none: u32): i32 {
  const end = values + (<usize>count << 2);
  const limits = i32x4.splat(limit);
  const nones = i32x4.splat(none);
  let p = values;
  for (; p + 16 <= end; p += 16) {
    const four = v128.load(p);
    if (!v128.all_true<u32>(v128.or(v128.lt<u32>(four, limits), v128.eq<u32>(four, nones)))) return 0;
  }
  for (; p < end; p += 4) {
    const value = load<u32>(p);
    if (value >= limit && value != none) return 0;
  }
  return 1;
}

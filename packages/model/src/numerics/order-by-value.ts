/** Buckets with more than this many values are sorted by comparison. */
const MOST_INSERTED = 48;

/**
 * Indices of the values below Infinity, by rising value; of equal ones the higher index first.
 *
 * As many buckets as values, each sorted by itself: linear for values that are spread out, as activation times are, and never
 * worse than a sort by comparison.
 */
export function orderByValue(values: ArrayLike<number>): Uint32Array {
  let [low, high, count] = [Infinity, -Infinity, 0];
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!;
    if (!(value < Infinity)) continue;
    if (value < low) low = value;
    if (value > high) high = value;
    count++;
  }
  const perBucket = high > low ? (count - 1) / (high - low) : 0;
  const bucketOf = (value: number) => Math.floor((value - low) * perBucket);
  const ends = new Uint32Array(count + 1);
  for (let i = 0; i < values.length; i++) if (values[i]! < Infinity) ends[bucketOf(values[i]!) + 1]!++;
  for (let bucket = 0; bucket < count; bucket++) ends[bucket + 1]! += ends[bucket]!;
  // From here on `ends[bucket]` is where the next index of a bucket goes; at last it is where the bucket ends.
  const order = new Uint32Array(count);
  for (let i = values.length - 1; i >= 0; i--) if (values[i]! < Infinity) order[ends[bucketOf(values[i]!)]!++] = i;
  for (let bucket = 0, from = 0; bucket < count; bucket++) {
    sortBucket(order.subarray(from, ends[bucket]!), values);
    from = ends[bucket]!;
  }
  return order;
}

/** Keeps the order of equal values. */
function sortBucket(outOrder: Uint32Array, values: ArrayLike<number>): void {
  if (outOrder.length < 2) return;
  if (outOrder.length > MOST_INSERTED) {
    outOrder.sort((a, b) => values[a]! - values[b]! || b - a);
    return;
  }
  for (let i = 1; i < outOrder.length; i++) {
    const index = outOrder[i]!;
    let place = i;
    for (; place > 0 && values[outOrder[place - 1]!]! > values[index]!; place--) outOrder[place] = outOrder[place - 1]!;
    outOrder[place] = index;
  }
}

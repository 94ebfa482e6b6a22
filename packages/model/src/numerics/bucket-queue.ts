/**
 * A queue of indices by time in buckets of equal width, a ring that covers a limited span ahead of the current bucket.
 * Inserting, moving and taking out cost a fixed number of steps; inside a bucket the order is last in, first out, so a user
 * must accept that a time may come out slightly late and be put in again.
 */
export interface BucketQueue {
  /** First index of each bucket, or -1; a power of two of them. */
  readonly heads: Int32Array;
  /** Neighbors in the bucket's list, or -1. */
  readonly nexts: Int32Array;
  readonly previous: Int32Array;
  /** Place in the ring of each index, or -1 when it is not queued. */
  readonly places: Int32Array;
}

/** A queue for indices below `capacity`; `bucketCount` is rounded up to a power of two. */
export function createBucketQueue(capacity: number, bucketCount: number): BucketQueue {
  const ringSize = 2 ** Math.ceil(Math.log2(Math.max(2, bucketCount)));
  return {
    heads: new Int32Array(ringSize).fill(-1),
    nexts: new Int32Array(capacity).fill(-1),
    previous: new Int32Array(capacity).fill(-1),
    places: new Int32Array(capacity).fill(-1),
  };
}

/** Puts the index in the bucket, out of its present one if it is queued. Returns 1 when it was not queued before, else 0. */
export function insertIntoBucket(queue: BucketQueue, index: number, bucket: number): number {
  const { heads, nexts, previous, places } = queue;
  const place = bucket & (heads.length - 1);
  const oldPlace = places[index]!;
  if (oldPlace === place) return 0;
  if (oldPlace >= 0) unlink(queue, index, oldPlace);
  const head = heads[place]!;
  nexts[index] = head;
  previous[index] = -1;
  if (head >= 0) previous[head] = index;
  heads[place] = index;
  places[index] = place;
  return oldPlace >= 0 ? 0 : 1;
}

/** Takes one index out of the bucket; -1 when the bucket is empty. */
export function takeFromBucket(queue: BucketQueue, bucket: number): number {
  const place = bucket & (queue.heads.length - 1);
  const index = queue.heads[place]!;
  if (index < 0) return -1;
  unlink(queue, index, place);
  queue.places[index] = -1;
  return index;
}

function unlink(queue: BucketQueue, index: number, place: number): void {
  const next = queue.nexts[index]!;
  const before = queue.previous[index]!;
  if (before >= 0) queue.nexts[before] = next;
  else queue.heads[place] = next;
  if (next >= 0) queue.previous[next] = before;
}

/**
 * A binary heap of indices ordered by a key array the caller owns; equal keys come out by the lower index, so the order
 * never depends on how entries went in. An index is in the heap at most once and can be moved up when its key falls.
 */
export interface IndexedHeap {
  /** The heap itself; the first `state[0]` entries count. */
  readonly entries: Uint32Array;
  /** Place of each index in `entries`, or -1. */
  readonly places: Int32Array;
  /** One number: how many entries the heap holds. */
  readonly state: Uint32Array;
}

export function createIndexedHeap(capacity: number): IndexedHeap {
  return {
    entries: new Uint32Array(capacity),
    places: new Int32Array(capacity).fill(-1),
    state: new Uint32Array(1),
  };
}

/** Adds the index, or moves it up when it is there and its key has fallen. */
export function pushOrRaise(heap: IndexedHeap, keys: Float64Array, index: number): void {
  let place = heap.places[index]!;
  if (place < 0) place = heap.state[0]!++;
  while (place > 0) {
    const parent = (place - 1) >> 1;
    const other = heap.entries[parent]!;
    if (!comesBefore(keys, index, other)) break;
    putAt(heap, place, other);
    place = parent;
  }
  putAt(heap, place, index);
}

/** Takes the index with the smallest key out; -1 when the heap is empty. */
export function popSmallest(heap: IndexedHeap, keys: Float64Array): number {
  if (heap.state[0] === 0) return -1;
  const smallest = heap.entries[0]!;
  heap.places[smallest] = -1;
  const size = --heap.state[0]!;
  if (size > 0) sinkFromRoot(heap, keys, heap.entries[size]!, size);
  return smallest;
}

function sinkFromRoot(heap: IndexedHeap, keys: Float64Array, index: number, size: number): void {
  let place = 0;
  for (;;) {
    let child = 2 * place + 1;
    if (child >= size) break;
    const sibling = child + 1;
    if (sibling < size && comesBefore(keys, heap.entries[sibling]!, heap.entries[child]!)) child = sibling;
    const other = heap.entries[child]!;
    if (!comesBefore(keys, other, index)) break;
    putAt(heap, place, other);
    place = child;
  }
  putAt(heap, place, index);
}

function comesBefore(keys: Float64Array, a: number, b: number): boolean {
  return keys[a]! < keys[b]! || (keys[a] === keys[b] && a < b);
}

function putAt(heap: IndexedHeap, place: number, index: number): void {
  heap.entries[place] = index;
  heap.places[index] = place;
}

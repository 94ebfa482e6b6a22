/** Sets of items that need each other, each set after all the sets that it needs. */
export interface DependencyOrder {
  /** itemCount; the items set by set. */
  readonly items: Uint32Array;
  /** setCount + 1; most sets hold one item. */
  readonly offsets: Uint32Array;
}

/**
 * Orders items so that what an item needs comes before it; items that need each other in a circle form one set.
 *
 * @param needed   3 · itemCount; the items that each item needs
 * @param weights  3 · itemCount; entries of `needed` that are not above 0 here do not count
 *
 * Cost: linear. Deterministic: items are taken up in rising order.
 * Source: strongly connected components, Tarjan, SIAM J Comput 1972;1:146, without recursion.
 */
export function orderDependencies(needed: Uint32Array, weights: Float64Array): DependencyOrder {
  const itemCount = needed.length / 3;
  const search = createSearch(itemCount);
  const { path, nextSlot, visit, lowest } = search;
  for (let root = 0; root < itemCount; root++) {
    if (visit[root]! > 0) continue;
    enter(search, root);
    while (search.depth > 0) {
      const item = path[search.depth - 1]!;
      const slot = nextSlot[item]!;
      if (slot === 3 * item + 3) {
        leave(search, item);
        continue;
      }
      nextSlot[item] = slot + 1;
      if (!(weights[slot]! > 0)) continue;
      const other = needed[slot]!;
      if (visit[other] === 0) enter(search, other);
      else if (lowest[other]! < CLOSED && visit[other]! < lowest[item]!) lowest[item] = visit[other]!;
    }
  }
  return { items: search.items, offsets: search.offsets.slice(0, search.setCount + 1) };
}

/** In place of the lowest visit of an item whose set is complete. */
const CLOSED = 0xffffffff;

interface Search {
  /** Items from the root to the current one, and how many. */
  readonly path: Uint32Array;
  depth: number;
  /** Items met whose sets are not complete. */
  readonly open: Uint32Array;
  openCount: number;
  /** Next entry of `needed` to look at, for each item. */
  readonly nextSlot: Uint32Array;
  /** When each item was met, from 1; 0 before. */
  readonly visit: Uint32Array;
  visitCount: number;
  /** The earliest open item that each one leads to, by its visit. */
  readonly lowest: Uint32Array;
  readonly items: Uint32Array;
  itemCount: number;
  readonly offsets: Uint32Array;
  setCount: number;
}

function createSearch(itemCount: number): Search {
  return {
    path: new Uint32Array(itemCount),
    depth: 0,
    open: new Uint32Array(itemCount),
    openCount: 0,
    nextSlot: new Uint32Array(itemCount),
    visit: new Uint32Array(itemCount),
    visitCount: 0,
    lowest: new Uint32Array(itemCount),
    items: new Uint32Array(itemCount),
    itemCount: 0,
    offsets: new Uint32Array(itemCount + 1),
    setCount: 0,
  };
}

function enter(search: Search, item: number): void {
  search.visit[item] = ++search.visitCount;
  search.lowest[item] = search.visitCount;
  search.nextSlot[item] = 3 * item;
  search.path[search.depth++] = item;
  search.open[search.openCount++] = item;
}

/** Steps back from an item; where it leads to nothing earlier, it and the open items after it are a set. */
function leave(search: Search, item: number): void {
  const { path, open, visit, lowest, items, offsets } = search;
  search.depth--;
  if (lowest[item] !== visit[item]) {
    const from = path[search.depth - 1]!;
    if (lowest[item]! < lowest[from]!) lowest[from] = lowest[item]!;
    return;
  }
  for (;;) {
    const member = open[--search.openCount]!;
    lowest[member] = CLOSED;
    items[search.itemCount++] = member;
    if (member === item) break;
  }
  offsets[++search.setCount] = search.itemCount;
}

/**
 * Results in the order of the items, each started while the one before it is at work: the calling thread prepares what
 * the threads of a host do next. Never more than two are under way.
 */
export async function mapOneAhead<Item, Result>(
  items: readonly Item[],
  start: (item: Item, index: number) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = [];
  let before: Promise<Result> | undefined;
  for (const [index, item] of items.entries()) {
    const started = start(item, index);
    // Told of where it is awaited; when the one before fails it never is.
    started.catch(() => {});
    if (before) results.push(await before);
    before = started;
  }
  if (before) results.push(await before);
  return results;
}

/** Adds eight numbers to eight. Written out: as a loop it takes twice as long. */
export function addLeads(values: Float64Array, to: number, added: Float64Array, from: number): void {
  values[to]! += added[from]!;
  values[to + 1]! += added[from + 1]!;
  values[to + 2]! += added[from + 2]!;
  values[to + 3]! += added[from + 3]!;
  values[to + 4]! += added[from + 4]!;
  values[to + 5]! += added[from + 5]!;
  values[to + 6]! += added[from + 6]!;
  values[to + 7]! += added[from + 7]!;
}

/** Takes eight numbers from eight. */
export function subtractLeads(values: Float64Array, to: number, taken: Float64Array, from: number): void {
  values[to]! -= taken[from]!;
  values[to + 1]! -= taken[from + 1]!;
  values[to + 2]! -= taken[from + 2]!;
  values[to + 3]! -= taken[from + 3]!;
  values[to + 4]! -= taken[from + 4]!;
  values[to + 5]! -= taken[from + 5]!;
  values[to + 6]! -= taken[from + 6]!;
  values[to + 7]! -= taken[from + 7]!;
}

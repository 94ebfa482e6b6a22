/** Flags of IHE's profile that stand in place of a value, or say that the one told is none. */
export const WHY_OF_FLAG: ReadonlyMap<string, string> = new Map([
  ["NI", "no information"],
  ["NAV", "not available now"],
  ["OFF", "switched off"],
  [">", "above the scale"],
  ["<", "below the scale"],
]);

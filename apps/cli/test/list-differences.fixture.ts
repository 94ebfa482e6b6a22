/**
 * Where two plain values differ: numbers by more than one part in 10^9, everything else at all. A number below 1 may be the
 * small difference of larger ones (a change of 0.004 % of a pressure); for it 10^-9 counts by itself.
 */
export function listDifferences(a: unknown, b: unknown, path = "plan"): string[] {
  if (typeof a === "number" && typeof b === "number") {
    const isNear = Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a), Math.abs(b));
    return isNear ? [] : [`${path}: ${a} and ${b}`];
  }
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) {
    return a === b ? [] : [`${path}: ${a} and ${b}`];
  }
  const left = a as Record<string, unknown>;
  const right = b as Record<string, unknown>;
  const keys = new Set([...Object.keys(left), ...Object.keys(right)]);
  return [...keys].flatMap((key) => listDifferences(left[key], right[key], `${path}.${key}`));
}

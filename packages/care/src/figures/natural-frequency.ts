/** Risks of one table as people out of a common denominator: 100, or 1000 as soon as one of them is under 1 %. */
export type Denominator = 100 | 1000;

/** The one denominator for a table of percentages; 0 % does not count as a small risk. */
export function chooseDenominator(percents: readonly number[]): Denominator {
  return percents.some((percent) => percent > 0 && percent < 1) ? 1000 : 100;
}

/** A risk as people: a whole number, or fewer than one; a risk that is not 0 is never shown as 0. */
export type PeopleCount = { readonly kind: "people"; readonly count: number } | { readonly kind: "fewerThanOne" };

export function countPeople(percent: number, denominator: Denominator): PeopleCount {
  const exact = (percent * denominator) / 100;
  if (exact === 0) return { kind: "people", count: 0 };
  return Math.round(exact) === 0 ? { kind: "fewerThanOne" } : { kind: "people", count: Math.round(exact) };
}

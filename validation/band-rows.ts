/** Rows whose expected value is a band. */
import type { ValidationRow } from "./validation-case.ts";

/** A number of ours and the band it should lie in; a side that is left out is open. */
export interface BandedNumber {
  readonly quantity: string;
  readonly unit: string;
  readonly ours: number;
  readonly least?: number;
  readonly most?: number;
  readonly source: string;
}

/** A row that is tested, whatever comes. */
export function testBand(banded: BandedNumber): ValidationRow {
  return { ...describeBand(banded), tolerance: "band", pass: isInside(banded) };
}

/** A row that is shown and not tested: what is compared is alike, not the same, or the band is from memory. */
export function showBand(banded: BandedNumber): ValidationRow {
  return { ...describeBand(banded), tolerance: "context", pass: true };
}

/**
 * A published band: tested while ours lies in it. Where ours lies outside for a known reason, the row is shown with the
 * reason and by how much.
 *
 * @param reason  why ours lies outside; without one, a number outside fails
 */
export function comparePublished(banded: BandedNumber, reason?: string): ValidationRow {
  if (isInside(banded) || Number.isNaN(banded.ours) || reason === undefined) return testBand(banded);
  return showBand({ ...banded, quantity: `${banded.quantity} (outside by ${describeExcess(banded)}: ${reason})` });
}

function isInside({ ours, least = -Infinity, most = Infinity }: BandedNumber): boolean {
  return ours >= least && ours <= most;
}

function describeBand({ quantity, unit, ours, least, most, source }: BandedNumber) {
  return { quantity, unit, expected: spellBand(least, most), ours, source };
}

function spellBand(least: number | undefined, most: number | undefined): string {
  if (least === undefined) return `at most ${most}`;
  return most === undefined ? `at least ${least}` : `${least} to ${most}`;
}

/** A difference of percentages is in points. */
const SPELLED_UNIT: Readonly<Record<string, string>> = { "1": "", "%": " points" };

function describeExcess({ ours, unit, least = -Infinity, most = Infinity }: BandedNumber): string {
  const excess = ours < least ? least - ours : ours - most;
  return `${Number(excess.toPrecision(2))}${SPELLED_UNIT[unit] ?? ` ${unit}`}`;
}

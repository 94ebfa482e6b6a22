import { deriveLead, STANDARD_LEADS } from "@tributary/model";
import { formatNumber } from "../svg/format-number.ts";
import type { EcgBeat } from "./ecg-trace.ts";

const STANDARD_mmPerMv = 10;
/** Above this the standard gain is halved, as on a real recorder. */
const TALLEST_mm = 25;
/** What the largest deflection of beats without a calibration is drawn as. */
const UNCALIBRATED_mm = 14;

/** Millimeters of paper per mV for each beat: one gain for all calibrated beats, one for all others. */
export function chooseGains(beats: readonly EcgBeat[]): number[] {
  const largestOf = (isCalibrated: boolean): number =>
    Math.max(0, ...beats.filter(({ ecg }) => ecg.isCalibrated === isCalibrated).map(findLargest));
  const standard = largestOf(true) * STANDARD_mmPerMv > TALLEST_mm ? STANDARD_mmPerMv / 2 : STANDARD_mmPerMv;
  const free = UNCALIBRATED_mm / (largestOf(false) || 1);
  return beats.map(({ ecg }) => (ecg.isCalibrated ? standard : free));
}

/** The scale in words. */
export function describeScale(beats: readonly EcgBeat[], gains_mmPerMv: readonly number[]): string {
  const speed = "25 mm/s: a small square is 40 ms";
  const standard = gains_mmPerMv.find((_, i) => beats[i]!.ecg.isCalibrated);
  const calibrated =
    standard === undefined ? "" : `; ${standard} mm/mV: a small square is ${formatNumber(1 / standard, 1)} mV`;
  return `${speed}${calibrated}.`;
}

/** What is not calibrated, and how it is drawn; undefined where all is. */
export function describeUncalibrated(beats: readonly EcgBeat[]): string | undefined {
  const free = beats.filter(({ ecg }) => !ecg.isCalibrated).map(({ name }) => name);
  if (free.length === 0) return undefined;
  const who = free.length === beats.length ? "Amplitude" : `${free.join("; ")}: amplitude`;
  return `${who} not calibrated. The largest deflection is drawn as ${UNCALIBRATED_mm} mm, on one scale for all such beats.`;
}

function findLargest({ ecg }: EcgBeat): number {
  return STANDARD_LEADS.reduce(
    (most, lead) => deriveLead(ecg, lead).reduce((high, value) => Math.max(high, Math.abs(value)), most),
    0,
  );
}

import { millimetersOfMercuryFromKilopascals } from "@tributary/model";
import type { Plan, PlanMechanics, PlanPump, PlanSite } from "@tributary/plan";
import { formatFixed, formatNumber } from "../svg/format-number.ts";

/** Words of the circulation, the same in the answer, in pictures and in tables. */

/** "+15 %", "−0.4 mL"; the sign is always written, save of nothing. */
export function writeSigned(value: number, decimals: number, unit: string): string {
  const text = formatFixed(value, decimals);
  const sign = value > 0 && Number(text) !== 0 ? "+" : "";
  return `${sign}${text}${unit === "" ? "" : ` ${unit}`}`;
}

/** "rises by 15 %", "does not change". */
export function describeShift(change_percent: number): string {
  const size = formatNumber(Math.abs(change_percent), 0);
  if (size === "0") return "does not change";
  return `${change_percent > 0 ? "rises" : "falls"} by ${size} %`;
}

export function changeInPercent(before: number, after: number): number {
  return 100 * (after / before - 1);
}

/** One measure of the pump as a reader sees it. */
export interface PumpMeasureWords {
  /** With unit. */
  readonly name: string;
  readonly read: (pump: PlanPump) => number;
  readonly decimals: number;
  /** Unit of a change; percent of the value before where left out. */
  readonly changeUnit?: string;
}

export const DPDT: PumpMeasureWords = {
  name: "dP/dt max, mmHg/s",
  read: ({ dpdtMax_kPaPerS }) => millimetersOfMercuryFromKilopascals(dpdtMax_kPaPerS),
  decimals: 0,
};
export const STROKE_VOLUME: PumpMeasureWords = {
  name: "Stroke volume into the aorta, mL",
  read: ({ strokeVolume_mL }) => strokeVolume_mL,
  decimals: 1,
};
export const WASTED_WORK: PumpMeasureWords = {
  name: "Wasted over constructive work, %",
  read: ({ wastedWorkRatio }) => 100 * wastedWorkRatio,
  decimals: 0,
  changeUnit: "points",
};
export const WORK_DIFFERENCE: PumpMeasureWords = {
  name: "Fiber work, lateral wall minus septum, mJ/mL",
  read: ({ workDifference_mJPerML }) => workDifference_mJPerML,
  decimals: 1,
  changeUnit: "mJ/mL",
};
export const ATRIUM_TO_VENTRICLES: PumpMeasureWords = {
  name: "Right atrium to first ventricular front, ms",
  read: ({ avDelay_ms }) => avDelay_ms,
  decimals: 0,
  changeUnit: "ms",
};

export const PUMP_MEASURE_WORDS: readonly PumpMeasureWords[] = [
  DPDT,
  STROKE_VOLUME,
  { name: "Stroke work, mJ", read: ({ strokeWork_mJ }) => strokeWork_mJ, decimals: 0 },
  {
    name: "Systolic pressure, mmHg",
    read: ({ systolicPressure_kPa }) => millimetersOfMercuryFromKilopascals(systolicPressure_kPa),
    decimals: 0,
    changeUnit: "mmHg",
  },
  { name: "Filling time, ms", read: ({ fillingTime_ms }) => fillingTime_ms, decimals: 0, changeUnit: "ms" },
  { name: "Mitral regurgitation, mL", read: ({ regurgitation_mL }) => regurgitation_mL, decimals: 1, changeUnit: "mL" },
  WASTED_WORK,
  WORK_DIFFERENCE,
  ATRIUM_TO_VENTRICLES,
];

export function writePumpMeasure(pump: PlanPump | undefined, { read, decimals }: PumpMeasureWords): string {
  return pump === undefined ? "–" : formatFixed(read(pump), decimals);
}

export function writePumpChange(before: PlanPump, after: PlanPump, words: PumpMeasureWords): string {
  const [from, to] = [words.read(before), words.read(after)];
  return words.changeUnit === undefined
    ? writeSigned(changeInPercent(from, to), 0, "%")
    : writeSigned(to - from, words.decimals, words.changeUnit);
}

/** "702 to 808": both ends as tables write them. */
export function writeFromTo({ baseline, best }: PlanMechanics, words: PumpMeasureWords): string {
  return `${writePumpMeasure(baseline, words)} to ${writePumpMeasure(best, words)}`;
}

/** Of the surface, at the VV delay of a site; undefined where that pair was not delivered or not tried. */
export function readPumpSurface(
  { mechanics, response }: Plan,
  { settings }: PlanSite,
  avDelay_ms: number,
): { readonly pressureRise: number; readonly strokeVolume: number } | undefined {
  if (!mechanics || !response) return undefined;
  const [row, column] = [response.avDelays_ms.indexOf(avDelay_ms), response.vvDelays_ms.indexOf(settings.vvDelay_ms)];
  if (row < 0 || column < 0) return undefined;
  const at = row * response.vvDelays_ms.length + column;
  const [pressureRise, strokeVolume] = [mechanics.surface.pressureRise[at], mechanics.surface.strokeVolume[at]];
  return pressureRise === undefined || strokeVolume === undefined ? undefined : { pressureRise, strokeVolume };
}

/** Where the stroke volume is the highest over the AV delays, how flat that is, and how the chosen delay compares. */
export function describeAvOptimum(plan: Plan): string[] {
  const [best] = plan.sites;
  const optimum = plan.mechanics?.avOptimum;
  const chosen_ms = best?.settings.avDelay_ms;
  if (!best || !optimum || chosen_ms === undefined) return [];
  const { avDelay_ms, low_ms, high_ms } = optimum;
  const flat =
    low_ms === high_ms
      ? "no other delay tried is within 1 %"
      : `within 1 % of that from ${formatNumber(low_ms)} to ${formatNumber(high_ms)} ms`;
  const isAtEnd = avDelay_ms === plan.response?.avDelays_ms[0] && plan.response.avDelays_ms.length > 1;
  const isOutside = chosen_ms < low_ms || chosen_ms > high_ms;
  return [
    `At this VV delay stroke volume is the highest at an AV delay of ${formatNumber(avDelay_ms)} ms, and ${flat}.${isAtEnd ? " That is the shortest delay tried: the best one may be shorter still." : ""}${isOutside ? ` The ${formatNumber(chosen_ms)} ms chosen lies outside: ${describeLoss(plan, best, chosen_ms, avDelay_ms)}.` : ""}`,
  ];
}

function describeLoss(plan: Plan, best: PlanSite, chosen_ms: number, optimum_ms: number): string {
  const [chosen, optimum] = [readPumpSurface(plan, best, chosen_ms), readPumpSurface(plan, best, optimum_ms)];
  const why = "the score weighs activation too, and leaves stroke volume out";
  if (!chosen || !optimum) return why;
  const instead = (read: (at: NonNullable<typeof chosen>) => number): string =>
    `by ${writeSigned(read(chosen), 1, "%")} instead of ${writeSigned(read(optimum), 1, "%")}`;
  return `stroke volume changes ${instead((at) => at.strokeVolume)} there and dP/dt max ${instead((at) => at.pressureRise)}; ${why}`;
}

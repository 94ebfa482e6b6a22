import { spellVeinName } from "@tributary/model";
import type { Estimate, PlanSettings, PlanSite } from "@tributary/plan";
import { formatFixed, formatNumber } from "../svg/format-number.ts";

/** Words of a plan, the same in the answer, in pictures and in tables. */

export const BEFORE_NAME = "Before: as it is now";
export const AFTER_NAME = "After: as planned";

/** "112 (105 to 121)"; the value alone where the ends of the interval read alike. */
export function writeEstimate({ value, low, high }: Estimate, decimals = 0): string {
  const write = (number: number): string => formatFixed(number, decimals);
  const interval = write(low) === write(high) ? "" : ` (${write(low)} to ${write(high)})`;
  return `${write(value)}${interval}`;
}

export function writeShare(share: number): string {
  return `${formatNumber(100 * share, 0)} %`;
}

/** "Left marginal vein, mid lateral". */
export function nameSite({ vein, third, region }: Pick<PlanSite, "vein" | "third" | "region">): string {
  return `${spellVeinName(vein)}, ${third} ${region}`;
}

/** "Left marginal vein 62 to 71 mm, mid lateral": tells sites of one vein apart. */
export function nameStretch(site: PlanSite): string {
  const [from_mm, to_mm] = site.cathodeArc_mm;
  return `${spellVeinName(site.vein)} ${formatNumber(from_mm, 0)} to ${formatNumber(to_mm, 0)} mm, ${site.third} ${site.region}`;
}

/** "LV 20 ms before RV". */
export function describeVvDelay(vvDelay_ms: number): string {
  if (vvDelay_ms === 0) return "LV and RV together";
  const size = formatNumber(Math.abs(vvDelay_ms));
  return vvDelay_ms > 0 ? `LV ${size} ms before RV` : `RV ${size} ms before LV`;
}

/** "AV 120 ms, LV 20 ms before RV". */
export function describeTiming(settings: PlanSettings): string {
  const av = settings.avDelay_ms === undefined ? "" : `AV ${formatNumber(settings.avDelay_ms)} ms, `;
  const missed = (["lvPulse", "rvPulse"] as const).filter((pulse) => settings[pulse] === "not delivered");
  const silent = missed.map((pulse) => `${pulse === "lvPulse" ? "LV" : "RV"} pulse not delivered`);
  return [`${av}${describeVvDelay(settings.vvDelay_ms)}`, ...silent].join("; ");
}

/** "AV 120, VV +20" for tables; VV above 0: left ventricle first. */
export function writeDelays({ avDelay_ms, vvDelay_ms }: PlanSettings): string {
  const vv = `VV ${vvDelay_ms > 0 ? "+" : ""}${formatNumber(vvDelay_ms)}`;
  return avDelay_ms === undefined ? vv : `AV ${formatNumber(avDelay_ms)}, ${vv}`;
}

/** "1 to 4": whole ranks that hold the interval. */
export function writeRanks([low, high]: readonly [number, number]): string {
  const [first, last] = [Math.floor(low), Math.ceil(high)];
  return first === last ? String(first) : `${first} to ${last}`;
}

/** Identifiers of veins inside a sentence spelled out: "middleCardiacVein" as "middle cardiac vein". */
export function spellVeinsIn(text: string): string {
  return text.replace(/\b[a-z]+[A-Za-z]*(?:Vein|Sinus)\b/g, (name) => spellVeinName(name).toLowerCase());
}

/** With a capital, as the first word of a row. */
export function startWithCapital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

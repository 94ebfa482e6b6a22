import { spellVeinName } from "@tributary/model";
import type { Estimate, PlanSettings, PlanSite } from "@tributary/plan";

/** Words of a plan on a terminal and on the page that waits for the report. */

/** "Left marginal vein 55-70 mm, segment 12, mid lateral". */
export function describePlace({ vein, cathodeArc_mm, segment, third, region }: PlanSite): string {
  const [from_mm, to_mm] = cathodeArc_mm;
  return `${spellVeinName(vein)} ${from_mm.toFixed(0)}-${to_mm.toFixed(0)} mm, segment ${segment}, ${third} ${region}`;
}

/** "AV 120, LV 20 first", in ms. */
export function describeDelays({ avDelay_ms, vvDelay_ms, lvPulse, rvPulse }: PlanSettings): string {
  const order = vvDelay_ms === 0 ? "together" : vvDelay_ms > 0 ? `LV ${vvDelay_ms} first` : `RV ${-vvDelay_ms} first`;
  const silent = [
    ...(lvPulse === "captured" ? [] : ["no LV pulse"]),
    ...(rvPulse === "captured" ? [] : ["no RV pulse"]),
  ];
  return [...(avDelay_ms === undefined ? [] : [`AV ${avDelay_ms}`]), order, ...silent].join(", ");
}

/** "121 (115 to 130)". */
export function writeEstimate({ value, low, high }: Estimate, decimals = 0): string {
  return `${value.toFixed(decimals)} (${low.toFixed(decimals)} to ${high.toFixed(decimals)})`;
}

/** "54 %". */
export function writeShare(share: number): string {
  return `${(100 * share).toFixed(0)} %`;
}

import { spellVeinName } from "@tributary/model";
import type { Plan, PlanSite, RvSite } from "@tributary/plan";
import { formatNumber } from "../svg/format-number.ts";
import { writeShare } from "./plan-words.ts";
import { describePumpInShort } from "./pump-section.ts";

/** Where, how, what it changes and how sure, in plain words. */
export function describePlan(plan: Plan): string {
  const best = plan.sites[0];
  if (best === undefined)
    return "No site in the coronary veins can be reached with this lead: the plan proposes none. Why each vein is left out stands below, with the alternatives.";
  return [
    describePlace(best),
    describeSetting(best),
    describeChange(plan, best),
    ...describePumpInShort(plan),
    describeSureness(plan, best),
  ].join(" ");
}

function describePlace({ settings, segment, third, region }: PlanSite): string {
  const name = spellVeinName(settings.vein).toLowerCase();
  const back =
    settings.cathodeVein === settings.vein ? "" : `, back in the ${spellVeinName(settings.cathodeVein).toLowerCase()},`;
  return `The plan puts the left-ventricular lead into the ${name}, its tip electrode ${formatNumber(settings.tipDepth_mm, 0)} mm from the mouth, so that ${settings.cathode}${back} lies over the ${third} ${region} wall (segment ${segment}), with the right-ventricular lead ${nameRvSite(settings.rvSite)}.`;
}

function describeSetting({ settings }: PlanSite): string {
  const { avDelay_ms, vvDelay_ms, vectorName } = settings;
  const order =
    vvDelay_ms === 0
      ? "both ventricles paced together"
      : vvDelay_ms > 0
        ? `the left ventricle ${formatNumber(vvDelay_ms)} ms before the right`
        : `the right ventricle ${formatNumber(-vvDelay_ms)} ms before the left`;
  const av = avDelay_ms === undefined ? "no AV delay to choose" : `an AV delay of ${formatNumber(avDelay_ms)} ms`;
  return `It paces ${vectorName} with ${av} and ${order}.`;
}

function describeChange({ baseline }: Plan, best: PlanSite): string {
  const total = `${formatNumber(best.totalActivationTime_ms.value, 0)} ms instead of ${formatNumber(baseline.totalActivationTime_ms.value, 0)} ms`;
  const qrs = `${formatNumber(best.qrsDuration_ms.value, 0)} ms instead of ${formatNumber(baseline.qrsDuration_ms.value, 0)} ms`;
  const isFaster = best.totalActivationTime_ms.value < baseline.totalActivationTime_ms.value;
  const warning = isFaster ? "" : " That is no faster than now: in this model the lead resynchronizes nothing.";
  return `In the model the ventricles are then activated within ${total}, and the QRS lasts ${qrs}.${warning}`;
}

function describeSureness({ uncertainty }: Plan, best: PlanSite): string {
  const { drawCount, shareBestStays, shareBestVein } = uncertainty;
  if (drawCount === 0) return "How sure this is has not been computed yet.";
  const vein = `some stretch of the ${spellVeinName(best.vein).toLowerCase()} in ${writeShare(shareBestVein)}`;
  const apical = best.third === "apical" ? " Its apical position is contested, see below." : "";
  return `Over ${drawCount} draws of the unknown values, this site was best in ${writeShare(shareBestStays)} and ${vein}.${apical}`;
}

const RV_WORDS: Record<RvSite, string> = {
  apex: "at the right-ventricular apex",
  septum: "at the right-ventricular septum",
  existing: "where it already lies",
};

function nameRvSite(site: RvSite): string {
  return RV_WORDS[site];
}

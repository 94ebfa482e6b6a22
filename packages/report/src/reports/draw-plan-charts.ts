import type { Plan } from "@tributary/plan";
import { drawResponseSurface } from "../figures/draw-response-surface.ts";
import { drawScorecard } from "../figures/draw-scorecard.ts";
import { drawSensitivities } from "../figures/draw-sensitivities.ts";
import { drawSiteUncertainty } from "../figures/draw-site-uncertainty.ts";
import { drawStateComparison } from "../figures/draw-state-comparison.ts";
import { formatNumber } from "../svg/format-number.ts";
import type { Picture } from "../svg/picture.ts";
import { describeTiming, nameStretch, startWithCapital, writeRanks } from "./plan-words.ts";

/** Sites in a picture; all of them stand in the tables. */
const SCORED_SITES = 6;
const RANKED_SITES = 10;

/** What the lines beside the dots are. */
function describeIntervals(drawCount: number): string {
  return drawCount === 0
    ? "No draws yet: values without intervals."
    : "Lines reach from the 10th to the 90th percentile of the draws.";
}

export function drawPlanResponse({ sites, response }: Plan): Picture | undefined {
  const site = sites.find(({ id }) => id === response?.siteId);
  if (response === undefined || site === undefined) return undefined;
  return drawResponseSurface({
    title: "What the delays do, at the best site",
    subtitle: `Chosen: ${describeTiming(site.settings)}; activation ${formatNumber(site.totalActivationTime_ms.value, 0)} ms, QRS ${formatNumber(site.qrsDuration_ms.value, 0)} ms.`,
    avDelays_ms: response.avDelays_ms,
    vvDelays_ms: response.vvDelays_ms,
    quantities: [
      {
        label: "Total activation time, ms",
        values: response.totalActivationTime_ms,
        ends: ["shorter", "longer"],
        better: "low",
      },
      { label: "QRS duration, ms", values: response.qrsDuration_ms, ends: ["shorter", "longer"], better: "low" },
    ],
    chosen: site.settings,
  });
}

export function drawPlanScorecard({ sites, weights, uncertainty }: Plan): Picture | undefined {
  if (sites.length === 0) return undefined;
  const shown = sites.slice(0, SCORED_SITES);
  return drawScorecard({
    title: "What each site scores",
    subtitle: `Bars are utilities from 0 to 1; below them the value${uncertainty.drawCount > 0 ? " and its 10th to 90th percentile" : ""}.${countLeftOut(sites.length, shown.length)}`,
    sites: shown.map((site) => ({ ...site, name: nameStretch(site) })),
    weights,
  });
}

export function drawPlanUncertainty({ sites, uncertainty, baseline }: Plan): Picture | undefined {
  if (sites.length === 0 || uncertainty.drawCount === 0) return undefined;
  const shown = sites.slice(0, RANKED_SITES);
  return drawSiteUncertainty({
    title: "How sure the ranking is",
    subtitle: `${describeIntervals(uncertainty.drawCount)}${countLeftOut(sites.length, shown.length)}`,
    sites: shown.map((site) => ({ ...site, name: nameStretch(site), ranks: writeRanks(site.rankInterval) })),
    drawCount: uncertainty.drawCount,
    baseline_ms: baseline.totalActivationTime_ms.value,
  });
}

export function drawPlanSensitivities({ uncertainty }: Plan): Picture | undefined {
  const { sensitivities } = uncertainty;
  if (sensitivities.length === 0) return undefined;
  const named = sensitivities.map(({ parameter, correlation }) => ({
    parameter: startWithCapital(parameter),
    correlation,
  }));
  return drawSensitivities({ title: "What moves the total activation time of the best site", sensitivities: named });
}

export function drawPlanAlternatives({ baseline, sites, alternatives, uncertainty }: Plan): Picture {
  const best = sites[0];
  const planned = best && {
    name: `As planned: ${nameStretch(best)}`,
    role: "after" as const,
    totalActivationTime_ms: best.totalActivationTime_ms,
    qrsDuration_ms: best.qrsDuration_ms,
    remark: "",
  };
  return drawStateComparison({
    title: "The plan and its alternatives on the same heart",
    subtitle: describeIntervals(uncertainty.drawCount),
    states: [
      { ...baseline, role: "before" },
      ...(planned ? [planned] : []),
      ...alternatives.map((state) => ({ ...state, role: "alternative" as const })),
    ],
  });
}

function countLeftOut(all: number, shown: number): string {
  return shown < all ? ` The first ${shown} of ${all} sites.` : "";
}

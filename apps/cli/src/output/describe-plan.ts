import { spellVeinName } from "@tributary/model";
import type { Plan, PlanSite } from "@tributary/plan";
import { describePump, describePumpGain } from "./describe-pump.ts";
import { describeDelays, describePlace, writeEstimate, writeShare } from "./plan-words.ts";
import { renderTextTable } from "./text-table.ts";
import { renderListItem, wrapText } from "./wrap-text.ts";

const SITE_WIDTH = 30;
const ALTERNATIVE_WIDTH = 60;
const NARROW_WIDTH = 50;
const TEXT_WIDTH = 118;

/** A plan for a person at a terminal: the ranking with its reasons, what else there is, what is missing, how sure it is. */
export function describePlan(plan: Plan): string {
  return [
    plan.title,
    "",
    ...describeRanking(plan),
    ...listUnder("What it does to the pump, now → as planned", describePump(plan)),
    ...describeAlternatives(plan),
    ...describeMultipoint(plan),
    ...listUnder("Excluded, and why", describeExclusions(plan)),
    ...listUnder("How sure this is", describeSureness(plan)),
    ...listUnder("Missing in the case, and not assumed", plan.missing),
    ...listUnder("Remarks", [...plan.remarks, ...plan.calibration.remarks]),
    ...wrapText(plan.notice, TEXT_WIDTH),
  ].join("\n");
}

/** What is known before the full search, for standard error. */
export function describeProvisional({ sites }: Plan): string {
  if (sites.length === 0) return "Provisional, on a coarse mesh: no site can be paced from.";
  const rows = sites.slice(0, SHOWN_SITES).map((site) => {
    const { settings, totalActivationTime_ms, qrsDuration_ms } = site;
    const times = `total ${totalActivationTime_ms.value.toFixed(0)} ms, QRS ${qrsDuration_ms.value.toFixed(0)} ms`;
    return `  ${String(site.rank).padStart(2)}  ${describePlace(site)}; ${settings.vectorName}; ${times}`;
  });
  return ["Provisional ranking, on a coarse mesh and without draws; it may change:", ...rows].join("\n");
}

function describeRanking(plan: Plan): string[] {
  const { sites, baseline } = plan;
  const now = `As it is now: all active after ${writeEstimate(baseline.totalActivationTime_ms)} ms, QRS ${writeEstimate(baseline.qrsDuration_ms)} ms.`;
  if (sites.length === 0) return [now, "", "No site in the veins can be paced from; the reasons stand below.", ""];
  const shown = sites.slice(0, SHOWN_SITES);
  const headers = ["rank:", "site", "tip mm:", "vector", "delays ms", "total ms", "QRS ms", "Q-LV ms:", "threshold V:"];
  return [
    now,
    "",
    renderTextTable(
      [...headers, "phrenic V:", "best:"],
      shown.map((site) => describeRow(site, plan)),
      [undefined, SITE_WIDTH],
    ),
    "",
    ...describeRest(plan),
    ...wrapText(LEGEND, TEXT_WIDTH),
    "",
    "Why",
    ...shown.map(({ rank, reason }) => renderNumbered(rank, reason)),
    "",
  ];
}

/** Ranks shown on a terminal; all stand in plan.json and in the report. */
const SHOWN_SITES = 12;

function describeRest({ sites }: Plan): string[] {
  const hidden = sites.length - SHOWN_SITES;
  return hidden > 0 ? [`${hidden} more sites rank below these; plan.json and the report have them all.`, ""] : [];
}

const LEGEND =
  "rank: by score. tip: from the mouth of the vein. total, QRS: as it is now → as planned, with the 10th to 90th percentile of the draws. threshold, phrenic: at 0.5 ms; none: no output reaches the nerve. best: share of the draws in which no other site is better.";

function describeRow(site: PlanSite, { baseline }: Plan): string[] {
  const { settings, qLv_ms, captureThreshold_V, phrenicThreshold_V } = site;
  return [
    String(site.rank),
    describePlace(site),
    settings.tipDepth_mm.toFixed(0),
    settings.vectorName,
    describeDelays(settings),
    `${baseline.totalActivationTime_ms.value.toFixed(0)} → ${writeEstimate(site.totalActivationTime_ms)}`,
    `${baseline.qrsDuration_ms.value.toFixed(0)} → ${writeEstimate(site.qrsDuration_ms)}`,
    qLv_ms?.value.toFixed(0) ?? "none",
    captureThreshold_V.value.toFixed(1),
    phrenicThreshold_V?.value.toFixed(1) ?? "none",
    writeShare(site.shareBest),
  ];
}

function describeAlternatives(plan: Plan): string[] {
  const { alternatives, baseline, mechanics } = plan;
  if (alternatives.length === 0) return [];
  const rows = alternatives.map(({ name, totalActivationTime_ms, qrsDuration_ms, pump, remark }) => [
    name,
    `${baseline.totalActivationTime_ms.value.toFixed(0)} → ${writeEstimate(totalActivationTime_ms)}`,
    `${baseline.qrsDuration_ms.value.toFixed(0)} → ${writeEstimate(qrsDuration_ms)}`,
    ...(mechanics ? describePumpGain(plan, pump) : []),
    remark,
  ]);
  const headers = ["alternative", "total ms", "QRS ms", ...(mechanics ? ["dP/dt:", "stroke:"] : []), "remark"];
  const pumps = mechanics ? [undefined, undefined] : [];
  const widths = [SITE_WIDTH, undefined, undefined, ...pumps, mechanics ? NARROW_WIDTH : ALTERNATIVE_WIDTH];
  return [renderTextTable(headers, rows, widths), "", ...(mechanics ? [...wrapText(PUMP_LEGEND, TEXT_WIDTH), ""] : [])];
}

const PUMP_LEGEND =
  "dP/dt, stroke: change of dP/dt max and of stroke volume against the heart as it is now, each at its own AV delay of the highest stroke volume; part of it comes from that delay alone.";

function describeMultipoint({ multipoint, sites }: Plan): string[] {
  const items = multipoint.map((option) => {
    const { cathodes, delay_ms, distance_mm, totalActivationTime_ms, change_ms } = option;
    const rank = sites.find(({ id }) => id === option.siteId)?.rank ?? "?";
    const change = change_ms < 0 ? `${(-change_ms).toFixed(0)} ms faster` : `${change_ms.toFixed(0)} ms slower`;
    return `Rank ${rank}: ${cathodes.join(", then ")} after ${delay_ms} ms, ${distance_mm.toFixed(0)} mm apart: total ${totalActivationTime_ms.toFixed(0)} ms, ${change} than one cathode.`;
  });
  return listUnder("Two cathodes of the same lead", items);
}

function describeExclusions({ exclusions }: Plan): string[] {
  return exclusions.map(({ vein, reason }) =>
    vein === undefined ? `Delays: ${reason}` : `${spellVeinName(vein)}: ${reason}`,
  );
}

function describeSureness({ uncertainty, sites }: Plan): string[] {
  const { drawCount, shareBestStays, shareBestVein, registration, sensitivities, remarks } = uncertainty;
  if (drawCount === 0 || sites.length === 0) return [...remarks];
  const [strongest] = sensitivities;
  return [
    `The best site stays the best in ${writeShare(shareBestStays)} of ${drawCount} draws of what is not known; some stretch of its vein is the best in ${writeShare(shareBestVein)}.`,
    `A lead that misses it by ${registration.shift_mm} mm along its vein is worse than the best of another vein in ${writeShare(registration.shareTopChanges)}.`,
    ...(strongest ? [describeStrongest(strongest)] : []),
    ...remarks,
  ];
}

/** A rank correlation below this is not told from chance among 200 draws of five parameters (0.18 at p = 0.01). */
const LEAST_CORRELATION = 0.2;

function describeStrongest({ parameter, correlation }: Plan["uncertainty"]["sensitivities"][number]): string {
  const figure = `rank correlation ${correlation.toFixed(2)}`;
  return Math.abs(correlation) < LEAST_CORRELATION
    ? `Its total activation time hangs on no single parameter that was drawn (the strongest, ${parameter}: ${figure}).`
    : `Its total activation time hangs most on ${parameter} (${figure}).`;
}

function listUnder(heading: string, items: readonly string[]): string[] {
  return items.length === 0 ? [] : [heading, ...items.map(renderListItem), ""];
}

function renderNumbered(rank: number, text: string): string {
  return `${String(rank).padStart(2)}  ${wrapText(text, TEXT_WIDTH - 4).join("\n    ")}`;
}

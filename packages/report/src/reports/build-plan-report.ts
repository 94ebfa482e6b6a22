import type { Plan, PlanResult } from "@tributary/plan";
import { buildReportPage, type ReportFact, type ReportFigure, type ReportSection } from "../page/build-report-page.ts";
import { formatNumber } from "../svg/format-number.ts";
import type { Picture } from "../svg/picture.ts";
import { buildCirculationSection } from "./circulation-section.ts";
import {
  drawPlanAlternatives,
  drawPlanResponse,
  drawPlanScorecard,
  drawPlanSensitivities,
  drawPlanUncertainty,
} from "./draw-plan-charts.ts";
import { drawPlanActivation, drawPlanEcg, drawPlanMap, drawPlanSegments, drawPlanSites } from "./draw-plan-pictures.ts";
import {
  drawPlanLoops,
  drawPlanPumpDelays,
  drawPlanStrain,
  drawPlanWiggers,
  drawPlanWork,
} from "./draw-pump-pictures.ts";
import { describePlan } from "./plan-answer.ts";
import {
  buildAlternativeSection,
  buildCalibrationSection,
  buildContestedSection,
  buildMissingSection,
  buildSearchSection,
} from "./plan-background.ts";
import { buildRankingSection, buildSettingSection, buildUncertaintySection } from "./plan-findings.ts";
import { PLAN_SOURCES } from "./plan-sources.ts";
import { describeVvDelay, nameSite, writeEstimate, writeShare } from "./plan-words.ts";
import { buildPumpSection, listPumpFacts } from "./pump-section.ts";

export interface PlanReport {
  readonly html: string;
  /** The page's pictures by file name. */
  readonly pictures: ReadonlyMap<string, Picture>;
}

/**
 * The report page of a plan: the answer in plain words, the pictures, the ranking with reasons, how sure it is, what it
 * stands on.
 *
 * @param provenance  program version, case file, machine: lines at the foot; the plan adds its own
 */
export function buildPlanReport(result: PlanResult, provenance: readonly string[]): PlanReport {
  const { plan } = result;
  const pictures = drawPlanPictures(result);
  const html = buildReportPage({
    title: plan.title,
    subtitle: "Plan for a left-ventricular lead through the coronary veins",
    ...(plan.status === "provisional" ? { banner: PROVISIONAL } : {}),
    answer: describePlan(plan),
    facts: listFacts(plan),
    sections: listSections(plan, pictures),
    printedTables: "at the end",
    assumptions: plan.assumptions,
    sources: PLAN_SOURCES,
    provenance: [...provenance, ...listOrigin(plan)],
  });
  return { html, pictures };
}

const PROVISIONAL =
  "Provisional: a first ranking on a coarser mesh, before calibration and uncertainty are complete. Do not act on it; wait for the final plan.";

function drawPlanPictures(result: PlanResult): Map<string, Picture> {
  const { plan } = result;
  const drawn: readonly (readonly [string, Picture | undefined])[] = [
    ["sites.svg", drawPlanSites(result)],
    ["planning-map.svg", drawPlanMap(result)],
    ["activation.svg", drawPlanActivation(result)],
    ["ecg.svg", drawPlanEcg(result)],
    ["segments.svg", drawPlanSegments(result)],
    ["loops.svg", drawPlanLoops(result)],
    ["beat.svg", drawPlanWiggers(result)],
    ["strain.svg", drawPlanStrain(result)],
    ["work.svg", drawPlanWork(result)],
    ["delays.svg", drawPlanResponse(plan)],
    ["pump-delays.svg", drawPlanPumpDelays(plan)],
    ["scorecard.svg", drawPlanScorecard(plan)],
    ["uncertainty.svg", drawPlanUncertainty(plan)],
    ["sensitivities.svg", drawPlanSensitivities(plan)],
    ["alternatives.svg", drawPlanAlternatives(plan)],
  ];
  return new Map(drawn.filter((entry): entry is [string, Picture] => entry[1] !== undefined));
}

function listSections(plan: Plan, pictures: ReadonlyMap<string, Picture>): ReportSection[] {
  const best = plan.sites[0];
  return [
    {
      heading: best ? "Where the lead goes" : "The veins",
      figures: pick(pictures, ["sites.svg", "planning-map.svg"], best ? SITE_CAPTIONS : {}),
    },
    {
      heading: best ? "What it changes" : "How the heart is activated",
      figures: pick(pictures, ["activation.svg", "ecg.svg", "segments.svg"], best ? CHANGE_CAPTIONS : {}),
    },
    buildPumpSection(plan, pick(pictures, ["loops.svg", "beat.svg", "strain.svg", "work.svg"], PUMP_CAPTIONS)),
    buildSettingSection(plan, pick(pictures, ["delays.svg", "pump-delays.svg"])),
    buildRankingSection(plan, pick(pictures, ["scorecard.svg"])),
    buildUncertaintySection(plan, pick(pictures, ["uncertainty.svg", "sensitivities.svg"])),
    buildCalibrationSection(plan),
    buildCirculationSection(plan),
    buildAlternativeSection(plan, pick(pictures, ["alternatives.svg"])),
    buildContestedSection(plan),
    buildSearchSection(plan),
    buildMissingSection(plan),
  ].filter((section) => section !== undefined);
}

/** What a reader should look at; the pictures' own descriptions are for those who do not see them. */
const SITE_CAPTIONS: Readonly<Record<string, string>> = {
  "sites.svg": "Numbers are ranks; the orange patch is the target. Open numbers and dashed veins lie behind the heart.",
  "planning-map.svg":
    "The epicardium of the left ventricle laid flat, seen from outside. Late muscle is dark; LV1 to LV4 is the lead where the plan puts it, the orange electrode its cathode.",
};
const CHANGE_CAPTIONS: Readonly<Record<string, string>> = {
  "activation.svg": "Both beats on one time scale: what is late before should be early after.",
  "ecg.svg":
    "Simulated beats come from the model, not from a recorder. Dashed lines in the lower strip mark the onset and the end of the QRS.",
  "segments.svg": "One color scale for both; the spread between the walls should shrink.",
};
const PUMP_CAPTIONS: Readonly<Record<string, string>> = {
  "loops.svg": "The area of a loop is the work of one beat, its width the stroke volume.",
  "beat.svg":
    "Synchronous muscle opens the aortic valve sooner after its first activation, and leaves more time to fill. The atria are activated at 0 in both beats.",
  "strain.svg":
    "Where the left bundle is blocked the septum shortens first and stretches the lateral wall, and is stretched by it later; walls paced together shorten together. Fiber strains are larger than the strains of an echocardiogram and not to be compared with them as numbers.",
  "work.svg":
    "One color scale for both: muscle activated early does little work or is worked on, muscle activated late does more than its share.",
};

function pick(
  pictures: ReadonlyMap<string, Picture>,
  names: readonly string[],
  captions: Readonly<Record<string, string>> = {},
): ReportFigure[] {
  return names.flatMap((name) => {
    const [picture, caption] = [pictures.get(name), captions[name]];
    if (picture === undefined) return [];
    return [caption === undefined ? { picture } : { picture, caption }];
  });
}

function listFacts(plan: Plan): ReportFact[] {
  const { sites, baseline, uncertainty } = plan;
  const best = sites[0];
  if (best === undefined) return [];
  const { settings } = best;
  const av = settings.avDelay_ms === undefined ? "no AV delay" : `AV ${formatNumber(settings.avDelay_ms)} ms`;
  return [
    {
      label: "Target",
      value: nameSite(best),
      note: `segment ${best.segment}, tip ${formatNumber(settings.tipDepth_mm, 0)} mm from the mouth of the vein`,
    },
    { label: "Vector, cathode → anode", value: settings.vectorName, note: `RV lead: ${settings.rvSite}` },
    { label: "Timing", value: av, note: describeVvDelay(settings.vvDelay_ms) },
    {
      label: "Total activation time",
      value: `${formatNumber(baseline.totalActivationTime_ms.value, 0)} → ${formatNumber(best.totalActivationTime_ms.value, 0)} ms`,
      note: `after: ${writeEstimate(best.totalActivationTime_ms)} ms`,
    },
    {
      label: "QRS duration",
      value: `${formatNumber(baseline.qrsDuration_ms.value, 0)} → ${formatNumber(best.qrsDuration_ms.value, 0)} ms`,
      note: `after: ${writeEstimate(best.qrsDuration_ms)} ms`,
    },
    ...listPumpFacts(plan),
    {
      label: "Best site stays best",
      value: uncertainty.drawCount === 0 ? "not computed" : writeShare(uncertainty.shareBestStays),
      note: uncertainty.drawCount === 0 ? "" : `of ${uncertainty.drawCount} draws`,
    },
  ];
}

function listOrigin(plan: Plan): string[] {
  return [
    `Tributary ${plan.programVersion}, case ${plan.caseId}, seed ${plan.seed}, ${plan.status} plan on ${plan.nodeCount} nodes.`,
    `SHA-256 of the case and its files: ${plan.inputHash}`,
  ];
}

import { spellVeinName } from "@tributary/model";
import type { Plan, PlanSite } from "@tributary/plan";
import type { ReportFigure, ReportSection, ReportTable } from "../page/build-report-page.ts";
import { formatFixed, formatNumber } from "../svg/format-number.ts";
import {
  describeTiming,
  nameStretch,
  spellVeinsIn,
  writeDelays,
  writeEstimate,
  writeRanks,
  writeShare,
} from "./plan-words.ts";
import { tabulateSitePumps } from "./pump-comparison.ts";
import { describeAvOptimum } from "./pump-words.ts";

/** How the generator is set, and what two pulses in the left ventricle would change. */
export function buildSettingSection(plan: Plan, figures: readonly ReportFigure[]): ReportSection | undefined {
  const best = plan.sites[0];
  if (best === undefined) return undefined;
  const { settings } = best;
  return {
    heading: "How it is set",
    paragraphs: [
      ...(settings.avDelay_ms === undefined
        ? ["There is no AV delay to choose: the atria do not lead the beat, or no PR interval is known."]
        : []),
      ...describeAvOptimum(plan),
      "Hatched delays bring no resynchronization: the conducted beat reaches the sensing electrode first and inhibits the pulse.",
    ],
    figures,
    tables: [
      {
        caption: "Setting of the best site",
        columns: ["Quantity", "Value"],
        rows: [
          ["Vector, cathode → anode", settings.vectorName],
          ["Delays", describeTiming(settings)],
          ["Right-ventricular lead", settings.rvSite],
          ["Capture threshold, V at 0.5 ms", writeEstimate(best.captureThreshold_V, 1)],
          ["Phrenic threshold, V at 0.5 ms", writePhrenic(best)],
          ["Anodal capture", best.anodalCapture],
          ["Impedance", best.impedanceClass],
          ["Longevity of the battery, years", writeEstimate(best.longevity_years, 1)],
        ],
      },
      ...tabulateMultipoint(plan),
    ],
  };
}

function tabulateMultipoint({ multipoint, sites }: Plan): ReportTable[] {
  if (multipoint.length === 0) return [];
  return [
    {
      caption: "Two cathodes of the same lead, one after the other",
      columns: [
        "Site and cathodes",
        "Delay, ms",
        "Apart, mm",
        "Activation, ms",
        "Change, ms",
        "QRS, ms",
        "Capture, V",
        "Phrenic, V",
        "Longevity, years",
      ],
      numberColumns: [1, 2, 3, 4, 5, 8],
      rows: multipoint.map((option) => {
        const rank = sites.find(({ id }) => id === option.siteId)?.rank;
        return [
          `${rank === undefined ? "Site not ranked" : `Site ${rank}`}: ${option.cathodes.join(", then ")}`,
          formatNumber(option.delay_ms),
          formatNumber(option.distance_mm, 0),
          formatNumber(option.totalActivationTime_ms, 0),
          formatNumber(option.change_ms),
          formatNumber(option.qrsDuration_ms, 0),
          option.captureThresholds_V.map((value) => formatNumber(value)).join(", "),
          option.phrenicThresholds_V
            .map((value) => (value === undefined ? "none reached" : formatNumber(value)))
            .join(", "),
          formatNumber(option.longevity_years),
        ];
      }),
    },
  ];
}

/** Every site with its reason and measures, and what was not searched. */
export function buildRankingSection(plan: Plan, figures: readonly ReportFigure[]): ReportSection {
  const { sites, exclusions } = plan;
  const tables =
    sites.length === 0
      ? []
      : [tabulateRanking(sites, plan.uncertainty.drawCount > 0), tabulateMeasures(sites), ...tabulateSitePumps(plan)];
  return {
    heading: "How the sites compare",
    paragraphs: sites.length === 0 ? ["No site is reachable with this lead."] : [],
    figures,
    tables: [
      ...tables,
      ...(exclusions.length === 0
        ? []
        : [
            {
              caption: "Excluded, and why",
              columns: ["What", "Reason"],
              rows: exclusions.map(({ vein, reason }) => [
                vein === undefined ? "Delays, in every vein" : spellVeinName(vein),
                spellVeinsIn(reason),
              ]),
            },
          ]),
    ],
  };
}

function tabulateRanking(sites: readonly PlanSite[], isDrawn: boolean): ReportTable {
  return {
    caption: "Ranking, and why each site stands where it stands; VV above 0: left ventricle first",
    columns: [
      "Rank and site",
      "Segment",
      "Vector; delays, ms",
      "Score",
      "Activation, ms",
      "QRS, ms",
      "Best in",
      "Reason",
    ],
    numberColumns: [1, 3, 4, 5, 6],
    rows: sites.map((site) => [
      `${site.rank} ${nameStretch(site)}${site.third === "apical" ? " (contested)" : ""}`,
      String(site.segment),
      `${site.settings.vectorName}; ${writeDelays(site.settings)}`,
      formatFixed(site.score, 2),
      formatNumber(site.totalActivationTime_ms.value, 0),
      formatNumber(site.qrsDuration_ms.value, 0),
      isDrawn ? writeShare(site.shareBest) : "not drawn",
      spellVeinsIn(site.reason),
    ]),
  };
}

function tabulateMeasures(sites: readonly PlanSite[]): ReportTable {
  return {
    caption:
      "Measures of each site, with the 10th and 90th percentile; Pareto: no other site is better in one measure and not worse in any",
    columns: [
      "Site",
      "Q-LV, ms",
      "Capture, V",
      "Phrenic, V",
      "Anodal capture",
      "Impedance",
      "Longevity, years",
      "Fit",
      "Rank, 10 to 90 %",
      "Pareto",
    ],
    rows: sites.map((site) => [
      `Site ${site.rank}`,
      site.qLv_ms === undefined ? "missing" : writeEstimate(site.qLv_ms),
      writeEstimate(site.captureThreshold_V, 1),
      writePhrenic(site),
      site.anodalCapture,
      site.impedanceClass,
      writeEstimate(site.longevity_years, 1),
      site.lumenFit,
      writeRanks(site.rankInterval),
      site.isPareto ? "yes" : "no",
    ]),
  };
}

function writePhrenic({ phrenicThreshold_V }: PlanSite): string {
  return phrenicThreshold_V === undefined ? "none reached" : writeEstimate(phrenicThreshold_V, 1);
}

/** How often the answer would be another one, and what decides it. */
export function buildUncertaintySection(plan: Plan, figures: readonly ReportFigure[]): ReportSection {
  const { drawCount, shareBestStays, shareBestVein, registration, drawModel, remarks } = plan.uncertainty;
  if (drawCount === 0)
    return { heading: "How sure it is", paragraphs: ["No draws were computed.", ...remarks], figures };
  return {
    heading: "How sure it is",
    paragraphs: [
      `What is not known was drawn ${drawCount} times within its plausible range. The best site of the plan stays the best in ${writeShare(shareBestStays)} of the draws; some stretch of its vein is the best in ${writeShare(shareBestVein)}.`,
      `A target is missed by about ${formatNumber(registration.shift_mm, 0)} mm when an image is laid over fluoroscopy. Missed by that much along its vein, the lead is worse than the best site of another vein in ${writeShare(registration.shareTopChanges)} of the draws.`,
      ...remarks,
    ],
    figures,
    tables: [
      {
        caption: "The coarse mesh alone against the fine one, before the draws take the fine mesh's fields",
        columns: ["Quantity", "Value"],
        numberColumns: [1],
        rows: [
          ["Nodes", formatNumber(drawModel.nodeCount, 0)],
          ["Rank correlation of the sites", formatNumber(drawModel.rankCorrelation, 2)],
          ["Same best site", drawModel.isTopSiteSame ? "yes" : "no"],
          ["Median error of the total activation time, ms", formatNumber(drawModel.medianError_ms)],
        ],
      },
    ],
  };
}

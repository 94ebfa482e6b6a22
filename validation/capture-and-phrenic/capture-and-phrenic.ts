import {
  DEFAULT_CAPTURE,
  estimateAnodalThreshold,
  fitThresholdDistribution,
  PUBLISHED_THRESHOLDS,
  shareBelow,
} from "@tributary/model";
import type { ValidationCase, ValidationRow } from "../validation-case.ts";
import type { ValidationContext } from "../validation-context.ts";
import { specifyWholeHeart } from "../whole-hearts.ts";
import { thresholdOfGap } from "./bipole-spacing.ts";
import { plotBipoles, plotPhrenicShares, plotThresholds } from "./capture-figures.ts";
import { compare, showShare } from "./compare.ts";
import { longevityRows } from "./longevity-rows.ts";
import {
  ALL_VECTORS,
  BIPOLAR_VECTORS,
  bestElectrode,
  hasFreeVector,
  lowestPhrenicOf,
  phrenicOf,
  shareCrossed,
} from "./phrenic-prevalence.ts";
import { type Member, type Site, sampleSites } from "./sample-sites.ts";

const SEED = 722179;
/** Only the epicardium is used, so coarse meshes do. */
const COARSE_EDGE_mm = 3;
const HEARTS = ["lbbb-small-lv-female", "dcm-lbbb-male"];
const ZANON = "Zanon, JAFIB abstract 2013 (n = 98)";
const SPERZEL = "Sperzel, Europace 2012 (n = 71)";
const BIFFI = "Biffi, Circ Arrhythm Electrophysiol 2012 (dogs, n = 6)";
export const ELECTRODES = ["LV1", "LV2", "LV3", "LV4"] as const;

/** Capture thresholds, phrenic stimulation, anodal capture and longevity against published figures. */
export async function runCaptureAndPhrenic(context: ValidationContext): Promise<ValidationCase> {
  const hearts = await Promise.all(
    HEARTS.map((id) => context.prepareHeart(`${id}-coarse`, () => specifyWholeHeart(id, COARSE_EDGE_mm))),
  );
  const { members, sites } = sampleSites(hearts, SEED);
  return {
    id: "capture-and-phrenic",
    title: `Capture and the phrenic nerve at ${sites.length.toLocaleString("en")} places of a quadripolar lead`,
    claims: [
      "Thresholds of the four electrodes of a quadripolar lead, over generated veins, are distributed as published.",
      "The nerve is stimulated at 5 V as often as at implant, and hardly ever by every vector of a lead.",
      "A closer bipole spares the nerve as in dogs; worked examples of longevity come out.",
    ].join(" "),
    notShown: [
      "What the free figures were fitted to (marked in the source) is not evidence.",
      "That any of it holds in one patient: threshold and nerve are to be measured at implant.",
      "Scar, drift after implant, posture, and the generator's own losses are not compared with data.",
    ].join(" "),
    rows: [
      ...thresholdRows(sites),
      ...phrenicRows(members, sites),
      ...bipoleRows(),
      ...anodalRows(),
      ...longevityRows(),
    ],
    figures: [plotThresholds(sites), plotPhrenicShares(sites), plotBipoles()],
  };
}

function thresholdRows(sites: readonly Site[]): ValidationRow[] {
  const fitted = "the median is fitted, mean and share are not";
  const rows = ELECTRODES.flatMap((name, index) => {
    const { mean_V, sd_V, source } = PUBLISHED_THRESHOLDS[name];
    const law = fitThresholdDistribution(mean_V, sd_V);
    const values_V = sites.map(({ thresholds_V }) => thresholds_V[index]!).sort((a, b) => a - b);
    const measurable_V = values_V.filter((value) => value <= DEFAULT_CAPTURE.maximumOutput_V);
    const mean = measurable_V.reduce((sum, value) => sum + value, 0) / measurable_V.length;
    const captured = values_V.filter((value) => value <= 2.5).length / values_V.length;
    const from = `${source}; ${fitted}`;
    return [
      compare(`${name}, median threshold`, "V", {
        expected: law.median_V,
        ours: values_V[values_V.length >> 1]!,
        tolerance: 0.2,
        source: from,
      }),
      compare(`${name}, mean of the thresholds up to 7 V`, "V", {
        expected: mean_V,
        ours: mean,
        tolerance: 0.35,
        source: from,
      }),
      compare(`${name}, at 2.5 V or less`, "%", {
        expected: 100 * shareBelow(law, 2.5),
        ours: 100 * captured,
        tolerance: 6,
        source: from,
      }),
    ];
  });
  const beyond = shareOf(sites, ({ thresholds_V }) => thresholds_V[3]! > DEFAULT_CAPTURE.maximumOutput_V);
  rows.push(showShare("LV4, left out of its mean: above 7 V", "not reported", beyond, "ours"));
  const { mean_V, sd_V, source } = PUBLISHED_THRESHOLDS.programmed;
  const share = shareBelow(fitThresholdDistribution(mean_V, sd_V), 2.5);
  const quantity = "log-normal law of the programmed vector, at 2.5 V or less";
  return [...rows, compare(quantity, "%", { expected: 94.4, ours: 100 * share, tolerance: 0.3, source })];
}

function shareOf(sites: readonly Site[], isSo: (site: Site) => boolean): number {
  return (100 * sites.filter(isSo).length) / sites.length;
}

function phrenicRows(members: readonly Member[], sites: readonly Site[]): ValidationRow[] {
  const lateral = sites.filter((site) => site.electrodes[bestElectrode(site)]!.region === "lateral");
  const stimulated = lateral.filter((site) => lowestPhrenicOf(site) <= 5);
  const crossing = (vein: string) => 100 * shareCrossed(members, vein, 3);
  return [
    compare("lateral sites, nerve stimulated at 5 V by one cathode or more", "%", {
      expected: 32,
      ours: shareOf(lateral, (site) => lowestPhrenicOf(site) <= 5),
      tolerance: 5,
      source: `${ZANON}; fitted by the excursion of the nerve`,
    }),
    showShare(
      "the same by the cathode of lowest threshold alone",
      32,
      shareOf(lateral, (site) => phrenicOf(site, [bestElectrode(site), undefined]) <= 5),
      `${ZANON}, read the other way`,
    ),
    compare("lateral sites with a vector that captures at 2.5 V and spares the nerve at 5 V", "%", {
      expected: 97,
      ours: shareOf(lateral, (site) => hasFreeVector(site, ALL_VECTORS)),
      tolerance: 3,
      source: SPERZEL,
    }),
    compare("with such a vector among those of a bipolar lead", "%", {
      expected: 86,
      ours: shareOf(lateral, (site) => hasFreeVector(site, BIPOLAR_VECTORS)),
      tolerance: 8,
      source: SPERZEL,
    }),
    showShare(
      "of the stimulated ones, with a vector that captures at 2.5 V and spares the nerve at 5 V",
      100,
      shareOf(stimulated, (site) => hasFreeVector(site, ALL_VECTORS)),
      `${ZANON}: all solved by another vector`,
    ),
    showShare(
      "nerve crosses the left marginal vein",
      "above 50",
      crossing("leftMarginalVein"),
      "Spencer, Clin Anat 2015 (n = 15)",
    ),
    showShare("nerve crosses the great cardiac vein", 80, crossing("greatCardiacVein"), MATSUMOTO),
    showShare("nerve crosses the posterior vein", 49, crossing("posteriorVein"), MATSUMOTO),
    showShare("nerve crosses the middle cardiac vein", 10, crossing("middleCardiacVein"), MATSUMOTO),
    showShare(
      "nerve crosses the anterior interventricular vein",
      9,
      crossing("anteriorInterventricularVein"),
      MATSUMOTO,
    ),
  ];
}

const MATSUMOTO = "Matsumoto 2007 (CT, n = 106)";

/** At this height a unipolar pulse of 3.6 V reaches the nerve; the dogs' own heights are not known. */
const BIPOLE_HEIGHT_mm = 3.5;

function bipoleRows(): ValidationRow[] {
  const at = (gap_mm?: number) => thresholdOfGap(BIPOLE_HEIGHT_mm, gap_mm);
  const fitted = `${BIFFI}; ring length fitted to both`;
  return [
    compare("bipole of 1 mm instead of 20 mm raises the phrenic threshold by", "V", {
      expected: 5.5,
      ours: at(1) - at(20),
      tolerance: 2.2,
      source: fitted,
    }),
    compare("bipole of 2 mm instead of 20 mm", "V", {
      expected: 2.8,
      ours: at(2) - at(20),
      tolerance: 1.7,
      source: fitted,
    }),
    compare("threshold of a 1 mm over that of a 2 mm bipole", "1", {
      expected: 1.55,
      ours: at(1) / at(2),
      tolerance: 0.15,
      source: `(U + 6.5) / (U + 3.8) and (U + 5.5) / (U + 2.8) for U of 1 to 2 V: ${BIFFI}`,
    }),
  ];
}

function anodalRows(): ValidationRow[] {
  const law = {
    median_V: estimateAnodalThreshold({ anode: "RVring", pulseWidth_ms: 0.4 }),
    sigma_ln: DEFAULT_CAPTURE.thresholdSpread_ln,
  };
  return [
    compare("anodal capture of the RV ring at 5 V, 0.4 ms", "%", {
      expected: 74,
      ours: 100 * shareBelow(law, 5),
      tolerance: 5,
      source: "CRT-P of PMID 16981916 (n = 38); fitted by the distance of the ring, the output assumed",
    }),
    showShare(
      "anodal capture of an RV coil",
      0,
      estimateAnodalThreshold({ anode: "RVcoil", pulseWidth_ms: 0.4 }) < Infinity ? 100 : 0,
      "CRT-D of PMID 16981916",
    ),
  ];
}

import { radiansFromDegrees } from "@tributary/model";
import {
  type Estimate,
  MEASURES,
  PLAN_SCHEMA_VERSION,
  type Plan,
  type PlanMechanics,
  type PlanPump,
  type PlanSite,
  type PlanState,
} from "@tributary/plan";

/** A plan made by hand for tests: every part filled, no number computed. Positions lie on an ellipsoid of 40, 35, 50 mm. */
export function createSamplePlan(changes: Partial<Plan> = {}): Plan {
  return {
    schemaVersion: PLAN_SCHEMA_VERSION,
    programVersion: "0.1.0",
    caseId: "sample",
    title: "Sample & plan",
    inputHash: "0123456789abcdef".repeat(4),
    seed: 1,
    status: "final",
    notice: "Research, planning and training use; not for diagnosis or live care",
    nodeCount: 61_234,
    searched: { placementCount: 214, configurationCount: 812_340, siteCount: 9 },
    missing: ["scar", "left ventricular ejection fraction"],
    remarks: ["The veins were generated from published statistics."],
    weights: {
      resynchronization: 0.2,
      workBalance: 0.15,
      pressureRise: 0.05,
      electricalDelay: 0.15,
      viableMuscle: 0.15,
      captureMargin: 0.1,
      phrenicMargin: 0.1,
      reachAndStability: 0.1,
    },
    baseline: createState("baseline", "As it is now: left bundle branch block", [132, 143, -45]),
    alternatives: [
      createState("rv", "Right-ventricular pacing only", [144, 158, -75]),
      createState(
        "lbbap",
        "Left bundle branch area pacing",
        [101, 112, 10],
        "Assumes that the left bundle is captured.",
      ),
      createState("his", "His bundle pacing", [94, 104, 30], "Assumes that the block lies above the place paced."),
      createState("endocardial", "Endocardial left-ventricular pacing, same wall", [108, 121, 120]),
    ],
    sites: SITE_ROWS.map((row, index) => createSite(row, index)),
    multipoint: [
      {
        siteId: "site-1",
        cathodes: ["LV1", "LV4"],
        delay_ms: 5,
        distance_mm: 34,
        totalActivationTime_ms: 109.2,
        qrsDuration_ms: 122,
        change_ms: -3.1,
        captureThresholds_V: [0.9, 1.6],
        phrenicThresholds_V: [4.1, undefined],
        longevity_years: 6.4,
      },
    ],
    exclusions: [
      { vein: "greatCardiacVein", reason: "Runs in the groove: no cathode lies over the free wall." },
      { vein: "posteriorVein", reason: "Beyond 71 mm the lumen is narrower than the lead." },
    ],
    response: createResponse(),
    mechanics: createMechanics(),
    calibration: {
      fittedTo: ["QRS duration 146 ms", "12-lead ECG"],
      qrsDurationMeasured_ms: 146,
      qrsDurationModel_ms: estimate(143, 6),
      leadResiduals: ["I", "II", "V1", "V2", "V3", "V4", "V5", "V6"].map((lead, index) => ({
        lead,
        residualFraction: 0.24 + 0.04 * index,
      })),
      parameters: [
        createParameter("Conduction velocity along the fiber", "mm/ms", [0.58, 0.04], [0.4, 0.8], "fitted"),
        createParameter("Conduction velocity across the fiber", "mm/ms", [0.24, 0.05], [0.15, 0.4], "at its prior"),
        createParameter("Velocity of the fast endocardial layer", "mm/ms", [1.9, 0.08], [0.8, 2], "at a bound"),
      ],
      setCount: 200,
      remarks: ["Different activations can give the same ECG: the fitted set is one of many."],
    },
    uncertainty: {
      drawCount: 200,
      sensitivities: [
        { parameter: "Conduction velocity across the fiber", correlation: -0.71 },
        { parameter: "Velocity of the fast endocardial layer", correlation: -0.42 },
        { parameter: "Capture latency", correlation: 0.22 },
        { parameter: "PR interval", correlation: -0.04 },
      ],
      shareBestStays: 0.63,
      shareBestVein: 0.81,
      registration: { shift_mm: 11.3, shareTopChanges: 0.28 },
      drawModel: { nodeCount: 9_120, rankCorrelation: 0.94, isTopSiteSame: true, medianError_ms: 2.6 },
      remarks: ["The draws vary the conduction, not the shape of the veins."],
    },
    assumptions: [
      { text: "Capture latency of healthy muscle 8 ms (5 to 10), unconfirmed", source: "assumed" },
      { text: "A left-ventricular pulse comes 25 ms before the sensed front at least", source: "assumed" },
    ],
    ...changes,
  };
}

type SiteRow = readonly [
  vein: string,
  from_mm: number,
  to_mm: number,
  segment: number,
  third: PlanSite["third"],
  region: PlanSite["region"],
  time_ms: number,
  share: number,
];

const SITE_ROWS: readonly SiteRow[] = [
  ["leftMarginalVein", 62, 71, 12, "mid", "lateral", 112.3, 0.63],
  ["leftMarginalVein", 48, 62, 6, "basal", "lateral", 115.1, 0.19],
  ["posteriorVein", 50, 66, 11, "mid", "inferior", 117.4, 0.11],
  ["posteriorVein", 34, 50, 5, "basal", "inferior", 119.8, 0.05],
  ["leftMarginalVein", 71, 96, 16, "apical", "lateral", 121.2, 0.02],
  ["posteriorVein", 66, 71, 11, "mid", "inferior", 122.6, 0],
  ["middleCardiacVein", 40, 62, 10, "mid", "inferior", 127.9, 0],
  ["anteriorInterventricularVein", 30, 58, 7, "mid", "anterior", 129.4, 0],
  ["middleCardiacVein", 62, 84, 15, "apical", "inferior", 131.5, 0],
];

function createSite(row: SiteRow, index: number): PlanSite {
  const [vein, from_mm, to_mm, segment, third, region, time_ms, shareBest] = row;
  const turn_rad = 0.35 * index - 0.6;
  return {
    id: `site-${index + 1}`,
    rank: index + 1,
    vein,
    cathodeArc_mm: [from_mm, to_mm],
    segment,
    third,
    region,
    ab: 0.72 - 0.06 * index,
    rt: 0.32 - 0.02 * index,
    position_mm: [40 * Math.cos(turn_rad), 35 * Math.sin(turn_rad), 6 - 3 * index],
    settings: {
      vein,
      tipDepth_mm: to_mm + 4,
      cathodeVein: vein,
      cathodeArc_mm: (from_mm + to_mm) / 2,
      vectorName: index % 2 === 0 ? "LV1 → LV2" : "LV2 → RVring",
      cathode: index % 2 === 0 ? "LV1" : "LV2",
      anode: index % 2 === 0 ? "LV2" : "RVring",
      rvSite: "apex",
      avDelay_ms: 120,
      vvDelay_ms: 20,
      lvPulse: "captured",
      rvPulse: "captured",
    },
    score: 0.81 - 0.05 * index,
    measures: createMeasures(index, time_ms),
    totalActivationTime_ms: estimate(time_ms, 7),
    qrsDuration_ms: estimate(time_ms + 12, 9),
    qLv_ms: estimate(118 - 5 * index, 8),
    pump: createPump(index),
    captureThreshold_V: estimate(0.9 + 0.1 * index, 0.3),
    phrenicThreshold_V: index === 1 ? undefined : estimate(4.2 - 0.3 * index, 0.9),
    anodalCapture: index % 2 === 0 ? "unlikely" : "possible",
    impedanceClass: "usual",
    longevity_years: estimate(7.8 - 0.2 * index, 0.7),
    lumenFit: index < 4 ? "stable" : "wedged",
    shareBest,
    rankInterval: [Math.max(1, index), index + 3],
    isPareto: index < 3,
    reason:
      index === 0
        ? "Shortest total activation time with a wide phrenic margin."
        : `${(time_ms - 112.3).toFixed(0)} ms slower than the best site.`,
  };
}

const UTILITIES = [0.92, 0.7, 0.63, 0.85, 1, 0.78, 0.66, 0.7];

function createMeasures(index: number, time_ms: number): PlanSite["measures"] {
  const values = [
    100 * (1 - time_ms / 132),
    4.2 - 0.3 * index,
    19 - 1.5 * index,
    0.82 - 0.03 * index,
    1 - 0.03 * index,
    0.9 + 0.1 * index,
    3.3 - 0.4 * index,
    0.7,
  ];
  const units = ["%", "mJ/mL", "%", "1", "1", "V", "V", "1"];
  const entries = MEASURES.map((measure, k) => {
    const value = values[k]!;
    const utility = Math.max(0, UTILITIES[k]! - 0.06 * index);
    return [measure, { value, unit: units[k]!, utility, low: 0.9 * value, high: 1.1 * value }] as const;
  });
  return Object.fromEntries(entries) as PlanSite["measures"];
}

function createState(id: string, name: string, numbers: readonly [number, number, number], remark = ""): PlanState {
  const [total_ms, qrs_ms, axis_deg] = numbers;
  return {
    id,
    name,
    totalActivationTime_ms: estimate(total_ms, 8),
    lvActivationTime_ms: estimate(total_ms - 2, 8),
    lvRvDelay_ms: (total_ms - 95) / 2,
    qrsDuration_ms: estimate(qrs_ms, 10),
    qrsAxis_rad: radiansFromDegrees(axis_deg),
    pump: createPump((total_ms - 100) / 10),
    remark,
  };
}

function createMechanics(): PlanMechanics {
  const { avDelays_ms, vvDelays_ms } = createResponse();
  const surface = (best: number) =>
    avDelays_ms.flatMap((av_ms) =>
      vvDelays_ms.map((vv_ms) =>
        av_ms > 180 ? undefined : best - Math.abs(av_ms - 120) / 12 - Math.abs(vv_ms - 20) / 10,
      ),
    );
  return {
    isFitted: true,
    residuals: [
      { quantity: "endDiastolicVolume_mL", target: 240, reached: 240.1, difference_percent: 0.04 },
      { quantity: "systolicPressure_kPa", target: 15, reached: 14.99, difference_percent: -0.07 },
    ],
    atBound: [],
    assumptions: [{ quantity: "leftAtrialPressure_kPa", value: 1.6, source: "assumed: 12 mmHg" }],
    notIdentifiable: [{ quantity: "wall volume", reason: "it must be imaged" }],
    patchCount: 24,
    settingCount: 150,
    surrogateError: { pressureRise: 0.4, strokeVolume: 0.3, workBalance: 0.4 },
    baseline: createPump(6),
    best: createPump(0),
    surface: { pressureRise: surface(20), strokeVolume: surface(9) },
    avOptimum: { avDelay_ms: 120, low_ms: 100, high_ms: 140 },
  };
}

/** Worse the higher the grade. */
function createPump(grade: number): PlanPump {
  return {
    avDelay_ms: 150,
    dpdtMax_kPaPerS: 128 - 4 * grade,
    strokeVolume_mL: 66 - 2 * grade,
    strokeWork_mJ: 820 - 30 * grade,
    systolicPressure_kPa: 16.2 - 0.2 * grade,
    fillingTime_ms: 412 - 8 * grade,
    regurgitation_mL: 0,
    wastedWorkRatio: 0.05 + 0.03 * grade,
    workDifference_mJPerML: 0.8 + 0.6 * grade,
  };
}

function createParameter(
  name: string,
  unit: string,
  [value, spread]: readonly [number, number],
  range: readonly [number, number],
  state: "fitted" | "at a bound" | "at its prior",
): Plan["calibration"]["parameters"][number] {
  return { name, unit, estimate: estimate(value, spread), range, state, source: "assumed" };
}

/** Fastest at 120 ms and 20 ms; nothing is delivered where a late pulse meets the conducted beat. */
function createResponse(): NonNullable<Plan["response"]> {
  const avDelays_ms = [80, 100, 120, 140, 160, 180, 200];
  const vvDelays_ms = [-40, -20, 0, 20, 40, 60, 80];
  const times_ms = avDelays_ms.flatMap((av_ms) =>
    vvDelays_ms.map((vv_ms) => {
      if (av_ms - vv_ms / 2 > 190) return undefined;
      return 112.3 + ((av_ms - 120) / 14) ** 2 * 0.5 + ((vv_ms - 20) / 12) ** 2;
    }),
  );
  return {
    siteId: "site-1",
    avDelays_ms,
    vvDelays_ms,
    totalActivationTime_ms: times_ms,
    qrsDuration_ms: times_ms.map((time_ms) => (time_ms === undefined ? undefined : 6 + 1.05 * time_ms)),
  };
}

function estimate(value: number, spread: number): Estimate {
  return { value, low: value - spread, high: value + 1.2 * spread };
}

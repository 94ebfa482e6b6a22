/**
 * What a plan says: every word of plan.json. Plain values only; nothing here depends on the clock, the machine or the
 * number of threads, so that the same case gives the same bytes.
 */
import type { LvElectrode, VectorAnode, WallRegion } from "@tributary/model";

export const PLAN_SCHEMA_VERSION = 1;

/** A number with its spread over the draws: 10th and 90th percentile. */
export interface Estimate {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** Where the right-ventricular lead lies. */
export const RV_SITES = ["apex", "septum", "existing"] as const;
export type RvSite = (typeof RV_SITES)[number];

/** A beat as the pump does it: resistance, blood volume and muscle as they are now. */
export interface PlanPump {
  /** From right atrial activation to the first ventricular front. */
  readonly avDelay_ms: number;
  readonly dpdtMax_kPaPerS: number;
  /** What reaches the aorta. */
  readonly strokeVolume_mL: number;
  readonly strokeWork_mJ: number;
  readonly systolicPressure_kPa: number;
  readonly fillingTime_ms: number;
  readonly regurgitation_mL: number;
  /** Work that stretches muscle over work that shortens it, by fiber stress. */
  readonly wastedWorkRatio: number;
  /** Fiber work per muscle volume, lateral wall minus septum. */
  readonly workDifference_mJPerML: number;
}

/** Values over the delays of the best site, in the rows and columns of the `ResponseSurface`. */
export interface PumpSurface {
  /** Percent against the beat as it is now; undefined where a pulse is not delivered. */
  readonly pressureRise: readonly (number | undefined)[];
  readonly strokeVolume: readonly (number | undefined)[];
}

/** The circulation that the sites are judged with. */
export interface PlanMechanics {
  readonly isFitted: boolean;
  readonly residuals: readonly {
    readonly quantity: string;
    readonly target: number;
    readonly reached: number;
    readonly difference_percent: number;
  }[];
  readonly atBound: readonly string[];
  /** Values that were not measured, and where they were taken from. */
  readonly assumptions: readonly { readonly quantity: string; readonly value: number; readonly source: string }[];
  readonly notIdentifiable: readonly { readonly quantity: string; readonly reason: string }[];
  readonly patchCount: number;
  /** Settings that were simulated to a periodic state. */
  readonly settingCount: number;
  /** 90th percentile of the error with which each simulated setting is predicted from the others. */
  readonly surrogateError: {
    readonly pressureRise: number;
    readonly strokeVolume: number;
    readonly workBalance: number;
  };
  readonly baseline: PlanPump;
  readonly best: PlanPump;
  readonly surface: PumpSurface;
  /** AV delays of the best site at its VV delay whose stroke volume is within 1 % of the highest; undefined without an AV axis. */
  readonly avOptimum: { readonly avDelay_ms: number; readonly low_ms: number; readonly high_ms: number } | undefined;
}

/** How the heart is activated in one way: as it is now, by an alternative, or by the plan. */
export interface PlanState {
  readonly id: string;
  readonly name: string;
  readonly totalActivationTime_ms: Estimate;
  readonly lvActivationTime_ms: Estimate;
  /** Mean LV minus mean RV activation. */
  readonly lvRvDelay_ms: number;
  readonly qrsDuration_ms: Estimate;
  /** Frontal, 0 to the left, a quarter turn down. */
  readonly qrsAxis_rad: number | undefined;
  /** At the AV delay of the highest stroke volume; undefined without a circulation. */
  readonly pump: PlanPump | undefined;
  /** What a reader must know beside the numbers; empty when nothing. */
  readonly remark: string;
}

/** What the default score adds up; each measure has a utility from 0 (worst) to 1 (best). */
export const MEASURES = [
  "resynchronization",
  "workBalance",
  "pressureRise",
  "electricalDelay",
  "viableMuscle",
  "captureMargin",
  "phrenicMargin",
  "reachAndStability",
] as const;
export type Measure = (typeof MEASURES)[number];
export type ScoreWeights = Readonly<Record<Measure, number>>;

export interface MeasureValue {
  /** As printed, in `unit`. */
  readonly value: number;
  readonly unit: string;
  /** 0 to 1. */
  readonly utility: number;
  readonly low: number;
  readonly high: number;
}

/** How the generator is set for a site. */
export interface PlanSettings {
  readonly vein: string;
  /** Arc length of the tip electrode from the mouth of the vein. */
  readonly tipDepth_mm: number;
  /** Where the cathode then lies; a proximal electrode may lie back in the parent vein. */
  readonly cathodeVein: string;
  readonly cathodeArc_mm: number;
  readonly vectorName: string;
  readonly cathode: LvElectrode;
  readonly anode: VectorAnode;
  readonly rvSite: RvSite;
  /** From the atrial event to the first pulse; undefined in atrial fibrillation and where no PR interval is known. */
  readonly avDelay_ms: number | undefined;
  /** Above 0: the left ventricle first. */
  readonly vvDelay_ms: number;
  /** "not delivered" where the conducted beat reaches the sensing electrode first and inhibits the pulse. */
  readonly lvPulse: "captured" | "not delivered";
  readonly rvPulse: "captured" | "not delivered";
}

/** A stretch of a vein in which the cathode may lie, with the best way found of using it. */
export interface PlanSite {
  readonly id: string;
  /** 1 the best. */
  readonly rank: number;
  readonly vein: string;
  readonly cathodeArc_mm: readonly [from: number, to: number];
  /** AHA, of the cathode chosen. */
  readonly segment: number;
  readonly third: "apical" | "mid" | "basal";
  readonly region: WallRegion;
  readonly ab: number;
  readonly rt: number;
  readonly position_mm: readonly [number, number, number];
  readonly settings: PlanSettings;
  readonly score: number;
  readonly measures: Readonly<Record<Measure, MeasureValue>>;
  readonly totalActivationTime_ms: Estimate;
  readonly qrsDuration_ms: Estimate;
  readonly qLv_ms: Estimate | undefined;
  /** Undefined without a circulation. */
  readonly pump: PlanPump | undefined;
  readonly captureThreshold_V: Estimate;
  /** Undefined where no output that a generator gives reaches the nerve. */
  readonly phrenicThreshold_V: Estimate | undefined;
  /** A pulse that also captures at the anode, at the programmed output. */
  readonly anodalCapture: "unlikely" | "possible" | "likely";
  readonly impedanceClass: "low" | "usual" | "high";
  readonly longevity_years: Estimate;
  readonly lumenFit: "wedged" | "stable" | "loose";
  /** Share of the draws in which no other site is better. */
  readonly shareBest: number;
  /** 10th and 90th percentile of the rank over the draws. */
  readonly rankInterval: readonly [number, number];
  readonly isPareto: boolean;
  /** One sentence: why it stands where it stands. */
  readonly reason: string;
}

/** Two cathodes of the same lead paced one after the other, at one of the best sites. */
export interface MultipointOption {
  readonly siteId: string;
  readonly cathodes: readonly [first: LvElectrode, second: LvElectrode];
  /** From the first left-ventricular pulse to the second. */
  readonly delay_ms: number;
  readonly distance_mm: number;
  readonly totalActivationTime_ms: number;
  readonly qrsDuration_ms: number;
  /** Total activation time minus that of the site's single cathode; below 0 is faster. */
  readonly change_ms: number;
  readonly captureThresholds_V: readonly [number, number];
  /** Undefined where no output reaches the nerve. */
  readonly phrenicThresholds_V: readonly [number | undefined, number | undefined];
  readonly longevity_years: number;
}

/** What is not in the ranking, and why: a vein or a stretch of it, vectors there, or delays. */
export interface PlanExclusion {
  /** Left out where delays are meant, which no vein changes. */
  readonly vein?: string;
  readonly reason: string;
}

/** Total activation time and QRS duration over the delays, for the best site. */
export interface ResponseSurface {
  readonly siteId: string;
  /** Empty without an AV axis: then there is one row. */
  readonly avDelays_ms: readonly number[];
  readonly vvDelays_ms: readonly number[];
  /** Row by row of AV; undefined where a pulse is not delivered. */
  readonly totalActivationTime_ms: readonly (number | undefined)[];
  readonly qrsDuration_ms: readonly (number | undefined)[];
}

export interface CalibratedParameter {
  readonly name: string;
  readonly unit: string;
  readonly estimate: Estimate;
  readonly range: readonly [number, number];
  /** Fitted: narrower than its prior. At a bound: crowded at an end of its range. At its prior: these data say nothing of it. */
  readonly state: "fitted" | "at a bound" | "at its prior";
  readonly source: string;
}

export interface PlanCalibration {
  /** What was fitted to, in words; empty when nothing was measured. */
  readonly fittedTo: readonly string[];
  readonly qrsDurationMeasured_ms: number | undefined;
  readonly qrsDurationModel_ms: Estimate;
  /** Root-mean-square difference over its root-mean-square, by lead; empty without a measured ECG. */
  readonly leadResiduals: readonly { readonly lead: string; readonly residualFraction: number }[];
  readonly parameters: readonly CalibratedParameter[];
  readonly setCount: number;
  readonly remarks: readonly string[];
}

export interface PlanUncertainty {
  readonly drawCount: number;
  /** Rank correlation (Spearman) of a parameter with the total activation time of the best site, over the draws. */
  readonly sensitivities: readonly { readonly parameter: string; readonly correlation: number }[];
  /** Share of the draws in which the best site of the plan is still the best. */
  readonly shareBestStays: number;
  /** The same for the vein of the best site: the best of the draw is some stretch of it. */
  readonly shareBestVein: number;
  /**
   * Share of the draws in which a lead that misses the best site by this much, either way along its vein, is worse than
   * the best site of another vein. 0 where only one vein can be paced from.
   */
  readonly registration: { readonly shift_mm: number; readonly shareTopChanges: number };
  /** The coarse mesh that the draws start from, by itself, against the fine one; its times are carried over before use. */
  readonly drawModel: {
    readonly nodeCount: number;
    readonly rankCorrelation: number;
    readonly isTopSiteSame: boolean;
    readonly medianError_ms: number;
  };
  readonly remarks: readonly string[];
}

export interface PlanAssumption {
  readonly text: string;
  readonly source: string;
}

export interface Plan {
  readonly schemaVersion: typeof PLAN_SCHEMA_VERSION;
  readonly programVersion: string;
  readonly caseId: string;
  readonly title: string;
  /** SHA-256 of the case and of the files it names. */
  readonly inputHash: string;
  readonly seed: number;
  readonly status: "provisional" | "final";
  readonly notice: string;
  readonly nodeCount: number;
  /** How many configurations were measured, and of how many placements. */
  readonly searched: {
    readonly placementCount: number;
    readonly configurationCount: number;
    readonly siteCount: number;
  };
  readonly missing: readonly string[];
  readonly remarks: readonly string[];
  readonly weights: ScoreWeights;
  readonly calibration: PlanCalibration;
  readonly baseline: PlanState;
  readonly alternatives: readonly PlanState[];
  readonly sites: readonly PlanSite[];
  readonly multipoint: readonly MultipointOption[];
  readonly exclusions: readonly PlanExclusion[];
  readonly response: ResponseSurface | undefined;
  /** Undefined in a provisional plan, and where no circulation could be computed. */
  readonly mechanics: PlanMechanics | undefined;
  readonly uncertainty: PlanUncertainty;
  readonly assumptions: readonly PlanAssumption[];
}

/** Conduction velocities, ratios and delays of ventricular tissue, with source and spread. 1 mm/ms = 1 m/s. */
import type { Parameter } from "../units/parameter.ts";

export const CONDUCTION_PARAMETERS = {
  /** Along the fiber. Intra-operative needle recordings in hypertrophied human hearts average 0.45 through the wall. */
  alongFiber_mmPerMs: {
    value: 0.6,
    unit: "mm/ms",
    range: [0.35, 0.75],
    source: "working value of Gillette 2021, Neic 2017 and Strocchi 2020 class models (from memory)",
    confirmed: false,
  },
  /** Across the fiber, equal in sheet and sheet-normal directions. */
  acrossFiber_mmPerMs: {
    value: 0.3,
    unit: "mm/ms",
    range: [0.2, 0.4],
    source: "half the along-fiber velocity, the middle of published ratios 1.5-2.5 (from memory)",
    confirmed: false,
  },
  /** Isotropic, in the innermost element layer of both ventricles. */
  fastLayer_mmPerMs: {
    value: 1.5,
    unit: "mm/ms",
    range: [1.2, 2.0],
    source:
      "2-3 times the myocardial velocity (from memory); that such a layer is needed: Lee 2019, Med Image Anal 57:197",
    confirmed: false,
  },
  /** Above this ab the fast layer ends: the basal endocardium has no Purkinje-muscle junctions. */
  fastLayerBasalLimit_ab: {
    value: 0.85,
    unit: "1",
    range: [0.8, 0.9],
    source: "basal 10-20 percent excluded (from memory)",
    confirmed: false,
  },
  /** Velocity in an infarct border zone over that of healthy muscle. */
  borderZoneVelocityRatio: { value: 0.25, unit: "1", range: [0.1, 0.5], source: "from memory", confirmed: false },
  /** Velocity of the septum over that of healthy muscle where a slow septum is chosen. */
  slowSeptumVelocityRatio: {
    value: 0.5,
    unit: "1",
    range: [0.3, 1],
    source: "option tested by Lee 2019, Med Image Anal 57:197; value from memory",
    confirmed: false,
  },
  /** Velocity of all muscle over normal in a non-specific intraventricular delay. */
  nonspecificVelocityRatio: {
    value: 0.7,
    unit: "1",
    range: [0.5, 0.85],
    source: "failing ventricles conduct at 60-85 percent of normal, Potse 2014-2018 (from memory)",
    confirmed: false,
  },
  /** From the stimulus to the start of propagation, healthy muscle. */
  captureLatency_ms: { value: 8, unit: "ms", range: [5, 10], source: "from memory", confirmed: false },
} as const satisfies Record<string, Parameter>;

/** The velocities and ratios one activation is computed with. */
export interface ConductionVelocities {
  readonly alongFiber_mmPerMs: number;
  readonly acrossFiber_mmPerMs: number;
  readonly fastLayer_mmPerMs: number;
  readonly fastLayerBasalLimit_ab: number;
  readonly borderZoneVelocityRatio: number;
  readonly slowSeptumVelocityRatio: number;
}

/** The parameter values above, as they stand. */
export const DEFAULT_VELOCITIES: ConductionVelocities = {
  alongFiber_mmPerMs: CONDUCTION_PARAMETERS.alongFiber_mmPerMs.value,
  acrossFiber_mmPerMs: CONDUCTION_PARAMETERS.acrossFiber_mmPerMs.value,
  fastLayer_mmPerMs: CONDUCTION_PARAMETERS.fastLayer_mmPerMs.value,
  fastLayerBasalLimit_ab: CONDUCTION_PARAMETERS.fastLayerBasalLimit_ab.value,
  borderZoneVelocityRatio: CONDUCTION_PARAMETERS.borderZoneVelocityRatio.value,
  slowSeptumVelocityRatio: CONDUCTION_PARAMETERS.slowSeptumVelocityRatio.value,
};

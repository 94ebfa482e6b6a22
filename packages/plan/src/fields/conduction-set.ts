/**
 * What the calibration chooses: a global velocity, three ratios that shape the activation, and the times of the roots.
 *
 * The global velocity scales every arrival time exactly by its inverse, and root times are added before the minimum, so
 * that only the three ratios need new solves.
 */
import type { ConductionSpecification } from "@tributary/engine";
import { CONDUCTION_PARAMETERS, type Parameter } from "@tributary/model";

/** Ratios that shape the activation whatever the speed. */
export interface ConductionShape {
  /** Speed of the fast endocardial layer over that along the fiber. */
  readonly fastLayerRatio: number;
  /** Speed along over across the fiber. */
  readonly anisotropyRatio: number;
  /** Speed of the septum over that of the free walls; it sets the transseptal delay. */
  readonly septumRatio: number;
}

/** One set of parameters that explains what was measured. */
export interface ConductionSet {
  readonly shape: ConductionShape;
  /** Over the velocities of the case. */
  readonly velocityScale: number;
  /** When each root of the conducted beat starts, after the first of them; in the order of the roots. */
  readonly rootDelays_ms: readonly number[];
}

const { alongFiber_mmPerMs: ALONG } = CONDUCTION_PARAMETERS;

export const CALIBRATION_PARAMETERS = {
  velocityScale: {
    value: 1,
    unit: "1",
    range: [ALONG.range[0] / ALONG.value, ALONG.range[1] / ALONG.value],
    source: ALONG.source,
    confirmed: false,
  },
  fastLayerRatio: {
    value: 2.5,
    unit: "1",
    range: [2, 10 / 3],
    source: "2-3 times the velocity along the fiber, 1.2-2.0 mm/ms (from memory)",
    confirmed: false,
  },
  anisotropyRatio: {
    value: 2,
    unit: "1",
    range: [1.5, 2.5],
    source: "published ratios (from memory)",
    confirmed: false,
  },
  septumRatio: {
    value: 0.8,
    unit: "1",
    range: [0.4, 1],
    source: "slow septum tested by Lee 2019, Med Image Anal 57:197; range from memory",
    confirmed: false,
  },
  /** Of each root's start. */
  rootDelaySpread_ms: {
    value: 5,
    unit: "ms",
    range: [0, 10],
    source: "assumed; RV 5-10 ms after LV: Durrer 1970",
    confirmed: false,
  },
} as const satisfies Record<string, Parameter>;

export const DEFAULT_SHAPE: ConductionShape = {
  fastLayerRatio: CALIBRATION_PARAMETERS.fastLayerRatio.value,
  anisotropyRatio: CALIBRATION_PARAMETERS.anisotropyRatio.value,
  septumRatio: CALIBRATION_PARAMETERS.septumRatio.value,
};

/** The conduction of a case with other ratios, at its own speed along the fiber. */
export function applyShape(conduction: ConductionSpecification, shape: ConductionShape): ConductionSpecification {
  const { velocities } = conduction;
  return {
    ...conduction,
    slowSeptum: true,
    velocities: {
      ...velocities,
      acrossFiber_mmPerMs: velocities.alongFiber_mmPerMs / shape.anisotropyRatio,
      fastLayer_mmPerMs: velocities.alongFiber_mmPerMs * shape.fastLayerRatio,
      slowSeptumVelocityRatio: shape.septumRatio,
    },
  };
}

import {
  type AtrioventricularConduction,
  type BlockLine,
  type ConductionPattern,
  type ConductionVelocities,
  DEFAULT_VELOCITIES,
} from "@tributary/model";

/** How the heart conducts: what an ECG and a report say, and the velocities the model uses for it. */
export interface ConductionSpecification {
  readonly pattern: ConductionPattern;
  readonly atrioventricular: AtrioventricularConduction;
  readonly velocities: ConductionVelocities;
  /** Whether the septum conducts slower than the other walls. */
  readonly slowSeptum: boolean;
  readonly blockLines: readonly BlockLine[];
}

/** Left bundle branch block with nothing measured: PR missing, velocities as assumed. */
export const DEFAULT_CONDUCTION: ConductionSpecification = {
  pattern: "lbbb",
  atrioventricular: { kind: "conducted", prInterval_ms: undefined },
  velocities: DEFAULT_VELOCITIES,
  slowSeptum: false,
  blockLines: [],
};

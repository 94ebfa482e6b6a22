// The public API of @tributary/plan: what a plan says, what it is made from, and how it is run.
export { CALIBRATION_PARAMETERS } from "./fields/conduction-set.ts";
export { createInlinePlanHost } from "./inline-plan-host.ts";
export {
  type CalibratedParameter,
  type Estimate,
  MEASURES,
  type Measure,
  type MeasureValue,
  type MultipointOption,
  PLAN_SCHEMA_VERSION,
  type Plan,
  type PlanAssumption,
  type PlanCalibration,
  type PlanExclusion,
  type PlanSettings,
  type PlanSite,
  type PlanState,
  type PlanUncertainty,
  type ResponseSurface,
  RV_SITES,
  type RvSite,
  type ScoreWeights,
} from "./plan.ts";
export { planCase } from "./plan-case.ts";
export type { PlanHost, PlanRun } from "./plan-host.ts";
export type { MeasuredFindings, PlanInput } from "./plan-input.ts";
export { PLAN_PARAMETERS } from "./plan-parameters.ts";
export type { ActivatedState, PlanResult, PlanScene } from "./plan-result.ts";
export { UTILITY_SCALES } from "./score/utilities.ts";
export { checkWeights, DEFAULT_WEIGHTS, WEIGHT_SOURCES, weighOnly } from "./weights.ts";

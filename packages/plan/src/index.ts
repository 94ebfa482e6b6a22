// The public API of @tributary/plan: what a plan says, what it is made from, and how it is run.
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
export type { PlanHost, PlanRun } from "./plan-host.ts";
export type { MeasuredFindings, PlanInput } from "./plan-input.ts";
export type { ActivatedState, PlanResult, PlanScene } from "./plan-result.ts";

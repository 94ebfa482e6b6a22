// The public API of @tributary/plan: what a plan says, what it is made from, and how it is run.

// The stages of a plan by themselves, for studies of how good they are.
export { type AlternativeBeat, listAlternativeBeats } from "./alternatives/alternative-beats.ts";
export { combineAlternative } from "./assemble/describe-states.ts";
export { type Calibration, type CalibrationProblem, calibrate, type FittedSet } from "./calibration/calibrate.ts";
export { sampleRootDelays, sampleShape, sampleVelocityScale } from "./calibration/sample-sets.ts";
export { type ShapedHeart, shapeHeart } from "./calibration/shape-heart.ts";
export type { ContactModel } from "./contact/contact-model.ts";
export { createContactModel } from "./contact/create-contact-model.ts";
export { type CasePairsInput, LEAD_PARAMETERS, testedSystemOf } from "./device/case-pairs.ts";
export { type CaseRhythm, type CaseRhythmInput, describeCaseRhythm, type RhythmOrigin } from "./device/case-rhythm.ts";
export type { ExpectedVector } from "./device/choose-vector.ts";
export { type BenchSetup, createDeviceBench, type DeviceBench } from "./device/device-bench.ts";
export { type InterrogatedHeart, interrogateHeart } from "./device/interrogate-heart.ts";
export {
  applySystemFault,
  compareSystems,
  FAULTY_LEADS,
  type FaultFindings,
  type FaultyLead,
  LEAD_FAULTS,
  listLeads,
  type SystemFault,
} from "./device/lead-fault-on-system.ts";
export { poseScenario, type ScenarioRequest } from "./device/pose-scenario.ts";
export { type CaseProgram, type CaseProgramInput, programCase } from "./device/program-case.ts";
export { type DeviceRun, runDevice } from "./device/run-device.ts";
export { createStripSampler, type StripSampler, type StripSamples } from "./device/sample-strip.ts";
export { scopeOf } from "./device/scope-of.ts";
export type { StripEcg, StripEcgInput } from "./device/strip-ecg.ts";
export type { OutputTest } from "./device/threshold-test.ts";
export type {
  ExplorablePlan,
  ExploredBeat,
  ExplorerOptions,
  PlanExplorer,
  UnpacedSetting,
} from "./explore/explored-beat.ts";
export type { ExploredSetting, LeadPlace } from "./explore/explored-setting.ts";
export type { PlannedHeart } from "./explore/planned-heart.ts";
export { type TracedPump, tracePump } from "./explore/trace-pump.ts";
export { applyShape, CALIBRATION_PARAMETERS, type ConductionSet, DEFAULT_SHAPE } from "./fields/conduction-set.ts";
export { solveFieldFamily } from "./fields/field-family.ts";
export { blendFields, KNOT_STEP_mm, type Knot, layKnots } from "./fields/knots.ts";
export {
  createBasicSources,
  createSourcePlacer,
  locateAction,
  type PacedSource,
  paceAt,
} from "./fields/plan-sources.ts";
export { solvePlanFields } from "./fields/solve-fields.ts";
export { createBeatMeter } from "./heart/beat-meter.ts";
export { buildHeartModel, type HeartModel } from "./heart/heart-model.ts";
export { listRvSites } from "./heart/rv-sites.ts";
export { createInlinePlanHost } from "./inline-plan-host.ts";
export { collectMeasures } from "./mechanics/fit-circulation.ts";
export { divideMuscle, type MusclePatches } from "./mechanics/muscle-patches.ts";
export {
  type PumpBeat,
  type PumpProblem,
  type PumpSetting,
  runPumpBeat,
  summarizePump,
} from "./mechanics/pump-beat.ts";
export { describeTiming } from "./mechanics/pump-features.ts";
export { comparePump, type PumpMeasures } from "./mechanics/pump-measures.ts";
export { tellQuantity } from "./mechanics/quantity-words.ts";
export { type CirculationStudy, type PacedResponse, studyCirculation } from "./mechanics/study-circulation.ts";
export { timeEntries } from "./mechanics/time-entries.ts";
export { listCandidateCathodes } from "./placements/candidate-cathodes.ts";
export { defineSites } from "./placements/define-sites.ts";
export type { Placement } from "./placements/list-placements.ts";
export { listSearchedVectors } from "./placements/searched-vectors.ts";
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
  type PlanMechanics,
  type PlanPump,
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
export {
  type CirculationFindings,
  type MeasuredFindings,
  NO_CIRCULATION_FINDINGS,
  type PlanInput,
} from "./plan-input.ts";
export { PLAN_PARAMETERS } from "./plan-parameters.ts";
export type { ActivatedState, PlanResult, PlanScene, PumpScene } from "./plan-result.ts";
export { type MeasureValues, scoreValues } from "./score/score.ts";
export { rateStability } from "./score/stability.ts";
export { UTILITY_SCALES } from "./score/utilities.ts";
export { chooseForSite } from "./search/choose-configurations.ts";
export { type RankedSite, rankSites } from "./search/rank-sites.ts";
export { type Candidates, type HeartSearch, listCandidates, searchHeart } from "./search/search-heart.ts";
export { correlateRanks, quantile } from "./statistics/statistics.ts";
export { createThreadedPlanHost } from "./threads/create-threaded-plan-host.ts";
export { type CirculationWork, type PlanTask, type PlanTaskResult, runPlanTask } from "./threads/plan-task.ts";
export { type Draw, type DrawProblem, type DrawResult, evaluateDraw } from "./uncertainty/draw.ts";
export { listDraws } from "./uncertainty/list-draws.ts";
export { placePoints, poseDraws, type SearchedHeart } from "./uncertainty/pose-draws.ts";
export { studyDraws } from "./uncertainty/study-draws.ts";
export { carrySpread } from "./uncertainty/summarize-draws.ts";
export { checkWeights, DEFAULT_WEIGHTS, WEIGHT_SOURCES, weighElectrically, weighOnly } from "./weights.ts";

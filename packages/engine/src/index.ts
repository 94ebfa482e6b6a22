// The public API of @tributary/engine: how a model runs.

export {
  type ActivationMap,
  buildActivationMap,
  buildMeasuredMap,
  type JointCorrection,
  type JointRun,
  needsJointSolve,
  solveMapJointly,
} from "./activation-map.ts";
export { type CaseSources, createCaseSources, INTRINSIC_SOURCE, RV_SOURCE } from "./activation-sources.ts";
export { type ActivationStudy, type StudyRun, studyActivation } from "./activation-study.ts";
export { type ConductionSpecification, DEFAULT_CONDUCTION } from "./conduction-specification.ts";
export { type Configuration, type DelayedSource, listFirstConfigurations } from "./configurations.ts";
export { createEcgModel, type EcgModel } from "./ecg-model.ts";
export { buildElectricalHeart, type ElectricalHeart } from "./electrical-heart.ts";
export type { ActivationField, FieldDomain, FieldSolver, FieldSource, RunOptions } from "./field-solver.ts";
export type { HeartOrigin, HeartSpecification } from "./heart-specification.ts";
export { createInlineFieldSolver } from "./inline-field-solver.ts";
export { type CaseLead, collectMuscleNodes, type PlacementSpecification, placeCaseLead } from "./place-case-lead.ts";
export { type PlainMeshStudy, type PlainMuscle, studyPlainMesh } from "./plain-mesh-study.ts";
export { PREPARATION_STAGES, type PreparationStage, type PreparedHeart, prepareHeart } from "./prepare-heart.ts";
export { type PreparedVeins, prepareVeins, type VeinSpecification } from "./prepare-veins.ts";
export { type FieldTask, runFieldTask } from "./threads/field-task.ts";
export { shareArray } from "./threads/share-array.ts";
export type { ThreadPool } from "./threads/thread-pool.ts";
export { createThreadedFieldSolver } from "./threads/threaded-field-solver.ts";

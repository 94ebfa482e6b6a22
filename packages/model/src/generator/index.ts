// The public API of @tributary/model/generator, by name, folder by folder.

export { DISTURBANCES, type Disturbance, NO_CAPTURE_V, scriptLeadNoise } from "./closed-loop/disturbances.ts";
export { createLoopState, type LoopState } from "./closed-loop/loop-state.ts";
export { NAMED_SCENARIOS, type NamedScenario } from "./closed-loop/named-scenarios.ts";
export { runSkipping } from "./closed-loop/run-skipping.ts";
export { runStepped } from "./closed-loop/run-stepped.ts";
export { type GeneratorAction, rhythmAtEnd, type Scenario, type ScriptedAction } from "./closed-loop/scenario.ts";
export { nextEvent_us, stepLoop } from "./closed-loop/step-loop.ts";
export { checkRhythm } from "./heart/check-rhythm.ts";
export type { HeartAction } from "./heart/heart-script.ts";
export { programmedOutput_V } from "./heart/heart-timing.ts";
export { DEFAULT_RHYTHM, RHYTHM_PARAMETERS, type RhythmSettings } from "./heart/rhythm-parameters.ts";
export {
  ACCEPTANCE_CRITERIA,
  type AcceptanceCriteria,
  DEFAULT_CRITERIA,
} from "./implant-tests/acceptance-criteria.ts";
export { type ClosureDecision, decideClosure, type TestOverride } from "./implant-tests/decide-closure.ts";
export { deliverOutput, type OutputDelivery } from "./implant-tests/deliver-output.ts";
export { type ElectrodePair, trueThreshold_V } from "./implant-tests/electrode-pair.ts";
export {
  type ChamberMeasurements,
  type ImplantMeasurements,
  type ImplantScope,
  judgeImplant,
  listUsableVectors,
  type TestVerdict,
} from "./implant-tests/judge-implant.ts";
export {
  applyLeadFault,
  FAULT_SIGNATURES,
  type LeadFault,
  type PairFindings,
  recognizeLeadFault,
} from "./implant-tests/lead-fault.ts";
export { type ChamberImpedances, impedancesOfPairs, measureChambers } from "./implant-tests/measure-chambers.ts";
export {
  measureStrengthDuration,
  PHRENIC_TEST,
  type PhrenicResult,
  type StepDownOptions,
  type StepDownResult,
  stepDownThreshold,
  sweepVectors,
  testPhrenicNerve,
  type VectorResult,
} from "./implant-tests/measure-threshold.ts";
export { type RepositioningStep, repositionElectrically } from "./implant-tests/reposition-electrically.ts";
export {
  type ChamberTest,
  IMPLANT_TEST_PARTS,
  type ImplantTestPart,
  type ImplantTestRound,
  runImplantTests,
  type TestedSystem,
} from "./implant-tests/run-implant-tests.ts";
export { describeEvent, type EventWords, MARKER_MEANING } from "./log/describe-event.ts";
export { countByKind, countEvents, expandLog, type FlatLog, type LogBlock } from "./log/event-log.ts";
export { isHeartMarker, MARKER, type Marker, markerName, ORIGIN, PACE_DETAIL } from "./log/marker.ts";
export { sliceLog } from "./log/slice-log.ts";
export { createGeneratorState, type GeneratorState } from "./machine/generator-state.ts";
export { type Behavior, compileTiming, type GeneratorTiming, type PulsePlan } from "./machine/generator-timing.ts";
export { type GeneratorEvent, type GeneratorStep, stepGenerator } from "./machine/step-generator.ts";
export { type LogJudgment, monitorLog, type PropertyTally } from "./monitor/monitor-log.ts";
export type { Violation } from "./monitor/monitored-event.ts";
export { type HeartTally, tallyHeart } from "./monitor/tally-heart.ts";
export { type BrokenScenario, type Verification, verifyScenarios } from "./monitor/verify-scenarios.ts";
export { checkSettings } from "./parameters/check-settings.ts";
export { type Conflict, findForbidden } from "./parameters/find-conflicts.ts";
export { findWarnings } from "./parameters/find-warnings.ts";
export {
  GENERATOR_SETTINGS,
  type GeneratorSettings,
  NOMINAL_CRT_SETTINGS,
  NOMINAL_SETTINGS,
  POWER_ON_RESET_SETTINGS,
  type SettingName,
} from "./parameters/generator-settings.ts";
export { PACEMAKER_SETTINGS } from "./parameters/pacemaker-2007.ts";
export { type PacingMode, PERMANENT_MODES, parsePacingMode, TEMPORARY_MODES } from "./parameters/pacing-mode.ts";
export { type ProgramResult, programGenerator } from "./parameters/program-generator.ts";
export {
  type LinkMessage,
  type ProgrammingLink,
  receiveLinkMessage,
  writeLinkMessages,
} from "./parameters/programming-link.ts";
export { readAssignments } from "./parameters/read-assignments.ts";
export {
  type ChoiceRule,
  describeRule,
  listNumbers,
  type NumberRule,
  type SettingRule,
} from "./parameters/setting-rule.ts";
export {
  atrialPacedFraction,
  countPacing,
  type PacingCounters,
  RATE_CLASSES_bpm,
  resynchronizedFractions,
  ventricularPacedFraction,
} from "./programmer/count-pacing.ts";
export { type InterrogatedParts, interrogate } from "./programmer/interrogate.ts";
export type {
  BatteryReadout,
  ChamberReadout,
  ChamberReadouts,
  EpisodeReadout,
  GeneratorReadout,
  InterrogationSession,
  InterrogationSnapshot,
  LeadReadout,
  PacedChamber,
  PacingReadout,
} from "./programmer/interrogation-snapshot.ts";
export { type Episode, listEpisodes } from "./programmer/list-episodes.ts";
export { type IntervalSummary, type LogIntervals, measureIntervals } from "./programmer/measure-intervals.ts";
export { normalizeTime, shiftTime } from "./programmer/session-time.ts";
export {
  type Exploration,
  type ExplorationOptions,
  type ExploredStep,
  exploreStates,
} from "./search/explore-states.ts";
export { type BrokenStep, createStepJudge } from "./search/judge-step.ts";
export { annotateMarkers, type StripAnnotation, type StripMark, type StripNote } from "./strip/annotate-markers.ts";
export { listBeats, type StripBeat } from "./strip/list-beats.ts";
export { type StripElectrograms, type StripWindow, sampleElectrograms } from "./strip/sample-electrograms.ts";
export {
  type Connector,
  checkImplantedSystem,
  connectAll,
  GENERATOR_DEVICES,
  type GeneratorDevice,
  type ImplantedLead,
  type ImplantedSystem,
  type ImplantIdentity,
  type LeadPlace,
  listSystemVectors,
  type PortContent,
} from "./system/implanted-system.ts";
export { contentsAfterUpgrade, type PortNeed, planUpgrade, type UpgradePlan } from "./system/plan-upgrade.ts";
export {
  type DetectionCounter,
  type Discriminators,
  NOMINAL_TACHYCARDIA,
  type TachycardiaSettings,
  type TachycardiaZone,
  type Therapy,
} from "./tachycardia/tachycardia-settings.ts";

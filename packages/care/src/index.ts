// The public API of @tributary/care, by station of the journey.

// Preparation and the calendar.
export {
  type CalendarExport,
  type CalendarOptions,
  type ExportedEvent,
  exportCalendar,
} from "./calendar/export-calendar.ts";
export { ANCHORS, type AnchorId, localDate, readInstant, readSchedule, type Schedule } from "./calendar/schedule.ts";
export { type ScheduledTasks, showTime } from "./calendar/schedule-tasks.ts";
export type { Completion, Task, TaskConflict, TaskRule, TaskStatus, TaskTime } from "./calendar/task.ts";
// Coding.
export { type Claim, type ClaimIssue, type ClaimLine, checkClaim } from "./coding/check-claim.ts";
export { type CodedImplant, codeImplant } from "./coding/code-implant.ts";
export { TERMINOLOGY_CODES, type TerminologyCode } from "./coding/diagnosis-codes.ts";
export { CODE_RANGES, findProcedureCode, PROCEDURE_CODES, type ProcedureCode } from "./coding/procedure-codes.ts";
export { type DoneProcedure, type ProposedCode, proposeCodes } from "./coding/propose-codes.ts";
// Facts, figures, rules.
export type { ReadSnapshot } from "./device-messages/assemble-snapshot.ts";
export type { DeviceCode } from "./device-messages/codes/device-code.ts";
export { EXCHANGE_CODES } from "./device-messages/codes/sections.ts";
export type { UnreadItem } from "./device-messages/device-item.ts";
export { readDeviceBundle } from "./device-messages/fhir/read-device-bundle.ts";
export { writeDeviceBundle } from "./device-messages/fhir/write-device-bundle.ts";
export { decodeHl7 } from "./device-messages/hl7/decode-hl7.ts";
export { readOru } from "./device-messages/hl7/read-oru.ts";
export { writeOru } from "./device-messages/hl7/write-oru.ts";
export { DRUGS, type DrugClass } from "./drugs/drug-catalog.ts";
export { findDrug, type ListedDrug } from "./drugs/find-drug.ts";
// Risks, benefits, alternatives.
export {
  type AlternativeCell,
  type AlternativeOption,
  OPTIONS,
  OUTCOMES,
  type OutcomeId,
} from "./evidence/alternatives.ts";
export {
  assessRisks,
  fillIconArray,
  type PatientRisk,
  type RiskSubject,
  type RiskTable,
} from "./evidence/assess-risks.ts";
export { BENEFIT_COURSE, TRIAL_EFFECTS, type TrialEffect } from "./evidence/benefit-catalog.ts";
export { type AlternativeMatrix, compareAlternatives, type MatrixRow } from "./evidence/compare-alternatives.ts";
export {
  type DescribedEffect,
  describeEffect,
  type EffectVerdict,
  isShownToPatient,
  numberNeededToTreat,
} from "./evidence/describe-effect.ts";
export { ENVELOPE_RATIOS, estimateInfection_pct } from "./evidence/infection.ts";
export { RISKS, type Risk, type RiskModifier } from "./evidence/risk-catalog.ts";
export { deriveFacts } from "./facts/derive-facts.ts";
export { FACTS, type FactId, type FactValue, factLabel, factUnit } from "./facts/fact-catalog.ts";
export { type FactOrigin, type FactRecord, recordFact, stateFacts } from "./facts/fact-record.ts";
export { factsFromCase } from "./facts/facts-from-case.ts";
export { knownValue, listOldFindings, type ResolvedFact, resolveFact } from "./facts/resolve-fact.ts";
// Records of other systems.
export type { FhirReference } from "./fhir/check-references.ts";
export { type FilledSection, fillClinicalSection } from "./fhir/clinical-section.ts";
export type { FhirResource } from "./fhir/fhir-resource.ts";
export { type ImportedRecord, importRecord } from "./fhir/import-record.ts";
export type { ReadDrug } from "./fhir/read-medication.ts";
export type { ImportRemark } from "./fhir/resource-reading.ts";
export {
  type Audience,
  describeHorizon,
  type Figure,
  formatNumber,
  type Horizon,
  printFigure,
} from "./figures/figure.ts";
export { chooseDenominator, countPeople, type Denominator, type PeopleCount } from "./figures/natural-frequency.ts";
export { SOURCES, type Source, type SourceId } from "./figures/source-catalog.ts";
// Recovery and follow-up.
export {
  ALERT_NOTICE,
  type AlertCare,
  type AlertState,
  type DeviceAlerts,
  type DeviceReadout,
  judgeAlert,
  listDeviceAlerts,
} from "./followup/device-alerts.ts";
export { DEVICE_CHECK_ITEMS, type DeviceCheckItem } from "./followup/device-check.ts";
export {
  DRIVING_RULES,
  type DrivingEvent,
  type DrivingJurisdiction,
  type DrivingRule,
  findDrivingRule,
} from "./followup/driving.ts";
export {
  type ClinicalComposite,
  type ClinicalCourse,
  judgeComposite,
  judgeLvef,
  judgeVolume,
  type VolumeResponse,
  WALK_MEANINGFUL_CHANGE,
} from "./followup/judge-response.ts";
export {
  NON_RESPONDER_STEPS,
  type NonResponderStep,
  planWorkup,
  type StepFinding,
} from "./followup/non-responder-steps.ts";
export {
  DISCHARGE_CONDITIONS,
  type DischargeCondition,
  HEMATOMA_RULE,
  listOpenDischargeConditions,
  planRecovery,
  type Recovery,
  type RecoveryInput,
} from "./followup/recovery-rules.ts";
export {
  ACKNOWLEDGE_WITHIN_h,
  listUrgentEvents,
  URGENCY_TIERS,
  type UrgencyTier,
  type UrgentEvent,
} from "./followup/urgency.ts";
export { type LifeStation, listLifeStations } from "./followup/whole-life.ts";
// The whole journey, to and from other systems.
export { type ImplantHistory, NO_HISTORY, readHistory } from "./history/implant-history.ts";
// Indication.
export {
  assessIndication,
  type GuidelineDisagreement,
  INDICATION_TABLES,
  type IndicationAssessment,
  type Judged,
} from "./indication/assess-indication.ts";
export type { Contraindication } from "./indication/contraindications.ts";
export type { CoverageRow } from "./indication/coverage.ts";
export { DEVICE_EVIDENCE, type DeviceFactor } from "./indication/device-choice.ts";
export { GUIDELINE_SOURCES, GUIDELINES, type GuidelineId, type IndicationRow } from "./indication/indication-row.ts";
export type { GuidelineJudgment, IndicationStatus, JudgedRow } from "./indication/judge-guideline.ts";
// The journey as a whole.
export type { CareCourse } from "./journey/care-course.ts";
export {
  CASE_STATES,
  CASE_TRANSITIONS,
  type CaseState,
  type CaseTransition,
  moveCase,
  type OpenItems,
  type TransitionResult,
} from "./journey/case-states.ts";
export { type CaseRecovery, planCasePreparation, planCaseRecovery } from "./journey/case-tasks.ts";
export {
  type ClinicalCase,
  readClinicalCase,
  readVariant,
  requireSchedule,
  requireVariant,
} from "./journey/clinical-case.ts";
export { CORRECTIONS, type Correction, type Station } from "./journey/corrections.ts";
export { judgeCaseFollowUp } from "./journey/judge-case-follow-up.ts";
export { judgeCaseTeam } from "./journey/judge-case-team.ts";
export { listOpenBeforeStart, type ReadyInput, type TestWaiver } from "./journey/judge-ready.ts";
export { buildCaseLeaflet, type CaseLeafletOptions } from "./journey/leaflet-of-case.ts";
export { DISCHARGE_TASK_IDS, listOpenDischarge, listOpenItems, type OpenItemsContext } from "./journey/open-items.ts";
export { readFact, type WrittenFact } from "./journey/read-fact.ts";
export { beginRehearsal, type CaseRehearsal, rehearseCase } from "./journey/rehearse-case.ts";
export { type SummaryInput, type SummarySentence, summarizeCase } from "./journey/summarize-case.ts";
export { deidentifyJourney } from "./journey-bundle/deidentify-journey.ts";
export { exportJourney } from "./journey-bundle/export-journey.ts";
export type { Journey, JourneyDocument, JourneyOptions } from "./journey-bundle/journey.ts";
export { type ReadJourney, readJourney } from "./journey-bundle/read-journey.ts";
// The patient's version.
export {
  buildLeaflet,
  type Leaflet,
  type LeafletInput,
  type LeafletSection,
  type LeafletSentence,
  MESSAGE_FILES,
} from "./leaflet/build-leaflet.ts";
export { type Grade, judgeReadability, type Readability } from "./leaflet/judge-readability.ts";
export { type LeafletPart, readParts } from "./leaflet/leaflet-part.ts";
export { LEAFLET_SECTIONS, type LeafletSectionId, type MessageFile } from "./leaflet/message-file.ts";
export type { Language } from "./leaflet/readability.ts";
export { buildLeafletPage, groupSentences } from "./pages/build-leaflet-page.ts";
export { buildClinicianPage } from "./pages/clinician/build-clinician-page.ts";
export { drawIconArray } from "./pages/clinician/icon-array.ts";
export type { ClinicianReportOptions } from "./pages/clinician/report-options.ts";
export type { AntibioticPlan } from "./preparation/antibiotics.ts";
export { CLINICAL_EVENT_KINDS, type ClinicalEvent, type ClinicalEventKind } from "./preparation/clinical-event.ts";
export { type ConsentPoint, listConsentPoints } from "./preparation/consent.ts";
export { CONTRAST_ALLERGY_REMARKS, type ContrastPlan } from "./preparation/contrast.ts";
export type { AntiplateletHold, DrugAdvice, DrugDecision } from "./preparation/drug-decision.ts";
export { excludeImplausibleGfr } from "./preparation/exclude-implausible.ts";
export type { JudgedTest, TestState } from "./preparation/judge-tests.ts";
export { judgeMri, type MriJudgment, type MriState, type MriSystem } from "./preparation/mri-state.ts";
export { type PaditInput, type PaditScore, scorePadit } from "./preparation/padit-score.ts";
export {
  type Preparation,
  type PreparationInput,
  type PreparationTasks,
  type PrescriberConfirmation,
  planPreparation,
} from "./preparation/plan-preparation.ts";
export {
  type CreatinineClearance,
  creatinineFromMicromoles,
  type EstimatedGfr,
  estimateCreatinineClearance,
  estimateGfr,
  isWeightUnusual,
} from "./preparation/renal-function.ts";
export { DEFAULT_SITE_POLICY, type PlannedProcedure, type SitePolicy } from "./preparation/site-policy.ts";
export type { CarePart, CareTable, TracedRow } from "./presentation/care-part.ts";
export { describeAlternatives } from "./presentation/describe-alternatives.ts";
export { describeCodes } from "./presentation/describe-codes.ts";
export { describeFollowUp } from "./presentation/describe-follow-up.ts";
export { describeImport } from "./presentation/describe-import.ts";
export { describeIndication } from "./presentation/describe-indication.ts";
export { describePreparation } from "./presentation/describe-preparation.ts";
export { describeProcedure } from "./presentation/describe-procedure.ts";
export { describeRecovery } from "./presentation/describe-recovery.ts";
export { describeRisks } from "./presentation/describe-risks.ts";
export { describeTeam } from "./presentation/describe-team.ts";
// Procedure and rehearsal.
export { BAIL_OUTS, type BailOut } from "./procedure/bail-outs.ts";
export { readProcedureLog, writeProcedureLog } from "./procedure/log-file.ts";
export { listMandatoryTests, type ProcedureContext } from "./procedure/procedure-context.ts";
export {
  applyMove,
  listStandingMoves,
  type MoveResult,
  type ProcedureEntry,
  type ProcedureLog,
  type ProcedureStart,
  type ProcedureState,
  RECORDING_NOTICE,
  type RecordingPurpose,
  type Refusal,
  replayProcedure,
  startProcedure,
  undoMove,
} from "./procedure/procedure-log.ts";
export { buildProcedureMachine, type ProcedurePlace } from "./procedure/procedure-machine.ts";
export { PLAN_B_OPTIONS, type PlanBOption, type ProcedureAct, type ProcedureMove } from "./procedure/procedure-move.ts";
export { listSteps, PROCEDURE_STEPS } from "./procedure/procedure-steps.ts";
export { listTimers, type ProcedureTimer } from "./procedure/procedure-timers.ts";
export {
  fluoroscopyFromSeconds,
  kermaAreaFromCentigray,
  listRadiationRemarks,
  NOTIFY_mGy,
  type RadiationRecord,
} from "./procedure/radiation-record.ts";
export { SAFETY_RULES, type SafetyRule } from "./procedure/safety-rules.ts";
export { type ProcedureScore, SCORE_NOTICE, scoreProcedure } from "./procedure/score-log.ts";
export type { ProcedureStep, RecordId, StepExit, StepId } from "./procedure/step.ts";
export { judgeMeasurement, phrenicRatio, TEST_CRITERIA, type TestCriterion } from "./procedure/test-criteria.ts";
export { findVariant, PROCEDURE_VARIANTS, type ProcedureVariant } from "./procedure/variants.ts";
export { CASE_FILE_NAME, fileCase, readFiledCase } from "./record/case-content.ts";
export { commitChecked } from "./record/check-commit.ts";
export {
  type DeidentifiedFact,
  type DeidentifiedRecord,
  type DeidentifiedTime,
  deidentifyFacts,
} from "./record/deidentify-facts.ts";
export { type DeidentifiedCase, deidentifyRecord } from "./record/deidentify-record.ts";
export type { HashText, LogHead } from "./record/hash-chain.ts";
export {
  type CaseContent,
  eraseRecord,
  openRecord,
  type RecordKeeper,
  readInEmergency,
  recordChanges,
  requireCase,
  requireOwnCase,
  requireSettledCase,
  type Told,
} from "./record/keep-record.ts";
export { createMemoryRecordStore } from "./record/memory-record-store.ts";
export { exportRecord, importBundle, type RecordExport } from "./record/record-bundle.ts";
export { errorRecordBroken, errorRecordRefused } from "./record/record-error.ts";
export type {
  AnyRecordEvent,
  EmergencyRead,
  FiledContent,
  RecordChange,
  RecordDraft,
  RecordEvent,
} from "./record/record-event.ts";
export { readEventLines, readRecordCommit, writeEventLines } from "./record/record-schema.ts";
export {
  type CommitResult,
  ERASURE_REASONS,
  type ErasureReason,
  type LogAppend,
  type LogName,
  type RecordCommit,
  type RecordStore,
  type StoredCase,
  type StoredLog,
  type StoredState,
  type Tombstone,
} from "./record/record-store.ts";
export { type AskStore, openRemoteRecordStore } from "./record/remote-record-store.ts";
export { type RecordState, replayLog } from "./record/replay-log.ts";
export { allReads, openConflicts, ownLog } from "./record/stored-logs.ts";
export { type MovedRecord, moveOut, type TakenIn, takeInRecord } from "./record/take-in-record.ts";
export { type RecordFault, verifyFiles, verifyStoredCase } from "./record/verify-record.ts";
export { withRecord } from "./record/with-record.ts";
export { actInRehearsal, startRehearsal } from "./rehearsal/act-in-rehearsal.ts";
export { type Debriefing, debriefRehearsal } from "./rehearsal/debrief-rehearsal.ts";
export { DURATION_PARAMETERS, FAILURE_RATES_pct, TRIAL_CAUSE_FRACTIONS } from "./rehearsal/duration-parameters.ts";
export { EVENT_RATES, type EventRate } from "./rehearsal/event-rates.ts";
export { EXPOSURE_LEVELS, EXPOSURE_PARAMETERS, FLUOROSCOPY_SHARES } from "./rehearsal/exposure-parameters.ts";
export {
  BALLOON_DEPTHS,
  BALLOON_PLACES,
  type BalloonPlace,
  type GuidedRehearsal,
  type RehearsalAct,
  RUN_VIEWS,
  RUN_VOLUMES_mL,
  type RunView,
  type Slip,
} from "./rehearsal/guided-rehearsal.ts";
export {
  type DurationInput,
  type ModeledDuration,
  modelDuration,
  PUBLISHED_DURATIONS,
} from "./rehearsal/model-duration.ts";
export { listStepActs, offerFirstActions } from "./rehearsal/offer-acts.ts";
export { readRehearsal, writeRehearsal } from "./rehearsal/rehearsal-file.ts";
export { findObstacle } from "./rehearsal/rehearsal-obstacle.ts";
export type { RehearsalTarget } from "./rehearsal/rehearsal-targets.ts";
export { drawRehearsal, playRehearsal, type RehearsalInput, type RehearsalScript } from "./rehearsal/rehearse.ts";
export { type SampledImplant, sampleImplant } from "./rehearsal/sample-implant.ts";
export { suggestRecord } from "./rehearsal/suggest-record.ts";
export { type ExposureRemark, type ExposureSum, sumExposure } from "./rehearsal/sum-exposure.ts";
export { PROCEDURE_WORDS } from "./rehearsal/words/procedure-languages.ts";
export type { ProcedureWords } from "./rehearsal/words/procedure-words.ts";
export type { RuleOrigin } from "./rules/clinical-rule.ts";
export type { CriterionTrace, Truth } from "./rules/evaluate-criterion.ts";
export { predictWalk_m, scoreEaarn, scoreL2ands2 } from "./scores/patient-scores.ts";
export {
  judgeScoreChange,
  type Kccq12Answers,
  type Kccq12Score,
  type MlhfqScore,
  scoreKccq12,
  scoreMlhfq,
} from "./scores/questionnaires.ts";
// Team and room.
export {
  CHECKLIST_ITEMS,
  type ChecklistAnswer,
  type ChecklistItem,
  type ChecklistStop,
  judgeChecklist,
} from "./setting/checklists.ts";
export { type EquipmentInput, type EquipmentItem, listEquipment } from "./setting/equipment.ts";
export {
  judgeReadiness,
  type Readiness,
  type ReadinessGap,
  type ReadinessInput,
  type ReadinessOverride,
  type StaffMember,
} from "./setting/judge-readiness.ts";
export { ROLES, type Role, type RoleId } from "./setting/roles.ts";
export {
  judgeSedation,
  listRescueTriggers,
  RAMSAY_LEVELS,
  RAMSAY_TARGET,
  RECORD_EVERY_min,
  RESCUE_TRIGGERS,
  SEDATION_DOSES,
  type VitalSigns,
} from "./setting/sedation.ts";

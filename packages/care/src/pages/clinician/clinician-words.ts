/** The words of the clinician's report; numbers never stand here, they come from figures, facts, dates and rules. */
import type { OutcomeId } from "../../evidence/alternatives.ts";
import type { EffectVerdict } from "../../evidence/describe-effect.ts";
import type { UrgencyTier } from "../../followup/urgency.ts";
import type { IndicationStatus } from "../../indication/judge-guideline.ts";
import type { TestState } from "../../preparation/judge-tests.ts";

export const CLINICIAN_WORDS = {
  title: "Report for the clinician",
  notice:
    "Research, planning and training use; not for diagnosis or live care. No clinician has signed the tables behind this.",
  unconfirmed: "Marked with an asterisk: not confirmed in its source.",
  often: "Often said, and imprecise",
  instead: "here:",
  summary: "Summary",
  indication: "Indication",
  indicationNote: "What each guideline says, side by side; they are never merged into one verdict.",
  trace: "why",
  disagreement: { stance: "one for, one against", class: "both for, in different strength" },
  differ: "They differ",
  missing: "Missing, and it could change the answer",
  against: "Stands against it, or comes first",
  forDefibrillator: "Speaks for a defibrillator, or against one (shown, never decided here)",
  preparation: "Preparation",
  noTime: "No time of the procedure is set: nothing can be dated.",
  restart:
    "No hold and no restart of an anticoagulant is told to the patient before a named prescriber has confirmed it.",
  tests: "Tests",
  drugs: "Drugs",
  first: "Look at first",
  risks: "Risks",
  risksNote: "One denominator for the whole table. Several rows hold others; they are not to be added up.",
  ofPeople: "of",
  fewerThanOne: "fewer than one",
  notReported: "not reported",
  raises: "in this patient",
  benefits: "Benefits",
  benefitsNote: "Both arms of each trial by one denominator; a ratio never stands without them where they are known.",
  withCrt: "with resynchronization",
  without: "without",
  course: "When a benefit shows",
  alternatives: "Alternatives",
  alternativesNote:
    "A cell is a published figure with its own population and horizon; only cells marked alike may be compared.",
  comparable: "comparable in this column",
  model: "this model, not a prediction of outcome",
  noPlan: "No plan was given with this report.",
  activation: "total activation time",
  qrs: "QRS duration",
  plan: "This plan",
  followUp: "Follow-up",
  planned: "No implant is recorded yet: all is counted from the planned incision.",
  urgent: "What may happen, and how soon somebody must act",
  noImplant: "No kind of implant is named in the case: nothing of this can be said.",
  sources: "Sources",
  patientNoticed: "noticed by the patient",
  deviceNoticed: "in the device's data",
} as const;

export const COLUMNS = {
  guideline: "guideline",
  answer: "answer",
  grade: "class and level",
  devices: "device",
  advice: "advice",
  when: "when",
  who: "who",
  what: "what",
  state: "state",
  test: "test",
  risk: "risk",
  people: "people",
  rate: "rate",
  horizon: "horizon",
  source: "source",
  trial: "trial",
  outcome: "outcome",
  ratio: "ratio",
  reading: "reading",
  option: "option",
} as const;

export const STATUS_WORDS: Readonly<Record<IndicationStatus, string>> = {
  for: "for",
  against: "against",
  noRow: "no row applies",
  cannotDecide: "cannot decide",
  unknown: "unknown",
};

export const VERDICT_WORDS: Readonly<Record<EffectVerdict, string>> = {
  fewer: "fewer with resynchronization",
  more: "more with resynchronization",
  noClearDifference: "no clear difference",
  mainOutcomeMissed: "main outcome missed",
  notReported: "no interval",
};

export const OUTCOME_WORDS: Readonly<Record<OutcomeId, string>> = {
  survival: "survival",
  heartFailureAdmission: "admission for heart failure",
  symptoms: "symptoms",
  ventricle: "ventricle",
  procedureRisk: "risk of the procedure",
  reversibility: "can it be undone",
  followUp: "follow-up",
};

export const TIER_WORDS: Readonly<Record<UrgencyTier, string>> = {
  emergency: "emergency: now",
  sameDay: "the same working day",
  soon: "within days",
  routine: "at the next look",
};

export const TEST_WORDS: Readonly<Record<TestState, string>> = {
  go: "go",
  outOfLimits: "out of limits",
  missing: "missing",
  expired: "too old",
  conflict: "values disagree",
  undated: "not dated",
};

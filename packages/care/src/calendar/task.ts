import type { RuleOrigin } from "../rules/clinical-rule.ts";
import type { AnchorId } from "./schedule.ts";

/**
 * A signed ISO 8601 duration. Of hours and minutes ("-PT8H") it is elapsed time on the UTC line and gives an instant; of
 * days, weeks and months ("-P5D") it is counted on the calendar of the site and gives a date.
 */
export type Offset = string;

/** Sentences of the patient's version that tell a task. */
export type PatientTaskMessage =
  | "stopRichFood"
  | "stopLightFood"
  | "stopDrinking"
  | "washSkin"
  | "stopDrugFrom"
  | "lastDose"
  | "restartDrug"
  | "skipMorningDose"
  | "woundVisit"
  | "deviceVisit"
  | "responseVisit"
  | "armRestriction"
  | "keepWoundDry"
  | "driving";

type Actor = "patient" | "nurse" | "clinic" | "electrophysiologist" | "prescriber" | "lab" | "ward" | "team";

/** What has to be done, as a rule on an anchor; nothing in it depends on when the procedure is. */
export interface TaskRule extends RuleOrigin {
  readonly id: string;
  readonly anchor: AnchorId;
  readonly due: Offset;
  /** When it may be done; an end that is left out is open. */
  readonly window?: { readonly from?: Offset; readonly to?: Offset };
  readonly actor: Actor;
  readonly text: string;
  /** The sentence of the patient's version that tells it; without one it concerns the staff only. */
  readonly patientMessage?: PatientTaskMessage;
  /** The drug it is about; its name leaves the program only where that was asked for. */
  readonly drug?: string;
  /** Of a test: how old the finding may be on the day of the incision. */
  readonly validity_d?: number;
  /** Not shown to the patient before the named prescriber has confirmed drug, last dose and restart. */
  readonly needsPrescriber?: boolean;
  /** What must be true besides the time; none of them is assumed. */
  readonly conditions?: readonly TaskCondition[];
}

export interface TaskCondition {
  readonly id: "woundDry" | "noGrowingHematoma" | "prescriberAgrees" | "eatingNormally" | "kidneyStable";
  readonly isMet: boolean;
}

/** A point in time, or a day. */
export type TaskTime =
  | { readonly kind: "instant"; readonly at: string }
  | { readonly kind: "day"; readonly date: string };

/** That a task was done: recorded once, never changed by moving the procedure. */
export interface Completion {
  readonly taskId: string;
  /** Instant in UTC, or the local date where only that is known. */
  readonly at: string;
  readonly by: string;
}

/**
 * open: to be done. waiting: its anchor is not known yet. done: within its window. outsideWindow: done, and the window has
 * moved. expired: a test whose finding is too old now, to be done again. blocked: must not be done now.
 */
export type TaskStatus = "open" | "waiting" | "done" | "outsideWindow" | "expired" | "blocked";

export interface Task {
  readonly rule: TaskRule;
  readonly status: TaskStatus;
  /** Undefined while the anchor is not known. */
  readonly due: TaskTime | undefined;
  readonly from: TaskTime | undefined;
  readonly to: TaskTime | undefined;
  readonly completion: Completion | undefined;
  readonly blockedBecause: string | undefined;
  readonly isShownToPatient: boolean;
  /** What the prescriber confirmed, where that is earlier than due: the time that the patient is told. */
  readonly confirmedTime: TaskTime | undefined;
}

/** A completed task whose window has moved away from under it. */
export interface TaskConflict {
  readonly taskId: string;
  readonly what: string;
}

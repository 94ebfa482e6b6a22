import type { Completion } from "../calendar/task.ts";
import type { ClinicalEvent } from "../preparation/clinical-event.ts";
import type { AntiplateletHold } from "../preparation/drug-decision.ts";
import type { PrescriberConfirmation } from "../preparation/plan-preparation.ts";
import type { ReadinessOverride } from "../setting/judge-readiness.ts";
import type { TestWaiver } from "./judge-ready.ts";

/** What was done, confirmed and seen so far, as the record of a case holds it. */
export interface CareCourse {
  readonly completions: readonly Completion[];
  readonly confirmations: readonly PrescriberConfirmation[];
  readonly events: readonly ClinicalEvent[];
  readonly antiplateletHolds: readonly AntiplateletHold[];
  readonly waivers: readonly TestWaiver[];
  readonly overrides: readonly ReadinessOverride[];
}

/** Of a case that is not on record. */
export const NOTHING_YET: CareCourse = {
  completions: [],
  confirmations: [],
  events: [],
  antiplateletHolds: [],
  waivers: [],
  overrides: [],
};

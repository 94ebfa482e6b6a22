import type { TaskCondition } from "../calendar/task.ts";

/** What was seen after the procedure and decides on restarts. */
export const CLINICAL_EVENT_KINDS = [
  "woundDry",
  "noHematoma",
  "hematomaGrowing",
  "prescriberAgrees",
  "eatingNormally",
  "kidneyStable",
] as const;
export type ClinicalEventKind = (typeof CLINICAL_EVENT_KINDS)[number];

export interface ClinicalEvent {
  readonly kind: ClinicalEventKind;
  /** Instant in UTC. */
  readonly at: string;
  readonly by: string;
  /** The drug that a prescriber agrees to restart. */
  readonly drug?: string;
}

/** Whether the last look at the pocket found a growing hematoma; undefined where nobody looked. */
export function isHematomaGrowing(events: readonly ClinicalEvent[]): boolean | undefined {
  const looks = events.filter(({ kind }) => kind === "noHematoma" || kind === "hematomaGrowing");
  const last = [...looks].sort((a, b) => (a.at < b.at ? -1 : 1)).at(-1);
  return last === undefined ? undefined : last.kind === "hematomaGrowing";
}

/** Conditions of restarting an anticoagulant: never a time alone. */
export function restartConditions(events: readonly ClinicalEvent[], drug: string): TaskCondition[] {
  const has = (kind: ClinicalEventKind) => events.some((event) => event.kind === kind);
  const agrees = events.some((event) => event.kind === "prescriberAgrees" && event.drug === drug && event.by !== "");
  return [
    { id: "woundDry", isMet: has("woundDry") },
    { id: "noGrowingHematoma", isMet: isHematomaGrowing(events) === false },
    { id: "prescriberAgrees", isMet: agrees },
  ];
}

/** After the implant: restrictions, visits and checks, as tasks on their anchors. */
import { readSchedule, type Schedule } from "../calendar/schedule.ts";
import { type ScheduledTasks, scheduleTasks } from "../calendar/schedule-tasks.ts";
import type { Completion, TaskRule } from "../calendar/task.ts";
import type { FactRecord } from "../facts/fact-record.ts";
import { knownValue } from "../facts/resolve-fact.ts";
import { origin, type RuleOrigin, unconfirmed } from "../rules/clinical-rule.ts";
import { type DrivingEvent, type DrivingJurisdiction, findDrivingRule } from "./driving.ts";

const PRACTICE = unconfirmed("practice", "after an implant (from memory)");
const SCHEDULE = unconfirmed("rm23", "visits and remote checks");
const REMOTE = origin("rm23", "remote monitoring", true);

function task(
  ruleOrigin: RuleOrigin,
  id: string,
  due: string,
  actor: TaskRule["actor"],
  text: string,
  rest: Partial<Pick<TaskRule, "window" | "patientMessage">> = {},
): TaskRule {
  return { ...ruleOrigin, id, anchor: "implant", due, actor, text, ...rest };
}

const RECOVERY_RULES: readonly TaskRule[] = [
  task(PRACTICE, "chestFilm", "PT24H", "ward", "chest film, two views", { window: { from: "PT4H", to: "PT24H" } }),
  task(PRACTICE, "pain.1h", "PT1H", "ward", "pain, 0 to 10"),
  task(PRACTICE, "pain.6h", "PT6H", "ward", "pain, 0 to 10"),
  task(PRACTICE, "pain.24h", "PT24H", "ward", "pain, 0 to 10"),
  task(PRACTICE, "pain.day7", "P7D", "nurse", "pain, 0 to 10; rising or still there: look for infection"),
  task(SCHEDULE, "firstCheck", "PT72H", "clinic", "full check and wound, before discharge or within 72 h", {
    window: { to: "PT72H" },
  }),
  task(REMOTE, "remoteEnrolled", "P2W", "clinic", "remote monitoring enrolled", { window: { to: "P2W" } }),
  task(PRACTICE, "woundDry", "P7D", "patient", "wound dry until this day", { patientMessage: "keepWoundDry" }),
  task(PRACTICE, "woundCheck", "P14D", "clinic", "wound check", {
    window: { from: "P7D", to: "P14D" },
    patientMessage: "woundVisit",
  }),
  task(PRACTICE, "armRestriction", "P6W", "patient", "arm below the shoulder and light loads until this day", {
    patientMessage: "armRestriction",
  }),
  task(SCHEDULE, "deviceVisit", "P12W", "clinic", "visit: outputs, delays, biventricular pacing", {
    window: { from: "P2W", to: "P12W" },
    patientMessage: "deviceVisit",
  }),
  task(
    origin("hrs23", "echocardiogram after 3 to 12 months", true),
    "responseVisit",
    "P6M",
    "clinic",
    "response: echo, NYHA, walk, KCCQ",
    {
      window: { from: "P3M", to: "P12M" },
      patientMessage: "responseVisit",
    },
  ),
  task(SCHEDULE, "remoteCheck", "P90D", "clinic", "remote check every 90 days"),
];

export interface RecoveryInput {
  readonly records: readonly FactRecord[];
  readonly schedule: Schedule;
  readonly completions: readonly Completion[];
  readonly jurisdiction: DrivingJurisdiction;
  readonly drivingEvent: DrivingEvent;
}

export type Recovery =
  | { readonly kind: "noTaskList"; readonly reason: string }
  | ({ readonly kind: "tasks" } & ScheduledTasks);

/** The dated tasks after an implant, with the end of the driving restriction where the jurisdiction has one. */
export function planRecovery({ records, schedule, completions, jurisdiction, drivingEvent }: RecoveryInput): Recovery {
  const deceased = knownValue(records, "deceasedDate");
  if (deceased !== undefined) return { kind: "noTaskList", reason: `the patient died on ${deceased}` };
  const rules = [...RECOVERY_RULES, ...listDrivingTasks(jurisdiction, drivingEvent)];
  const state = { completions, findConfirmation: () => undefined, findBlock: () => undefined };
  return { kind: "tasks", ...scheduleTasks(rules, readSchedule(schedule), state) };
}

function listDrivingTasks(jurisdiction: DrivingJurisdiction, event: DrivingEvent): TaskRule[] {
  const rule = findDrivingRule(jurisdiction, event, "private");
  if (rule?.restriction.kind !== "until") return [];
  const { sourceId, locator, confirmed, reviewedBy } = rule;
  const ruleOrigin = { sourceId, locator, confirmed, reviewedBy };
  return [
    task(ruleOrigin, "driving", rule.restriction.offset, "patient", "no private driving until this day", {
      patientMessage: "driving",
    }),
  ];
}

/** What has to be there before the patient leaves the hospital. */
export const DISCHARGE_CONDITIONS = [
  "filmRead",
  "finalCheck",
  "therapiesOn",
  "restartPlan",
  "remoteMonitoring",
  "warningSigns",
  "drivingTold",
  "followUpBooked",
] as const;
export type DischargeCondition = (typeof DISCHARGE_CONDITIONS)[number];

/** The conditions of discharge that are not met yet; therapies concern defibrillators. */
export function listOpenDischargeConditions(
  met: readonly DischargeCondition[],
  device: "CRT-P" | "CRT-D",
): DischargeCondition[] {
  return DISCHARGE_CONDITIONS.filter(
    (condition) => !met.includes(condition) && (condition !== "therapiesOn" || device === "CRT-D"),
  );
}

/** What a wound must never have done to it; shown with every hematoma. */
export const HEMATOMA_RULE = "A pocket hematoma is never punctured with a needle.";

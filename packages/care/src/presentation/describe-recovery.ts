import type { Task } from "../calendar/task.ts";
import { DRIVING_RULES, type DrivingJurisdiction } from "../followup/driving.ts";
import { type DischargeCondition, HEMATOMA_RULE } from "../followup/recovery-rules.ts";
import { listUrgentEvents, URGENCY_TIERS, type UrgencyTier } from "../followup/urgency.ts";
import {
  type CarePart,
  type CareTable,
  careTable,
  collectParts,
  listPart,
  MARK_NOTE,
  mark,
  sourcesPart,
  spell,
  tablePart,
  textPart,
} from "./care-part.ts";
import { describeTasks } from "./describe-tasks.ts";

const TIER_TEXTS: Readonly<Record<UrgencyTier, string>> = {
  emergency: "Call the emergency number now",
  sameDay: "Reach the clinic today",
  soon: "Within days",
  routine: "At the next visit",
};

const DISCHARGE_TEXTS: Readonly<Record<DischargeCondition, string>> = {
  filmRead: "chest film read",
  finalCheck: "final device check done",
  therapiesOn: "tachycardia therapies on",
  restartPlan: "plan for restarting drugs written",
  remoteMonitoring: "remote monitoring set up",
  warningSigns: "warning signs told, and told back",
  drivingTold: "driving rule told",
  followUpBooked: "follow-up booked",
};

/** From discharge to the first visits, with the signs that call for somebody. */
export function describeRecovery(told: {
  readonly tasks: readonly Task[];
  readonly zone: string;
  readonly remarks: readonly string[];
  readonly discharge: readonly DischargeCondition[];
  readonly jurisdiction: DrivingJurisdiction;
  readonly device: "CRT-P" | "CRT-D";
  readonly withNames: boolean;
}): CarePart[] {
  const { withNames, tasks, zone, remarks, discharge, jurisdiction, device } = told;
  return collectParts([
    listPart("Look at first", remarks),
    listPart(
      "Before leaving the hospital",
      discharge.map((condition) => `${DISCHARGE_TEXTS[condition]}${withNames ? `: discharge.${condition}` : ""}`),
    ),
    tablePart(`Tasks, times in ${zone}`, describeTasks(tasks, zone, withNames)),
    textPart(HEMATOMA_RULE),
    tablePart(`Driving, ${jurisdiction}; the newest local rule wins`, describeDriving(jurisdiction)),
    ...URGENCY_TIERS.map((tier) =>
      listPart(
        TIER_TEXTS[tier],
        listUrgentEvents(device)
          .filter((event) => event.tier === tier)
          .map(({ text, confirmed }) => `${text}${mark(confirmed)}`),
      ),
    ),
    MARK_NOTE,
    sourcesPart(tasks.map(({ rule }) => rule.sourceId)),
  ]);
}

function describeDriving(jurisdiction: DrivingJurisdiction): CareTable {
  const rows = DRIVING_RULES.filter((rule) => rule.jurisdiction === jurisdiction).map(
    ({ event, use, restriction, confirmed }) => [
      spell(event),
      use,
      `${restriction.kind === "until" ? spellOffset(restriction.offset) : restriction.kind}${mark(confirmed)}`,
    ],
  );
  return careTable(["after", "driving", "not before"], rows);
}

const OFFSET_UNITS: Readonly<Record<string, string>> = { D: "day", W: "week", M: "month", Y: "year" };

/** "P4W" as people say it. */
function spellOffset(offset: string): string {
  const [, count = "", unit = ""] = /^P(\d+)([DWMY])$/.exec(offset) ?? [];
  return `${count} ${OFFSET_UNITS[unit]}${count === "1" ? "" : "s"}`;
}

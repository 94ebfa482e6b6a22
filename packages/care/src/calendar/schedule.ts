import { TributaryError } from "@tributary/model";
import { Temporal } from "temporal-polyfill";

/** Points in time that tasks are counted from. The first two are needed to plan; the others become known on the way. */
export const ANCHORS = ["sedation", "incision", "firstAntibiotic", "implant", "discharge"] as const;
export type AnchorId = (typeof ANCHORS)[number];

/** When a procedure is, and in which time zone its days are counted. */
export interface Schedule {
  /** IANA name, for example "Europe/Berlin". */
  readonly zone: string;
  /** Instants in ISO 8601 with "Z" or an offset. */
  readonly anchors: Readonly<Partial<Record<AnchorId, string>>>;
}

/**
 * A schedule as a person wrote it, its instants brought to UTC.
 *
 * @throws TributaryError "time-zone-unknown", "time-without-zone"
 */
export function readSchedule(schedule: Schedule, where = "schedule"): Schedule {
  checkZone(schedule.zone, `${where}.zone`);
  const anchors = Object.entries(schedule.anchors).map(([id, text]) => [id, readInstant(text, `${where}.${id}`)]);
  return { zone: schedule.zone, anchors: Object.fromEntries(anchors) };
}

/** An instant in UTC from text with a zone; "2027-03-28T08:00" alone is refused. */
export function readInstant(text: string, where: string): string {
  try {
    return Temporal.Instant.from(text).toString();
  } catch {
    throw new TributaryError({
      code: "time-without-zone",
      what: "A time cannot be read as a point in time.",
      where,
      why: `"${text}"; needed is a date and a time with "Z" or an offset, for example 2027-03-28T08:00+02:00`,
      fix: "Add the offset of the place, or a Z for UTC.",
    });
  }
}

function checkZone(zone: string, where: string): void {
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(zone);
  } catch {
    throw new TributaryError({
      code: "time-zone-unknown",
      what: "The time zone is not known.",
      where,
      why: `"${zone}" is none of the names of the IANA time zone database`,
      fix: 'Give a name such as "Europe/Berlin" or "America/New_York".',
    });
  }
}

/** The local date of an instant in a zone. */
export function localDate(instant: string, zone: string): string {
  return Temporal.Instant.from(instant).toZonedDateTimeISO(zone).toPlainDate().toString();
}

/** The local time of an instant in a zone, "08:00". */
export function localTime(instant: string, zone: string): string {
  return Temporal.Instant.from(instant).toZonedDateTimeISO(zone).toPlainTime().toString({ smallestUnit: "minute" });
}

/** Calendar months from one local date to another, counted down. */
export function monthsBetween(from: string, to: string): number {
  return Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to), { largestUnit: "month" }).months;
}

import { TributaryError } from "../../errors/tributary-error.ts";

/** A moment with its zone: date, time of day, and how far the zone is from UTC. */
const MOMENT = /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?)(Z|[+-]\d{2}:\d{2})$/;

/**
 * A moment in the one form that snapshots hold: to the millisecond, with the zone as written ("Z" as "+00:00").
 *
 * @throws TributaryError "bad-session-time" for another form, no zone, or a day that the calendar does not have
 */
export function normalizeTime(time: string): string {
  const match = MOMENT.exec(time);
  const normal = match && Number.isFinite(Date.parse(time)) ? shiftTime(time, 0) : undefined;
  // Date.parse takes the 31st of a month of 30 days for the 1st of the next.
  if (normal === undefined || normal.slice(0, 19) !== time.slice(0, 19)) throw badTime(time);
  return normal;
}

/** The moment `by_ms` later, in the same zone; rounded to the millisecond. */
export function shiftTime(time: string, by_ms: number): string {
  const zone = MOMENT.exec(time)?.[2] ?? "Z";
  const offset = zone === "Z" ? "+00:00" : zone;
  const [hours, minutes] = offset.slice(1).split(":").map(Number) as [number, number];
  const offset_ms = (offset.startsWith("-") ? -60_000 : 60_000) * (60 * hours + minutes);
  const local = new Date(Math.round(Date.parse(time) + by_ms) + offset_ms);
  return `${local.toISOString().slice(0, -1)}${offset}`;
}

function badTime(time: string): TributaryError {
  return new TributaryError({
    code: "bad-session-time",
    what: "This is no moment with a zone.",
    where: `time ${JSON.stringify(time)}`,
    why: "a day of the calendar, a time of day to the second and the zone are needed: what happened is told from it",
    fix: "Write it as 2026-03-09T08:00:00+01:00, or with Z for UTC.",
  });
}

const MINUTES_PER_HOUR = 60;
const ms_PER_MIN = 60_000;

/** A moment on this computer's clock, with its zone: 2026-03-09T08:00:00.000+01:00. */
export function sayLocalTime(date: Date): string {
  const offset_min = -date.getTimezoneOffset();
  const local = new Date(date.getTime() + ms_PER_MIN * offset_min).toISOString().slice(0, -1);
  const size = Math.abs(offset_min);
  const zone = [Math.floor(size / MINUTES_PER_HOUR), size % MINUTES_PER_HOUR].map((part) =>
    String(part).padStart(2, "0"),
  );
  return `${local}${offset_min < 0 ? "-" : "+"}${zone.join(":")}`;
}

const WRITTEN = /^(\d{4})(\d{2})?(\d{2})?(?:(\d{2})(\d{2})(\d{2}(?:\.\d{1,4})?)?)?([+-]\d{4})?$/;

/** A moment or a day of a snapshot as HL7 DTM: 20260309080000.000+0100. */
export function writeHl7Time(time: string): string {
  const [day, clock = ""] = time.split("T") as [string, string?];
  const [, local = "", zone = ""] = /^(.*?)([+-]\d{2}:\d{2})?$/.exec(clock)!;
  return `${day.replaceAll("-", "")}${local.replaceAll(":", "")}${zone.replace(":", "")}`;
}

/**
 * HL7 DTM as ISO 8601, as far as it goes; seconds that are left out are 0.
 *
 * @param zone  "+0100", of the sender, where the time has none
 * @returns undefined for what is no time, or a time of day without any zone
 */
export function readHl7Time(text: string, zone?: string): string | undefined {
  const match = WRITTEN.exec(text);
  if (!match) return undefined;
  const [, year, month, day, hour, minute, second = "00", own = zone] = match;
  if (hour === undefined) return [year, month, day].filter((part) => part !== undefined).join("-");
  if (own === undefined) return undefined;
  return `${year}-${month}-${day}T${hour}:${minute}:${second}${own.slice(0, 3)}:${own.slice(3)}`;
}

/** The zone that a DTM ends with. */
export function zoneOfHl7Time(text: string): string | undefined {
  return WRITTEN.exec(text)?.[7];
}

import { TributaryError } from "@tributary/model";
import type { InterrogationSnapshot, TachycardiaSettings, TachycardiaZone, Therapy } from "@tributary/model/generator";
import { SECTIONS, type SectionId } from "./codes/sections.ts";
import type { FieldValue, ReadItem, UnreadItem } from "./device-item.ts";
import { findCode, sayCode } from "./find-code.ts";
import { outputsInForce } from "./flatten-snapshot.ts";
import { interpretValue, sayWritten } from "./interpret-value.ts";

/** What a message says: a snapshot, and all that it does not hold. */
export interface ReadSnapshot {
  readonly snapshot: InterrogationSnapshot;
  readonly unread: readonly UnreadItem[];
  /** What a person should know of all of it. */
  readonly remarks: readonly string[];
}

/** A message of which nobody has confirmed some of the values says so. */
export function remarkPreliminary(count: number): string[] {
  return count === 0
    ? []
    : [
        `${count} ${count === 1 ? "observation is" : "observations are"} preliminary: nobody is said to have looked at what the device sent yet.`,
      ];
}

interface ReadRecord {
  readonly instance: number;
  readonly values: Record<string, FieldValue>;
  readonly items: Record<string, ReadItem>;
}

/** Records by section and instance; 0 where a section does not repeat. */
type ReadRecords = ReadonlyMap<SectionId, ReadonlyMap<number, ReadRecord>>;

/**
 * A snapshot from the observations of one message.
 *
 * A code that is not known, and a group of which a part is missing, is kept in `unread`. Order does not matter.
 *
 * @param fallbackTime  of the session where no observation tells it
 * @param where         the message, for errors
 * @throws TributaryError as `interpretValue`; "exchange-contradiction", "exchange-no-session"
 */
export function assembleSnapshot(
  items: readonly ReadItem[],
  fallbackTime: string | undefined,
  where: string,
): ReadSnapshot {
  const unread: UnreadItem[] = [];
  const records = collectRecords(items, unread);
  const one = (section: SectionId) => records.get(section)?.get(0)?.values ?? {};
  const time = one("session")["time"] ?? fallbackTime;
  if (time === undefined) throw noSession(where);
  const shockImpedance = one("highVoltage")["shockImpedance_ohm"];
  const battery = records.get("battery")?.get(0)?.values;
  const snapshot: Record<keyof InterrogationSnapshot, unknown> = {
    session: { ...one("session"), time },
    generator: one("generator"),
    leads: list(records, "leads").map(({ values }) => values),
    chambers: Object.fromEntries(
      (["RA", "RV", "LV"] as const).flatMap((chamber) =>
        records.has(chamber) ? [[chamber, one(chamber)] as const] : [],
      ),
    ),
    shockImpedance_ohm: shockImpedance,
    battery,
    pacing: one("pacing"),
    counters: readCounters(records, unread),
    episodes: takeWhole(records, "episodes", ["kind"], unread).map(({ values }) => values),
    settings: { ...readSettings(records, where), ...readTachycardia(records, unread) },
    tests: takeWhole(records, "tests", TEST_FIELDS, unread).map(({ values }) => values),
  };
  return { snapshot: snapshot as unknown as InterrogationSnapshot, unread, remarks: [] };
}

function collectRecords(items: readonly ReadItem[], unread: UnreadItem[]): ReadRecords {
  const records = new Map<SectionId, Map<number, ReadRecord>>();
  for (const item of items) {
    const found = findCode(item.code);
    if (!found) {
      unread.push(leaveUnread(item, item.value.kind === "none" ? item.value.why : "unknown code"));
      continue;
    }
    const meaning = interpretValue(item, found.code);
    if (meaning.kind === "unknown") {
      unread.push(leaveUnread(item, meaning.why));
      continue;
    }
    const { section, field } = found;
    const instance = SECTIONS[section].repeats ? (item.instance ?? 1) : 0;
    const instances = records.get(section) ?? new Map<number, ReadRecord>();
    const record = instances.get(instance) ?? { instance, values: {}, items: {} };
    const earlier = record.values[field];
    if (earlier !== undefined && earlier !== meaning.value) throw contradiction(item, record.items[field]!);
    record.values[field] = meaning.value;
    record.items[field] = item;
    instances.set(instance, record);
    records.set(section, instances);
  }
  return records;
}

function leaveUnread({ place, code, value }: ReadItem, why: string): UnreadItem {
  return { place, code: sayCode(code), text: sayWritten(value), why };
}

/** Instances of a section, by their number. */
function list(records: ReadRecords, section: SectionId): ReadRecord[] {
  return [...(records.get(section)?.values() ?? [])].sort((a, b) => a.instance - b.instance);
}

/** Instances that tell the fields without which they mean nothing; the others stay unread. */
function takeWhole(
  records: ReadRecords,
  section: SectionId,
  fields: readonly string[],
  unread: UnreadItem[],
): ReadRecord[] {
  return list(records, section).filter((record) => {
    const missing = fields.filter((field) => record.values[field] === undefined);
    if (missing.length > 0) leaveAll(record, `the message does not tell ${missing.join(", ")} of it`, unread);
    return missing.length === 0;
  });
}

function leaveAll({ items }: ReadRecord, why: string, unread: UnreadItem[]): void {
  unread.push(...Object.values(items).map((item) => leaveUnread(item, why)));
}

/** Counters; a rate histogram of which a class is missing would show each class above it in the wrong place. */
function readCounters(records: ReadRecords, unread: UnreadItem[]): InterrogationSnapshot["counters"] {
  const counters = records.get("counters")?.get(0)?.values;
  const classes = list(records, "rates");
  const isWhole = classes.every(({ instance }, i) => instance === i + 1);
  if (!isWhole) for (const one of classes) leaveAll(one, "the message does not tell every class of rates", unread);
  const rates = isWhole ? classes.map(({ values }) => values["count"] as number) : [];
  if (!counters && rates.length === 0) return undefined;
  return { ...counters, ...(rates.length > 0 && { ventricularRates: rates }) };
}

/** Settings; an amplitude in force of which the kind of output is not told is taken for that of a regulated one. */
function readSettings(records: ReadRecords, where: string): InterrogationSnapshot["settings"] {
  const told: InterrogationSnapshot["settings"] = records.get("settings")?.get(0)?.values ?? {};
  const outputs = records.get("outputs")?.get(0);
  const inForce = outputsInForce(told);
  const fields =
    told.outputRegulation === "unregulated"
      ? ({ atrial_V: "atrialUnregulatedAmplitude_V", ventricular_V: "ventricularUnregulatedAmplitude_V" } as const)
      : ({ atrial_V: "atrialAmplitude_V", ventricular_V: "ventricularAmplitude_V" } as const);
  const settings: Record<string, FieldValue> = { ...(told as Record<string, FieldValue>) };
  for (const [field, value] of Object.entries(outputs?.values ?? {})) {
    const name = field as keyof typeof fields;
    if (inForce[name] === undefined) settings[fields[name]] ??= value;
    else if (inForce[name] !== value) throw contradictedOutput(outputs!.items[field]!, inForce[name], value, where);
  }
  return settings as InterrogationSnapshot["settings"];
}

const ms_PER_MIN = 60_000;
/** Decimals that a rate keeps which was written as an interval. */
const RATE_DECIMALS = 6;

const TEST_FIELDS = Object.keys(SECTIONS.tests.codes);
const COMMON_FIELDS = Object.keys(SECTIONS.tachycardia.codes);
const ZONE_FIELDS = [
  "name",
  "interval_ms",
  "counter",
  "onset_percent",
  "stability_ms",
  "vFasterThanA_bpm",
  "timeout_s",
];

/** The tachycardia side where the message tells all of it; else what it tells of it stays unread. */
function readTachycardia(
  records: ReadRecords,
  unread: UnreadItem[],
): { readonly tachycardia?: TachycardiaSettings | undefined } {
  const [common] = takeWhole(records, "tachycardia", COMMON_FIELDS, unread);
  const alsoNeeded = common ? [] : COMMON_FIELDS;
  const zones = takeWhole(records, "zones", [...ZONE_FIELDS, ...alsoNeeded], unread);
  const therapies = takeWhole(records, "therapies", ["zone", "kind"], unread);
  const known = new Set(zones.map(({ instance }) => instance));
  for (const therapy of therapies) {
    if (!known.has(therapy.values["zone"] as number)) leaveAll(therapy, "its zone is not told in full", unread);
  }
  if (!common) return {};
  const tachycardia = { ...common.values, zones: zones.map((zone) => readZone(zone, therapies)) };
  return { tachycardia: tachycardia as unknown as TachycardiaSettings };
}

function readZone({ instance, values }: ReadRecord, therapies: readonly ReadRecord[]): TachycardiaZone {
  const { name, interval_ms, counter, onset_percent, stability_ms, vFasterThanA_bpm, timeout_s, ...counts } = values;
  return {
    name,
    rate_bpm: Number((ms_PER_MIN / (interval_ms as number)).toFixed(RATE_DECIMALS)),
    counter: { kind: counter, ...counts },
    discriminators: { onset_percent, stability_ms, vFasterThanA_bpm, timeout_s },
    therapies: therapies.filter(({ values: therapy }) => therapy["zone"] === instance).map(readTherapy),
  } as unknown as TachycardiaZone;
}

function readTherapy({ values: { zone: _, shockCount, ...therapy } }: ReadRecord): Therapy {
  return { ...therapy, ...(shockCount !== undefined && { count: shockCount }) } as unknown as Therapy;
}

function noSession(where: string): TributaryError {
  return new TributaryError({
    code: "exchange-no-session",
    what: "The message does not say when the device was read out.",
    where,
    why: "neither an observation of the session (MDC 721025) nor the report has a date with time and zone",
    fix: "Export the message anew, with the time of the session and its zone.",
  });
}

function contradiction(item: ReadItem, earlier: ReadItem): TributaryError {
  return new TributaryError({
    code: "exchange-contradiction",
    what: "The message tells one thing twice and not alike.",
    where: `${item.place}, ${sayCode(item.code)}`,
    why: `it is ${sayWritten(item.value)} here and ${sayWritten(earlier.value)} at ${earlier.place}`,
    fix: "Remove the wrong one, or export the message anew; nothing of it was taken.",
  });
}

function contradictedOutput(item: ReadItem, inForce: FieldValue, value: FieldValue, where: string): TributaryError {
  return new TributaryError({
    code: "exchange-contradiction",
    what: "The amplitude in force is not the one that is programmed.",
    where: `${where}, ${item.place}`,
    why: `it is ${value}, and the settings say ${inForce}`,
    fix: "Correct one of them, or export the message anew; nothing of it was taken.",
  });
}

import type { InterrogationSnapshot, TachycardiaSettings, TachycardiaZone } from "@tributary/model/generator";
import { SECTIONS, type SectionId } from "./codes/sections.ts";
import type { DeviceItem, FieldValue, SectionRecord } from "./device-item.ts";

const ms_PER_MIN = 60_000;

/** A snapshot as flat records; what is absent in it is absent in them. */
export function flattenSnapshot(snapshot: InterrogationSnapshot): SectionRecord[] {
  const { session, generator, leads, chambers, shockImpedance_ohm, battery, pacing, episodes, tests } = snapshot;
  const { ventricularRates = [], ...counters } = snapshot.counters ?? {};
  const { tachycardia, ...settings } = snapshot.settings;
  return [
    ...record("session", session),
    ...record("generator", generator),
    ...repeat("leads", leads),
    ...record("RA", chambers.RA),
    ...record("RV", chambers.RV),
    ...record("LV", chambers.LV),
    ...record("highVoltage", { shockImpedance_ohm }),
    ...record("battery", battery),
    ...record("pacing", pacing),
    ...record("counters", counters),
    ...repeat(
      "rates",
      ventricularRates.map((count) => ({ count })),
    ),
    ...repeat("episodes", episodes),
    ...record("settings", settings),
    ...record("outputs", outputsInForce(settings)),
    ...(tachycardia ? flattenTachycardia(tachycardia) : []),
    ...repeat("tests", tests),
  ];
}

/** One observation a field, in the order of the table of codes. */
export function listItems(records: readonly SectionRecord[]): DeviceItem[] {
  return records.flatMap(({ section, instance, values }) =>
    Object.entries(SECTIONS[section].codes).flatMap(([field, code]) => {
      const value = values[field];
      if (value === undefined) return [];
      return [{ section, field, code, value, ...(instance !== undefined && { instance }) }];
    }),
  );
}

/** Amplitudes that the right side is paced with; undefined where the settings do not tell. */
export function outputsInForce({
  outputRegulation,
  ...settings
}: InterrogationSnapshot["settings"]): Record<"atrial_V" | "ventricular_V", number | "off" | undefined> {
  if (outputRegulation === undefined) return { atrial_V: undefined, ventricular_V: undefined };
  return outputRegulation === "regulated"
    ? { atrial_V: settings.atrialAmplitude_V, ventricular_V: settings.ventricularAmplitude_V }
    : {
        atrial_V: settings.atrialUnregulatedAmplitude_V,
        ventricular_V: settings.ventricularUnregulatedAmplitude_V,
      };
}

function record(section: SectionId, fields: object | undefined, instance?: number): SectionRecord[] {
  const told = Object.entries(fields ?? {}).filter(
    (entry): entry is [string, FieldValue] => entry[1] !== undefined && entry[1] !== null,
  );
  if (told.length === 0) return [];
  return [{ section, values: Object.fromEntries(told), ...(instance !== undefined && { instance }) }];
}

function repeat(section: SectionId, all: readonly object[]): SectionRecord[] {
  return all.flatMap((fields, index) => record(section, fields, index + 1));
}

function flattenTachycardia({ zones, ...common }: TachycardiaSettings): SectionRecord[] {
  const therapies = zones.flatMap((zone, index) =>
    zone.therapies.map((therapy) => {
      if (therapy.kind !== "shock") return { zone: index + 1, ...therapy };
      const { count, ...shock } = therapy;
      return { zone: index + 1, shockCount: count, ...shock };
    }),
  );
  return [
    ...record("tachycardia", common),
    ...repeat("zones", zones.map(flattenZone)),
    ...repeat("therapies", therapies),
  ];
}

function flattenZone({ name, rate_bpm, counter, discriminators }: TachycardiaZone): object {
  const { kind, ...counts } = counter;
  return { name, interval_ms: ms_PER_MIN / rate_bpm, counter: kind, ...counts, ...discriminators };
}

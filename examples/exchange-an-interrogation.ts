// A generator that paced for a year, read out, sent as HL7 v2 and as FHIR, and read back by the receiver.
import { readDeviceBundle, readOru, writeDeviceBundle, writeOru } from "@tributary/care";
import {
  connectAll,
  DEFAULT_RHYTHM,
  GENERATOR_DEVICES,
  interrogate,
  measureChambers,
  NOMINAL_CRT_SETTINGS,
  runSkipping,
} from "@tributary/model/generator";

const duration_ms = 365 * 24 * 3_600_000;
const settings = NOMINAL_CRT_SETTINGS;
const system = connectAll(GENERATOR_DEVICES["CRT-P"]);
const blocks = runSkipping({ settings, rhythm: DEFAULT_RHYTHM, script: [], duration_ms });
const chambers = measureChambers(DEFAULT_RHYTHM, settings, system, { RA: 500, RV: 600, LV: 700 });
const session = { time: "2026-03-09T08:00:00+01:00", kind: "in clinic" } as const;
const snapshot = interrogate({ session, system, settings, chambers, tests: [] }, blocks, 1000 * duration_ms);

const message = writeOru(snapshot);
const bundle = JSON.stringify(writeDeviceBundle(snapshot));
console.log(message.split("\r").find((segment) => segment.includes("LV_PACING_THRESHOLD_AMPLITUDE")));

for (const { snapshot: read, unread } of [readOru(message, "device.hl7"), readDeviceBundle(bundle, "device.json")]) {
  const { remaining_months = 0 } = read.battery ?? {};
  console.log(
    `LV threshold ${read.chambers.LV?.threshold_V} V, resynchronized ${read.pacing.effectivelyResynchronized_percent} %,`,
    `${(remaining_months / 12).toFixed(1)} years left, ${unread.length} unread`,
  );
}

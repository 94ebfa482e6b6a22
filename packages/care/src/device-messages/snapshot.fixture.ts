import {
  type ChamberReadout,
  GENERATOR_SETTINGS,
  type InterrogationSnapshot,
  listNumbers,
  NOMINAL_TACHYCARDIA,
  normalizeTime,
  PERMANENT_MODES,
  type SettingRule,
  shiftTime,
  type TachycardiaSettings,
  type TachycardiaZone,
  type Therapy,
} from "@tributary/model/generator";
import fc from "fast-check";

/** A snapshot of a CRT-D with something in every part. */
export const FULL_SNAPSHOT: InterrogationSnapshot = {
  session: { time: "2026-03-09T08:00:00.000+01:00", kind: "in clinic" },
  generator: { kind: "CRT-D", manufacturer: "Maker & Sons", model: "M|1", serial: "S^1", implantDate: "2024-05-02" },
  leads: [
    { place: "RA", connector: "IS-1", serial: "A-1" },
    { place: "RV", connector: "DF4-LLHH", manufacturer: "Maker & Sons", model: "R\\2", implantDate: "2024-05-02" },
    { place: "LV", connector: "IS4-LLLL", electrodeCount: 4 },
  ],
  chambers: {
    RA: { signal_mV: 3, threshold_V: 0.8, thresholdPulseWidth_ms: 0.4, impedance_ohm: 510 },
    RV: { signal_mV: 10.5, threshold_V: 0.7, thresholdPulseWidth_ms: 0.4, impedance_ohm: 480 },
    LV: { threshold_V: 0.9, thresholdPulseWidth_ms: 0.5, impedance_ohm: 720 },
  },
  shockImpedance_ohm: 62,
  battery: { remaining_months: 84.25, remaining_percent: 91.5, current_uA: 13.1 },
  pacing: {
    countedFrom: "2026-03-09T07:00:00.000+01:00",
    countedTo: "2026-03-09T08:00:00.000+01:00",
    atrialPaced_percent: 12.5,
    ventricularPaced_percent: 97,
    resynchronized_percent: 96,
    effectivelyResynchronized_percent: 91.25,
  },
  counters: { ventricularPaced: 4100, shocks: 1, ventricularRates: [0, 3, 4000, 97] },
  episodes: [
    { kind: "mode-switch", start: "2026-03-09T07:10:00.250+01:00", pulses: 0, shocks: 0 },
    { kind: "tachycardia", start: "2026-03-09T07:40:00.000+01:00", duration_s: 12.345, pulses: 8, shocks: 1 },
  ],
  settings: {
    mode: "DDDOV",
    lowerRateLimit_ppm: 50,
    outputRegulation: "regulated",
    atrialAmplitude_V: 2.5,
    ventricularAmplitude_V: "off",
    leftVentricularAmplitude_V: 2.9,
    lvVector: "LV1 → can",
    vvDelay_ms: -20,
    tachycardia: NOMINAL_TACHYCARDIA,
  },
  tests: [
    {
      id: "left-ventricular-threshold",
      isMandatory: true,
      outcome: "pass",
      what: "0.9 V, at most 2.5 V",
      source: "from memory\nsecond line",
    },
  ],
};

const TEXT = fc.string({ unit: "grapheme-composite", minLength: 1, maxLength: 12 });
const COUNT = fc.nat(10_000_000);
const AMOUNT = fc.double({ min: 0, max: 1e6, noNaN: true }).map((value) => value + 0);
const PERCENT = fc.double({ min: 0, max: 100, noNaN: true }).map((value) => value + 0);
const DAY = fc.integer({ min: 0, max: 20_000 }).map((days) => new Date(86_400_000 * days).toISOString().slice(0, 10));
const TIME = fc
  .tuple(fc.integer({ min: 0, max: 2e12 }), fc.constantFrom("+00:00", "+01:00", "-05:30", "+14:00"))
  .map(([ms, zone]) => shiftTime(normalizeTime(`1990-01-01T00:00:00${zone}`), ms / 2));

/** Each field may be absent; a record without any is no record. */
function partial<T extends object>(fields: { [name in keyof T]: fc.Arbitrary<T[name]> }): fc.Arbitrary<Partial<T>> {
  return fc.record(fields, { requiredKeys: [] }) as unknown as fc.Arbitrary<Partial<T>>;
}

function isTold(record: object): boolean {
  return Object.keys(record).length > 0;
}

const IDENTITY = { manufacturer: TEXT, model: TEXT, serial: TEXT, implantDate: DAY };
const CHAMBER = partial<ChamberReadout>({
  signal_mV: AMOUNT,
  threshold_V: AMOUNT,
  noCaptureAt_V: AMOUNT,
  thresholdPulseWidth_ms: AMOUNT,
  impedance_ohm: AMOUNT,
}).filter(isTold);

function setting(rule: SettingRule): fc.Arbitrary<number | string> {
  if (rule.kind === "choice") return fc.constantFrom(...rule.choices);
  return fc.constantFrom<(number | string)[]>(...listNumbers(rule), ...(rule.mayBeOff ? ["off"] : []));
}

const OFF_OR = (values: fc.Arbitrary<number>) => fc.oneof(fc.constant("off" as const), values);
const THERAPY: fc.Arbitrary<Therapy> = fc.oneof(
  fc.record({
    kind: fc.constantFrom("burst" as const, "ramp" as const),
    sequenceCount: COUNT,
    pulseCount: COUNT,
    cycle_percent: PERCENT,
    decrement_ms: AMOUNT,
  }),
  fc.record({ kind: fc.constant("shock" as const), energy_J: AMOUNT, count: COUNT }),
);
const ZONE: fc.Arbitrary<TachycardiaZone> = fc.record({
  name: fc.constantFrom("VT1" as const, "VT" as const, "VF" as const),
  rate_bpm: fc.integer({ min: 200, max: 600 }).map((halves) => halves / 2),
  counter: fc.oneof(
    fc.record({
      kind: fc.constantFrom("consecutive" as const, "up-down" as const),
      count: COUNT,
      redetectionCount: COUNT,
    }),
    fc.record({ kind: fc.constant("x-of-y" as const), x: COUNT, y: COUNT, redetectionX: COUNT }),
    fc.record({ kind: fc.constant("duration" as const), duration_s: AMOUNT, redetectionDuration_s: AMOUNT }),
  ),
  discriminators: fc.record({
    onset_percent: OFF_OR(PERCENT),
    stability_ms: OFF_OR(AMOUNT),
    vFasterThanA_bpm: OFF_OR(AMOUNT),
    timeout_s: OFF_OR(AMOUNT),
  }),
  therapies: fc.array(THERAPY, { maxLength: 3 }),
});
const TACHYCARDIA: fc.Arbitrary<TachycardiaSettings> = fc.record({
  zones: fc.array(ZONE, { maxLength: 3 }),
  shortestAtpInterval_ms: AMOUNT,
  biventricularAtp: fc.boolean(),
  chargePower_W: AMOUNT,
});
const SETTINGS = partial({
  ...Object.fromEntries(Object.entries(GENERATOR_SETTINGS).map(([name, rule]) => [name, setting(rule)])),
  mode: fc.constantFrom(...PERMANENT_MODES, "DDDOV", "VVIRV", "OOO"),
  lvVector: TEXT,
  lvSecondVector: TEXT,
  tachycardia: TACHYCARDIA,
});

/** Any snapshot that a generator of this program could give, with any part absent. */
export const SNAPSHOTS = fc.record(
  {
    session: fc.record(
      { time: TIME, kind: fc.constantFrom("implant", "in clinic", "remote", "remote, scheduled") },
      { requiredKeys: ["time"] },
    ),
    generator: partial({ kind: fc.constantFrom("pacemaker", "ICD", "CRT-P", "CRT-D"), ...IDENTITY }),
    leads: fc.array(
      partial({
        place: fc.constantFrom("RA", "RV", "LV", "RV coil", "SVC coil"),
        connector: fc.constantFrom("IS-1", "IS4-LLLL", "DF-1", "DF4-LLHH", "DF4-LLHO"),
        electrodeCount: fc.constantFrom(1, 2, 4),
        ...IDENTITY,
      }).filter(isTold),
      { maxLength: 3 },
    ),
    chambers: partial({ RA: CHAMBER, RV: CHAMBER, LV: CHAMBER }),
    shockImpedance_ohm: AMOUNT,
    battery: partial({
      remaining_months: AMOUNT,
      remaining_percent: PERCENT,
      current_uA: AMOUNT,
      voltage_V: AMOUNT,
      status: fc.constantFrom("begin of service", "replacement recommended"),
    }).filter(isTold),
    pacing: partial({
      countedFrom: TIME,
      countedTo: TIME,
      atrialPaced_percent: PERCENT,
      ventricularPaced_percent: PERCENT,
      resynchronized_percent: PERCENT,
      effectivelyResynchronized_percent: PERCENT,
    }),
    counters: partial({
      atrialPaced: COUNT,
      modeSwitches: COUNT,
      shocks: COUNT,
      ventricularRates: fc.array(COUNT, { minLength: 1, maxLength: 16 }),
    }).filter(isTold),
    episodes: fc.array(
      fc.record(
        {
          kind: fc.constantFrom("mode-switch", "tachycardia"),
          start: TIME,
          duration_s: AMOUNT,
          pulses: COUNT,
          shocks: COUNT,
        },
        { requiredKeys: ["kind"] },
      ),
      { maxLength: 3 },
    ),
    settings: SETTINGS,
    tests: fc.array(
      fc.record({
        id: TEXT,
        isMandatory: fc.boolean(),
        outcome: fc.constantFrom("pass", "fail", "missing"),
        what: TEXT,
        source: TEXT,
      }),
      { maxLength: 3 },
    ),
  },
  { requiredKeys: ["session", "generator", "leads", "chambers", "pacing", "episodes", "settings", "tests"] },
) as unknown as fc.Arbitrary<InterrogationSnapshot>;

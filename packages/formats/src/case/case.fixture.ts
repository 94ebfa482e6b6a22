/** Cases for the tests: one that says everything, one that says as little as it may, and arbitrary ones. */
import fc from "fast-check";
import type { Case } from "./case-schema.ts";

export const FULL_CASE: Case = {
  version: 1,
  id: "dcm-lbbb-01",
  title: "Dilated cardiomyopathy with LBBB",
  note: "made up",
  patient: { sex: "male", age_years: 66, height_cm: 178, weight_kg: 84, ejectionFraction_pct: 27 },
  heart: {
    kind: "preset",
    preset: "dcm-lbbb-male",
    edv_mL: 259,
    wallThickness_mm: 7.5,
    length_mm: 98,
    pose: { apexLeft_deg: 45, caudalTilt_deg: 35, roll_deg: 0 },
  },
  edgeLength_mm: 1.5,
  fibers: { alphaEndo_deg: 60, alphaEpi_deg: -60, betaEndo_deg: 0, betaEpi_deg: 0 },
  scar: [{ by: "segments", segments: [5, 11], transmuralFraction: 0.5, from: "endocardium", tissue: "scar" }],
  conduction: {
    rhythm: "sinus",
    pattern: "lbbb",
    prInterval_ms: 190,
    qrsDuration_ms: 160,
    frontalAxis_deg: -15,
    slowSeptum: false,
    lineOfBlock: { rt: 0.6, abFrom: 0.2, abTo: 0.8, kind: "functional" },
    velocities: { alongFiber_mmPerMs: 0.6, acrossFiber_mmPerMs: 0.3 },
  },
  circulation: {
    heartRate_bpm: 72,
    systolicPressure_mmHg: 112,
    diastolicPressure_mmHg: 68,
    leftAtrialPressure_mmHg: 14,
    regurgitantOrifice_mm2: 10,
  },
  ecg: { files: ["ecg.csv"], samplingRate_Hz: 500, units: "mV" },
  veins: { kind: "generated", seed: 1, group: "noCoronaryDisease" },
  lead: { kind: "catalog", model: "attain-performa-4298" },
  placement: { vein: "posterolateralVein", insertionDepth_mm: 45 },
  device: { rvLead: "coil" },
  clinical: {
    facts: [
      { fact: "nyhaClass", value: 3, date: "2026-10-01" },
      { fact: "etiology", value: "nonischemic" },
      { fact: "heartFailure", value: true },
    ],
    drugs: ["apixaban"],
    variant: "deNovoCrtD",
    schedule: {
      zone: "Europe/Berlin",
      anchors: { sedation: "2027-03-30T07:30+02:00", incision: "2027-03-30T08:00+02:00" },
    },
    staff: [{ name: "A", role: "operator", competences: ["crtImplant"], cover: "B" }],
    equipment: ["fluoroscopy"],
  },
};

export const SMALL_CASE: Case = {
  version: 1,
  id: "small",
  title: "As little as a case may say",
  heart: { kind: "preset", preset: "normal-male" },
  conduction: { rhythm: "sinus", pattern: "normal" },
};

const between = (min: number, max: number): fc.Arbitrary<number> =>
  fc.double({ min, max, noNaN: true }).map((value) => value + 0);
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });

/** Without the keys whose value is undefined, as JSON would have it. */
function withoutUndefined<T extends object>(value: { [Key in keyof T]: T[Key] | undefined }): T {
  return Object.fromEntries(Object.entries(value).filter(([, entry]) => entry !== undefined)) as T;
}

const arbitraryHeart: fc.Arbitrary<Case["heart"]> = fc.oneof(
  fc
    .record({ kind: fc.constant("preset" as const), preset: fc.constant("icm-male"), edv_mL: maybe(between(40, 700)) })
    .map((heart) => withoutUndefined<Case["heart"]>(heart)),
  fc.record({
    kind: fc.constant("surface" as const),
    file: fc.constant("heart.vtp"),
    units: fc.constant("mm" as const),
  }),
  fc.record({ kind: fc.constant("tetrahedra" as const), files: fc.constant<string[]>(["h.pts", "h.elem"]) }),
);

const arbitraryVeins: fc.Arbitrary<NonNullable<Case["veins"]>> = fc.oneof(
  fc.record({
    kind: fc.constant("generated" as const),
    seed: fc.nat(),
    group: fc.constantFrom("coronaryDisease" as const, "lateralInfarction" as const),
  }),
  fc
    .array(fc.tuple(between(-99, 99), between(-99, 99), between(-99, 99)), { minLength: 2, maxLength: 4 })
    .map((points) => ({
      kind: "explicit" as const,
      branches: [{ name: "leftMarginalVein", points_mm: points, radius_mm: points.map(() => 1.5) }],
    })),
);

const scarRegion = fc.record({
  by: fc.constant("segments" as const),
  segments: fc.uniqueArray(fc.integer({ min: 1, max: 17 }), { minLength: 1, maxLength: 5 }),
  transmuralFraction: between(0, 1),
  from: fc.constantFrom("endocardium" as const, "epicardium" as const),
  tissue: fc.constantFrom("scar" as const, "borderZone" as const),
});

export const arbitraryCase: fc.Arbitrary<Case> = fc
  .record({
    version: fc.constant(1 as const),
    id: fc.stringMatching(/^[a-z][a-z0-9-]{0,9}$/),
    title: fc.string({ minLength: 1, maxLength: 20 }),
    heart: arbitraryHeart,
    edgeLength_mm: maybe(between(0.6, 3)),
    scar: maybe(fc.array(scarRegion, { maxLength: 3 })),
    conduction: maybe(between(60, 300)).map((qrsDuration_ms) =>
      withoutUndefined<Case["conduction"]>({ rhythm: "atrialFibrillation", pattern: "rbbb", qrsDuration_ms }),
    ),
    veins: maybe(arbitraryVeins),
  })
  .map((value) => withoutUndefined<Case>(value));

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import manifest from "../../../../fixtures/manifest.json" with { type: "json" };
import { readFixture } from "../../../../fixtures/read-fixture.ts";
import { FACTS, type FactDefinition, type FactId, type FactValue } from "../facts/fact-catalog.ts";
import { type FactRecord, recordFact } from "../facts/fact-record.ts";
import type { FhirResource } from "../fhir/fhir-resource.ts";
import { validateFhir } from "../fhir/validation/validate-fhir.ts";
import { THREE_PATIENTS } from "../pages/three-patients.fixture.ts";
import { DEFAULT_SITE_POLICY } from "../preparation/site-policy.ts";
import { applyMove, startProcedure } from "../procedure/procedure-log.ts";
import { findVariant } from "../procedure/variants.ts";
import { drawRehearsal, playRehearsal } from "../rehearsal/rehearse.ts";
import { deidentifyJourney } from "./deidentify-journey.ts";
import { exportJourney } from "./export-journey.ts";
import { HISTORY_TEXT, JOURNEY } from "./journey.fixture.ts";
import type { Journey } from "./journey.ts";
import { readJourney } from "./read-journey.ts";

const OPTIONS = { asOf: "2027-03-30", policy: DEFAULT_SITE_POLICY, jurisdiction: "EU" } as const;
const write = (journey: Journey) => JSON.stringify(exportJourney(journey, OPTIONS));
const resourcesOf = (text: string): FhirResource[] =>
  JSON.parse(text).entry.map(({ resource }: { resource: FhirResource }) => resource);

/** What of a finding crosses the border: all but where it came from. */
function plain(records: readonly FactRecord[]) {
  return records.map(({ fact, value, date, method }) => ({ fact, value, date, method })).sort(compareJson);
}
const compareJson = (a: unknown, b: unknown) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1);

function expectValid(text: string): void {
  const { outcome } = validateFhir(text, "journey.json");
  expect(outcome.issue.filter(({ severity }) => severity !== "information")).toEqual([]);
}

function expectSame(journey: Journey): void {
  const text = write(journey);
  const { clinical, history, recording, documents } = readJourney(text, "journey.json");
  const { id: _, title: __, records, ...rest } = journey.clinical;
  const { records: readRecords, ...readRest } = clinical;
  expect(plain(readRecords)).toEqual(plain(records));
  expect(readRest).toEqual(rest);
  expect({ ...history, visits: history.visits.map(({ date, facts }) => ({ date, facts: plain(facts) })) }).toEqual({
    ...journey.history,
    visits: journey.history.visits.map(({ date, facts }) => ({ date, facts: plain(facts) })),
  });
  expect(recording).toEqual(journey.recording);
  expect(documents).toEqual(journey.documents);
}

describe("a journey as FHIR", () => {
  const journeys: [string, Journey][] = [
    ["one with devices and visits", JOURNEY],
    ...THREE_PATIENTS.map((clinical): [string, Journey] => [clinical.id, { ...JOURNEY, clinical }]),
  ];

  test.each(journeys)("%s is valid R4 and comes back as it was", (_, journey) => {
    expectValid(write(journey));
    expectSame(journey);
  });

  test("consent, what cardiology told and the report of each visit are resources of their own", () => {
    const resources = resourcesOf(write(JOURNEY));
    const find = (type: string) => resources.filter(({ resourceType }) => resourceType === type);
    expect(find("Consent")).toMatchObject([
      { status: "active", dateTime: "2027-03-16", policyRule: { text: expect.stringContaining("informed consent") } },
    ]);
    expect(find("Communication")).toMatchObject([
      { sender: { display: "Dr. Kaya" }, payload: [{ contentString: "Asks for the hold of clopidogrel." }] },
    ]);
    const reports = find("DiagnosticReport") as { effectiveDateTime?: string; result?: unknown[] }[];
    expect(reports.map(({ effectiveDateTime, result }) => [effectiveDateTime, result?.length])).toContainEqual([
      "2028-03-30",
      3,
    ]);
    const bare = resourcesOf(write({ ...JOURNEY, clinical: THREE_PATIENTS[0]! }));
    expect(bare.filter(({ resourceType }) => resourceType === "Consent" || resourceType === "Communication")).toEqual(
      [],
    );
  });

  test("the same journey gives the same bytes", () => {
    expect(write(JOURNEY)).toBe(write(structuredClone(JOURNEY)));
  });

  test("what stays is implanted, with the generator as parent of the leads; a failed lead and a sheath were used", () => {
    const text = write(JOURNEY);
    const { entry } = JSON.parse(text);
    const nameOf = new Map(
      entry.map((one: { fullUrl: string; resource: FhirResource }) => [one.fullUrl, one.resource]),
    );
    const [procedure, ...others] = resourcesOf(text).filter(({ resourceType }) => resourceType === "Procedure");
    expect(others).toEqual([]);
    const focal = procedure!["focalDevice"] as {
      action: { coding: { code: string }[] };
      manipulated: { reference: string };
    }[];
    const devices = focal.map(({ action, manipulated }) => ({
      action: action.coding[0]!.code,
      reference: manipulated.reference,
      device: nameOf.get(manipulated.reference) as FhirResource,
    }));
    expect(devices.map(({ action }) => action)).toEqual([...Array(4).fill("implanted"), "explanted"]);
    const [generator, ...leads] = devices;
    for (const { device } of leads.slice(0, 3)) expect(device["parent"]).toEqual({ reference: generator!.reference });
    expect(devices.map(({ device }) => device["status"])).toEqual([...Array(4).fill("active"), "inactive"]);
    const used = procedure!["usedReference"] as { reference: string }[];
    expect(used.map(({ reference }) => (nameOf.get(reference) as FhirResource).resourceType)).toEqual([
      "Device",
      "Device",
      "Substance",
    ]);
    const uses = resourcesOf(text).filter(({ resourceType }) => resourceType === "DeviceUseStatement");
    expect(uses.at(-1)).toMatchObject({
      status: "completed",
      timingPeriod: { start: "2019-05-06", end: "2027-03-30" },
    });
  });

  test("says on request which version of the program wrote it, and when", () => {
    const written = { by: "Tributary 0.1.0", at: "2027-03-11T09:00:00Z" };
    const text = JSON.stringify(exportJourney(JOURNEY, { ...OPTIONS, written }));
    expectValid(text);
    const last = resourcesOf(text).at(-1)!;
    expect(last).toMatchObject({ resourceType: "Provenance", recorded: written.at, target: [{}, {}] });
    expect(write(JOURNEY)).not.toContain("Provenance");
  });

  test("findings of visits do not change what the indication rests on", () => {
    const { clinical } = readJourney(write(JOURNEY), "journey.json");
    expect(clinical.records.filter(({ fact }) => fact === "lvef_pct").map(({ value }) => value)).toEqual([28]);
  });

  test("a recording gives one tree of procedures, and comes back move by move", () => {
    const input = {
      variant: findVariant("deNovoCrtD")!,
      sex: "male",
      centerRatio: 1,
      operatorCases: 100,
      seed: 3,
      by: "A. Learner",
      startedAt: "2027-03-30T06:00:00Z",
    } as const;
    const played = playRehearsal(input, drawRehearsal(input));
    if (played.kind === "refused") throw new Error(played.reasons[0]?.why);
    const recording = played.log;
    const journey = { ...JOURNEY, history: { ...JOURNEY.history, implant: undefined }, recording };
    const text = write(journey);
    expectValid(text);
    expectSame(journey);
    const procedures = resourcesOf(text).filter(({ resourceType }) => resourceType === "Procedure");
    expect(procedures.filter(({ partOf }) => partOf === undefined)).toHaveLength(1);
    expect(procedures.length).toBeGreaterThan(2);
    expect(resourcesOf(text).filter(({ resourceType }) => resourceType === "Appointment")).toMatchObject([
      { status: "proposed", participant: [{ status: "needs-action" }] },
    ]);
  });

  test("what came up in a rehearsal is an event that might have been, of the procedure", () => {
    const started = startProcedure({
      variantId: "deNovoCrtD",
      purpose: "teaching",
      noticeConfirmedBy: "Kim",
      startedAt: "2027-03-30T06:00:00Z",
    });
    if (started.kind === "refused") throw new Error("not started");
    const event = { type: "complication", complication: "csDissection", note: "small" } as const;
    const moved = applyMove(started.log, { ...event, by: "Kim", at: "2027-03-30T07:00:00Z" });
    if (moved.kind === "refused") throw new Error(moved.reasons[0]?.why);
    const journey = { ...JOURNEY, history: { ...JOURNEY.history, implant: undefined }, recording: moved.log };
    const text = write(journey);
    expectValid(text);
    expectSame(journey);
    const [found] = resourcesOf(text).filter(({ resourceType }) => resourceType === "AdverseEvent");
    expect(found).toMatchObject({ actuality: "potential", date: "2027-03-30T07:00:00Z" });
  });

  test.each(manifest.files.map(({ path }) => path).filter((path) => path.startsWith("fhir-cardiology-mii/")))(
    "%s is carried on unchanged",
    (path) => {
      const resource = JSON.parse(new TextDecoder().decode(readFixture(path)));
      const text = write({ ...JOURNEY, kept: [resource] });
      expectValid(text);
      expect(resourcesOf(text)[0]).toEqual(resource);
      expect(() => readJourney(text, "journey.json")).not.toThrow();
    },
  );

  test("any findings come back as they were", () => {
    const value = (id: FactId): fc.Arbitrary<FactValue> => {
      const definition: FactDefinition = FACTS[id];
      if (definition.kind === "flag") return fc.boolean();
      if (definition.kind === "choice") return fc.constantFrom(...definition.options) as fc.Arbitrary<FactValue>;
      if (definition.kind === "date") return fc.constantFrom("1999-02-28", "2024-02-29") as fc.Arbitrary<FactValue>;
      const [low, high] = definition.range;
      if (id === "nyhaClass") return fc.integer({ min: low, max: high });
      return fc.double({ min: low, max: high, noNaN: true });
    };
    const record = fc
      .constantFrom(...(Object.keys(FACTS) as FactId[]).filter((id) => id !== "deceased" && id !== "deceasedDate"))
      .chain((id) =>
        fc
          .record({ value: value(id), date: fc.constantFrom("2026-12-31", "2027-01-15") })
          .map(({ value: found, date }) => recordFact(id, found, { date })),
      );
    fc.assert(
      fc.property(fc.array(record, { maxLength: 30 }), (records) => {
        const distinct = records.filter((one, i) => records.findIndex((other) => other.fact === one.fact) === i);
        const egfr = distinct.filter(({ fact }) => fact !== "egfr_mLPerMinPer173m2");
        expectSame({ ...JOURNEY, clinical: { ...JOURNEY.clinical, records: egfr } });
      }),
      { numRuns: 30 },
    );
  });
});

describe("a de-identified journey", () => {
  const old = recordFact("birthDate", "1934-01-01");
  const journey = {
    ...JOURNEY,
    clinical: {
      ...JOURNEY.clinical,
      records: [...JOURNEY.clinical.records.filter(({ fact }) => fact !== "age_years"), old],
      drugs: ["apixaban", "Weiss mixture"],
    },
  };
  const text = JSON.stringify(deidentifyJourney(journey, "P-0001"));

  test("is valid R4 and holds no day, serial, lot, UDI or word that a person wrote", () => {
    expectValid(text);
    expect(text).not.toMatch(/"\d{4}-\d{2}/);
    expect(text).not.toMatch(/SN-|LOT-77|\(21\)|Weiss|Brandt|Vogel|Leaflet|Größe/);
    expect(text).not.toContain(`${journey.clinical.id}"`);
  });

  test("tells the year of the implant, other times in days from it, and the oldest as one group", () => {
    expect(text).toContain('"performedDateTime":"2027"');
    expect(text).toContain('{"url":"urn:tributary:extension:days-from-implant","valueInteger":366}');
    expect(text).toContain('"90OrMore"');
    expect(text).toContain("00844588003288");
  });

  test("two pseudonyms share no identifier", () => {
    const idsOf = (pseudonym: string) =>
      resourcesOf(JSON.stringify(deidentifyJourney(journey, pseudonym))).map(({ id }) => id);
    expect(idsOf("a").filter((id) => idsOf("b").includes(id))).toEqual([]);
  });
});

test("the history of the fixture is one that its reader takes", () => {
  expect(JSON.parse(HISTORY_TEXT).visits).toHaveLength(2);
});

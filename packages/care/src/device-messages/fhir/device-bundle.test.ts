import { TributaryError } from "@tributary/model";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import manifest from "../../../../../fixtures/manifest.json" with { type: "json" };
import { readFixture } from "../../../../../fixtures/read-fixture.ts";
import { importRecord } from "../../fhir/import-record.ts";
import { validateFhir } from "../../fhir/validation/validate-fhir.ts";
import { EXCHANGE_CODES } from "../codes/sections.ts";
import { FULL_SNAPSHOT, SNAPSHOTS } from "../snapshot.fixture.ts";
import { readDeviceBundle } from "./read-device-bundle.ts";
import { writeDeviceBundle } from "./write-device-bundle.ts";

interface Resource {
  readonly resourceType: string;
  readonly id?: string;
  readonly [element: string]: unknown;
}

const FILE = "device.json";
const WRITTEN = JSON.stringify(writeDeviceBundle(FULL_SNAPSHOT));
const RESOURCES = (JSON.parse(WRITTEN) as { entry: { resource: Resource }[] }).entry.map(({ resource }) => resource);

function bundle(...resources: readonly object[]): string {
  return JSON.stringify({
    resourceType: "Bundle",
    type: "collection",
    entry: resources.map((resource) => ({ resource })),
  });
}

function resourceOf({ resource }: { resource: Resource }): Resource {
  return resource;
}

function fixture(path: string): Resource {
  return JSON.parse(new TextDecoder().decode(readFixture(path)));
}

const CIED = manifest.files.map(({ path }) => path).filter((path) => path.startsWith("fhir-cied/"));

function useCase(number: 1 | 2): string {
  return bundle(...CIED.filter((path) => !path.includes(`uc${3 - number}`)).map(fixture));
}

function refuse(text: string) {
  try {
    readDeviceBundle(text, FILE);
  } catch (error) {
    return error as { code: string; what: string; where: string; why: string; fix: string };
  }
  return expect.unreachable("the bundle was taken");
}

describe("a snapshot as a Bundle", () => {
  test("reads back equal", () => {
    expect(readDeviceBundle(WRITTEN, FILE)).toEqual({ snapshot: FULL_SNAPSHOT, unread: [], remarks: [] });
  });

  test("any snapshot reads back equal", () => {
    fc.assert(
      fc.property(SNAPSHOTS, (snapshot) => {
        const text = JSON.stringify(writeDeviceBundle(snapshot));
        expect(readDeviceBundle(text, FILE)).toEqual({ snapshot, unread: [], remarks: [] });
      }),
      { numRuns: 150 },
    );
  });

  test("reads back equal whatever the order of its resources and components", () => {
    const reversed = [...RESOURCES].reverse().map((resource) => {
      const { component } = resource as { component?: unknown[] };
      return component ? { ...resource, component: [...component].reverse() } : resource;
    });
    const leads = reversed.filter(({ id }) => id?.match(/^lead-\d$/)).reverse();
    const others = reversed.filter(({ id }) => !id?.match(/^lead-\d$/));
    expect(readDeviceBundle(bundle(...others, ...leads), FILE).snapshot).toEqual(FULL_SNAPSHOT);
  });

  test("a class of rates that is missing shifts no other; all of them stay unread", () => {
    const rates = RESOURCES.find(({ id }) => id === "rates")!;
    const cut = { ...rates, component: (rates["component"] as unknown[]).toSpliced(1, 1) };
    const { snapshot, unread } = readDeviceBundle(bundle(...RESOURCES.map((one) => (one === rates ? cut : one))), FILE);
    expect(snapshot.counters).toEqual({ ventricularPaced: 4100, shocks: 1 });
    expect(unread.map(({ text }) => text)).toEqual(["0", "4000", "97"]);
  });

  test("every reference stays inside, and each lead is part of the generator", () => {
    const names = new Set(RESOURCES.map(({ resourceType, id }) => `${resourceType}/${id}`));
    const references = [...WRITTEN.matchAll(/"reference":"([^"]+)"/g)].map(([, name]) => name!);
    expect(references.filter((name) => !names.has(name))).toEqual([]);
    const leads = RESOURCES.filter(({ id }) => id?.match(/^lead-\d$/));
    expect(leads.map(({ parent }) => parent)).toEqual(leads.map(() => ({ reference: "Device/generator" })));
  });

  test("writes no number that is not confirmed", () => {
    for (const { code } of EXCHANGE_CODES) {
      if (code.system === "MDC" && !code.confirmed && code.number !== undefined)
        expect(WRITTEN).not.toContain(String(code.number));
    }
    expect(WRITTEN).toContain('{"system":"urn:iso:std:iso:11073:10101","display":"MDC_IDC_STAT_CRT_PERCENT_PACED"}');
  });

  test("is FHIR R4: structure, constraints, required codes, references", () => {
    const { isValid, outcome } = validateFhir(WRITTEN, FILE);
    expect(outcome.issue.filter(({ severity }) => severity !== "information")).toEqual([]);
    expect(isValid).toBe(true);
  });

  test("says to a reader of patients' records that a CRT-D is in place", () => {
    const { facts } = importRecord(WRITTEN, FILE);
    expect(facts).toMatchObject([{ fact: "existingDevice", value: "crtD" }]);
  });
});

test("whatever a value is changed to, a bundle is read or refused in five parts", () => {
  const scalars = [...WRITTEN.matchAll(/:("(?:[^"\\\\]|\\\\.)*"|-?[0-9.]+|true|false)(?=[,}])/g)];
  const pieces = ['"constructor"', "-1", "1e999", "null", "[]", "{}", '"2026-02-30"', '""', "true"];
  fc.assert(
    fc.property(fc.nat(scalars.length - 1), fc.constantFrom(...pieces), (index, piece) => {
      const { index: at, 1: scalar } = scalars[index]!;
      const text = `${WRITTEN.slice(0, at + 1)}${piece}${WRITTEN.slice(at + 1 + scalar!.length)}`;
      try {
        expect(readDeviceBundle(text, FILE).snapshot.session.time).toMatch(/^\d{4}-/);
      } catch (error) {
        expect(error).toBeInstanceOf(TributaryError);
      }
    }),
    { numRuns: 400 },
  );
});

describe("resources of the CardX-CIED guide", () => {
  test("use case 1: the defibrillator by its standard type; connectivity is kept and listed", () => {
    const { snapshot, unread } = readDeviceBundle(useCase(1), FILE);
    expect(snapshot.generator).toEqual({
      kind: "ICD",
      manufacturer: "ACME Devices",
      model: "ICDExample1",
      serial: "uc1ACMEICD",
    });
    expect(snapshot.session.time).toBe("2025-05-19T08:00:00.000+00:00");
    expect([snapshot.chambers, snapshot.settings, snapshot.battery]).toEqual([{}, {}, undefined]);
    expect(unread).toContainEqual({
      place: expect.stringContaining("component[0]"),
      code: "http://hl7.org/fhir/uv/cardx-cied/CodeSystem/CardXCIED|connectivity-status",
      text: "http://hl7.org/fhir/uv/cardx-cied/CodeSystem/CardXCIED|disconnected",
      why: "unknown code",
    });
    expect(unread.filter(({ code }) => code === "ValueSet")).toHaveLength(7);
  });

  test("use case 2: the monitor is no generator; what it sent is of the pacemaker that the extension names", () => {
    const { snapshot, unread } = readDeviceBundle(useCase(2), FILE);
    expect(snapshot.generator.serial).toBe("uc2ACMEPacemaker");
    expect(unread.filter(({ why }) => why === "unknown code")).toHaveLength(12);
    expect(unread).toContainEqual(expect.objectContaining({ code: "Device", why: expect.stringContaining("neither") }));
  });

  test("the table's device types are those of the guide's value set", () => {
    const { compose } = fixture("fhir-cied/ValueSet-MDCIDCDeviceTypes.json") as unknown as {
      compose: { include: { concept: { code: string; display: string }[] }[] };
    };
    const published = new Map(compose.include[0]!.concept.map(({ code, display }) => [code, display]));
    const rule = EXCHANGE_CODES.find(({ section, field }) => section === "generator" && field === "kind")!.code.rule;
    if (rule.kind !== "choice") expect.unreachable("a kind is one of several");
    for (const { number, referenceId } of rule.choices) expect(published.get(String(number))).toBe(referenceId);
  });

  test("both patients in one file are refused", () => {
    expect(refuse(bundle(...CIED.map(fixture))).code).toBe("fhir-several-patients");
  });
});

describe("resources of other origin", () => {
  const device = {
    resourceType: "Device",
    id: "d",
    type: { coding: [{ system: "http://snomed.info/sct", code: "72506001" }] },
  };

  test("a programmed mode as the German core data set tells it", () => {
    const observation = fixture("fhir-cardiology-mii/Observation-mii-exa-kardio-geraeteprogrammierung-vvi.json");
    const generator = fixture("fhir-cardiology-mii/Device-mii-exa-kardio-device-icd.json");
    const { snapshot } = readDeviceBundle(bundle(generator, observation), FILE);
    expect(snapshot).toMatchObject({
      session: { time: "2025-05-14T14:33:12.000+02:00" },
      generator: { kind: "ICD", manufacturer: "Medtronic" },
      settings: { mode: "VVI" },
    });
  });

  function observe(component: object, rest: object = {}) {
    const base = {
      resourceType: "Observation",
      status: "final",
      code: { text: "x" },
      effectiveDateTime: "2026-03-09T08:00:00Z",
    };
    return bundle(device, { ...base, ...rest, component: [component] });
  }
  const UCUM = "http://unitsofmeasure.org";
  const quantity = (rest: object) => ({ valueQuantity: { value: 0.9, system: UCUM, code: "V", ...rest } });
  const threshold = { coding: [{ system: "urn:iso:std:iso:11073:10101", code: "722179" }] };

  test.each([
    ["number", { code: "722179" }],
    ["name", { code: "MDC_IDC_MSMT_LEADCHNL_LV_PACING_THRESHOLD_AMPLITUDE" }],
  ])("codes of the ballot of 2025 are read by %s", (_, coding) => {
    const code = { coding: [{ system: "http://hl7.org/fhir/uv/cardx-cied/CodeSystem/IDC", ...coding }] };
    const { snapshot } = readDeviceBundle(observe({ code, ...quantity({}) }), FILE);
    expect(snapshot.chambers).toEqual({ LV: { threshold_V: 0.9 } });
  });

  test.each([
    ["a bound", quantity({ comparator: "<" }), "only a bound is told: < 0.9"],
    ["a reason for no value", { dataAbsentReason: { text: "lead not connected" } }, "no value: lead not connected"],
    ["a flag of the profile", { ...quantity({}), interpretation: [{ coding: [{ code: ">" }] }] }, "above the scale"],
  ])("%s is no value", (_, value, why) => {
    const { snapshot, unread } = readDeviceBundle(observe({ code: threshold, ...value }), FILE);
    expect([snapshot.chambers, unread[0]?.why]).toEqual([{}, why]);
  });

  test("an observation of another device is not taken", () => {
    const monitor = { resourceType: "Device", id: "m", type: { text: "monitor" } };
    const text = observe({ code: threshold, ...quantity({}) }, { device: { reference: "Device/m" } });
    const { snapshot, unread } = readDeviceBundle(bundle(monitor, ...JSON.parse(text).entry.map(resourceOf)), FILE);
    expect([snapshot.chambers, unread.map(({ why }) => why)]).toEqual([
      {},
      ["neither the generator nor one of its leads", "of another device"],
    ]);
  });

  test("a preliminary observation is taken, with a remark", () => {
    const text = observe({ code: threshold, ...quantity({}) }, { status: "preliminary" });
    const { snapshot, remarks } = readDeviceBundle(text, FILE);
    expect([snapshot.chambers, remarks]).toEqual([
      { LV: { threshold_V: 0.9 } },
      [expect.stringContaining("preliminary")],
    ]);
  });

  test("an observation that does not stand is not taken", () => {
    const text = observe({ code: threshold, ...quantity({}) }, { status: "entered-in-error" });
    expect(readDeviceBundle(text, FILE).snapshot.chambers).toEqual({});
  });

  test("refused: a wrong unit, no UCUM, a value out of range, no session, two generators, no JSON", () => {
    const refused = (value: object) => refuse(observe({ code: threshold, ...value }));
    expect([refused(quantity({ code: "Ohm" })).code, refused(quantity({ code: "Ohm" })).why]).toEqual([
      "exchange-unit",
      'the unit is "Ohm"; taken are V, mV (UCUM)',
    ]);
    expect(refused({ valueQuantity: { value: 0.9, unit: "V" } }).why).toContain("V (no UCUM)");
    expect(refused(quantity({ value: -1 }))).toMatchObject({
      code: "exchange-out-of-range",
      why: "it is -1 V; possible is 0 or more V",
    });
    expect(refuse(bundle(device)).code).toBe("exchange-no-session");
    expect(refuse(bundle(device, { ...device, id: "e" })).code).toBe("exchange-several-devices");
    expect(refuse(WRITTEN.slice(0, -20)).code).toBe("bad-fhir");
  });
});

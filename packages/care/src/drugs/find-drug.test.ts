import { expect, test } from "vitest";
import { readMedication } from "../fhir/read-medication.ts";
import { decideDrugs } from "../preparation/decide-drugs.ts";
import { DEFAULT_SITE_POLICY } from "../preparation/site-policy.ts";
import { BRAND_NAMES } from "./brand-names.ts";
import { DRUGS } from "./drug-catalog.ts";
import { findDrug } from "./find-drug.ts";

const CONTEXT = {
  records: [],
  procedure: "deNovo",
  policy: DEFAULT_SITE_POLICY,
  incisionDate: "2027-03-30",
  events: [],
  antiplateletHolds: [],
} as const;

test("every brand name stands for one drug of the catalog, and is none itself", () => {
  for (const [brand, generic] of Object.entries(BRAND_NAMES)) {
    expect(brand).toBe(brand.toLowerCase());
    expect(DRUGS).toHaveProperty([generic]);
    expect(DRUGS).not.toHaveProperty([brand]);
  }
});

test("a brand name is known by its generic name, which is shown beside what was written", () => {
  expect(findDrug("Eliquis")).toEqual({
    kind: "known",
    name: "apixaban",
    drugClass: "xaInhibitor",
    writtenAs: "Eliquis",
  });
  expect(findDrug("apixaban")).toEqual({ kind: "known", name: "apixaban", drugClass: "xaInhibitor" });
  const [decision] = decideDrugs(["Xarelto"], CONTEXT);
  expect(decision).toMatchObject({ drug: "rivaroxaban", text: expect.stringMatching(/; listed as Xarelto$/) });
});

test("a name that only resembles a brand is taken for no drug", () => {
  for (const name of ["Eliquid", "Pradax", "Xarelto plus"]) expect(findDrug(name).kind).toBe("notInCatalog");
});

test("a drug that is listed twice, once by its brand, is decided once", () => {
  expect(decideDrugs(["Eliquis", "bisoprolol", "apixaban"], CONTEXT).map(({ drug }) => drug)).toEqual([
    "apixaban",
    "bisoprolol",
  ]);
});

test("a record's product is read by the brand in its name", () => {
  const resource = {
    resourceType: "MedicationStatement",
    status: "active",
    subject: { reference: "Patient/p" },
    medicationCodeableConcept: { text: "Lasix 40mg" },
  };
  expect(readMedication({ path: "MedicationStatement", resource }, [])).toMatchObject({ name: "furosemide" });
});

import { describe, expect, test } from "vitest";
import manifest from "../../../../../fixtures/manifest.json" with { type: "json" };
import { readFixture } from "../../../../../fixtures/read-fixture.ts";
import { type FhirIssue, validateFhir } from "./validate-fhir.ts";

const PATIENT = { resourceType: "Patient", id: "one", gender: "female" };
const SUBJECT = { reference: "Patient/one" };
const PROCEDURE = { resourceType: "Procedure", id: "p", status: "completed", subject: SUBJECT };

function validate(...resources: readonly object[]) {
  const entry = resources.map((resource) => ({ resource }));
  return validateFhir(JSON.stringify({ resourceType: "Bundle", type: "collection", entry }), "record.json");
}

function errorsOf(...resources: readonly object[]): FhirIssue[] {
  return validate(...resources).outcome.issue.filter(({ severity }) => severity === "error" || severity === "fatal");
}

const FHIR_FILES = manifest.files.map(({ path }) => path).filter((path) => path.startsWith("fhir-"));
/** Examples of a device profile that wrote `Device.type` as the later release R5 has it. */
const LATER_RELEASE = "fhir-cied/Device-";

describe("FHIR R4", () => {
  test.each(FHIR_FILES.filter((path) => path.startsWith(LATER_RELEASE)))("%s is not R4: type is a list", (path) => {
    const { isValid, outcome } = validateFhir(new TextDecoder().decode(readFixture(path)), path);
    expect(isValid).toBe(false);
    expect(outcome.issue.map(({ expression }) => expression)).toContainEqual(["Device.type"]);
  });

  test.each(FHIR_FILES.filter((path) => !path.startsWith(LATER_RELEASE)))("%s is valid", (path) => {
    const text = new TextDecoder().decode(readFixture(path));
    const { isValid, outcome } = validateFhir(text, path);
    expect(outcome.issue.filter(({ severity }) => severity !== "information")).toEqual([]);
    expect(isValid).toBe(true);
  });

  test.each([
    ["an unknown element", { ...PATIENT, color: "red" }, "structure", "entry[0].resource.color"],
    ["one inside", { ...PATIENT, name: [{ family: "A", rank: 1 }] }, "structure", "entry[0].resource.name[0].rank"],
    ["an element that is missing", { resourceType: "Procedure", subject: SUBJECT }, "structure", "resource.status"],
    ["a number in quotation marks", { ...PATIENT, multipleBirthInteger: "2" }, "structure", "resource.multipleBirth"],
    ["a day that no calendar has", { ...PATIENT, birthDate: "2020-13-45" }, "structure", "resource.birthDate"],
    [
      "two forms of one choice",
      { ...PATIENT, multipleBirthInteger: 2, multipleBirthBoolean: true },
      "structure",
      "multipleBirth",
    ],
    ["a status that is none", { ...PROCEDURE, status: "finishedd" }, "code-invalid", "entry[0].resource.status"],
    [
      "a clinical status of another system",
      {
        resourceType: "Condition",
        subject: SUBJECT,
        clinicalStatus: { coding: [{ system: "http://snomed.info/sct", code: "active" }] },
      },
      "code-invalid",
      "entry[0].resource.clinicalStatus",
    ],
    ["a condition of the standard", { ...PATIENT, contact: [{ gender: "female" }] }, "invariant", "contact[0]"],
  ])("%s is an error with its place", (_, resource, code, where) => {
    const errors = errorsOf(resource);
    expect(errors.map((error) => error.code)).toContain(code);
    expect(errors.flatMap(({ expression = [] }) => expression).join()).toContain(where);
  });

  test("an appointment without participant and a consent without policy are errors", () => {
    const appointment = { resourceType: "Appointment", status: "proposed" };
    const scope = { coding: [{ system: "http://terminology.hl7.org/CodeSystem/consentscope", code: "treatment" }] };
    const consent = { resourceType: "Consent", status: "active", scope, category: [{ text: "treatment" }] };
    expect(errorsOf(appointment)[0]?.expression).toEqual(["Bundle.entry[0].resource.participant"]);
    expect(errorsOf(consent)[0]?.details.text).toContain("ppc-1");
    const policyRule = { text: "the site's own" };
    expect(errorsOf({ ...consent, policyRule })).toEqual([]);
  });

  test("an extension is allowed everywhere, and a resource that R4 does not know is told", () => {
    const extension = [{ url: "http://clinic.example/x", valueString: "y" }];
    const rest = { extension, _gender: { extension }, contained: [{ resourceType: "Zebra", id: "z", stripes: 9 }] };
    const { isValid, outcome } = validate({ ...PATIENT, ...rest }, { resourceType: "Zebra", stripes: 40 });
    expect(isValid).toBe(true);
    expect(outcome.issue).toEqual([expect.objectContaining({ code: "not-supported" })]);
  });
});

test("a time without a zone is an error, and one of no calendar", () => {
  const observation = { resourceType: "Observation", status: "final", code: { text: "x" } };
  for (const effectiveDateTime of ["2026-03-09T08:00:00", "2026-02-30"]) {
    const [error] = errorsOf({ ...observation, effectiveDateTime });
    expect(error?.expression?.[0]).toContain("Bundle.entry[0].resource.effective");
  }
});

describe("references", () => {
  test.each([
    ["a name that holds in the file only", { subject: { reference: "urn:uuid:0b5f1c52-0000-4000-8000-000000000001" } }],
    ["a contained resource that is not there", { subject: { reference: "#nobody" } }],
  ])("%s must be in it", (_, change) => {
    expect(errorsOf({ ...PROCEDURE, ...change })).toMatchObject([{ code: "not-found" }]);
  });

  test("one that leads out of the file is told", () => {
    const { isValid, outcome } = validate(PROCEDURE);
    expect(isValid).toBe(true);
    expect(outcome.issue).toMatchObject([{ severity: "information", code: "not-found" }]);
    expect(validate(PATIENT, PROCEDURE).outcome.issue).toMatchObject([{ code: "informational" }]);
  });

  test("one to a kind of resource that is not allowed there is an error", () => {
    const wrong = { ...PROCEDURE, focalDevice: [{ manipulated: SUBJECT }] };
    expect(errorsOf(PATIENT, wrong)).toMatchObject([
      { code: "value", expression: ["Bundle.entry[1].resource.focalDevice[0].manipulated"] },
    ]);
  });

  test("circles and several patients are errors", () => {
    const part = (id: string, of: string) => ({ ...PROCEDURE, id, partOf: [{ reference: `Procedure/${of}` }] });
    expect(errorsOf(PATIENT, part("a", "b"), part("b", "a"))).toMatchObject([{ code: "business-rule" }]);
    expect(errorsOf(PATIENT, { ...PATIENT, id: "two" })).toMatchObject([{ code: "business-rule" }]);
  });
});

test.each([
  ["no JSON", "<Bundle/>", "structure"],
  ["no resource", "[]", "structure"],
  ["50 million characters", JSON.stringify({ ...PATIENT, text: { div: "x".repeat(50_000_000) } }), "too-long"],
  ["a million brackets", `{"resourceType":"Patient","x":${"[".repeat(1e6)}${"]".repeat(1e6)}}`, "too-long"],
  [
    "one identifier twice",
    JSON.stringify({ resourceType: "Bundle", entry: [{ resource: PATIENT }, { resource: PATIENT }] }),
    "duplicate",
  ],
])("%s is a fatal issue", (_, text, code) => {
  const { isValid, outcome } = validateFhir(text, "record.json");
  expect(isValid).toBe(false);
  expect(outcome.issue).toMatchObject([{ severity: "fatal", code }]);
});

import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { readFixture } from "../../../fixtures/read-fixture.ts";
import { createTempFolder, expectRefusal, runCli } from "./run-cli.fixture.ts";

const folder = createTempFolder();
afterAll(() => folder.remove());

function unpack(name: string): string {
  return folder.write(`${name}.json`, readFixture(`fhir-r4-patients/${name}.json.gz`));
}

test("a record is told as found, in conflict, never used and missing", async () => {
  const { code, stdout, stderr } = await runCli("fhir", "import", unpack("dietrich"));
  expect([code, stderr]).toEqual([0, ""]);
  expect(stdout).toMatch(/ejection fraction +48\.3 % +2007-12-28 +LOINC 10230-1\n.*35\.5 % +2007-12-28/);
  expect(stdout).toMatch(/Shown, never used\n(?:.*\n)+estimated GFR +13\.4\d* mL\/min/);
  expect(stdout).toMatch(/Missing\n(?:- .*\n)*- QRS duration/);
});

test("an inferred device says so", async () => {
  const { stdout } = await runCli("fhir", "import", unpack("marquardt"));
  expect(stdout).toMatch(/device in place +crtD +2016-04-26 +INFERRED from an implant procedure, SNOMED CT 447365002/);
});

test("with --json every value has its place and code", async () => {
  const { stdout } = await runCli("fhir", "import", unpack("wolf"), "--json");
  const { facts, missing, conflicts } = JSON.parse(stdout);
  expect(missing).toContain("nyhaClass");
  expect(conflicts).toEqual(["lvef_pct"]);
  expect(facts).toContainEqual(
    expect.objectContaining({
      fact: "creatinine_mgPerdL",
      date: "1998-03-09",
      origin: expect.objectContaining({ code: "http://loinc.org|38483-4" }),
    }),
  );
});

test("a file that is not valid FHIR ends with 3, its errors with their places", async () => {
  const bad = folder.write("zap.json", '{"resourceType": "Patient", "gender": "m", "zap": 1}');
  const { code, stdout } = await runCli("fhir", "validate", bad);
  expect(code).toBe(3);
  expect(stdout).toContain('error       Invalid additional property "zap" [Patient.zap]');
  expect(stdout).toContain('"m" is not of the required value set');
  const { stdout: json } = await runCli("fhir", "validate", bad, "--json");
  expect(JSON.parse(json)).toMatchObject({ resourceType: "OperationOutcome", issue: [{}, {}] });
  expect((await runCli("fhir", "validate", unpack("marquardt"))).code).toBe(0);
});

test("a case with its history is exported, is valid, and reads back; for research without a day", async () => {
  const devices = [
    { role: "crtD", serial: "SN-1" },
    { role: "leftVentricularLead", serial: "SN-2" },
  ];
  const history = folder.write(
    "history.json",
    JSON.stringify({ implant: { date: "2027-03-30", implanted: devices }, visits: [] }),
  );
  const output = join(folder.path, "journey.json");
  const { code, stdout } = await runCli("fhir", "export", "built-in", "--output", output, "--history", history);
  expect(code).toBe(0);
  expect(stdout).toMatch(/1 Patient, .*47 Task/);
  expect((await runCli("fhir", "validate", output)).code).toBe(0);
  expect((await runCli("fhir", "import", output)).stdout).toContain("Drugs\n- apixaban\n- dapagliflozin");
  const research = join(folder.path, "research.json");
  await runCli("fhir", "export", "built-in", "--output", research, "--history", history, "--deidentified", "P1");
  expect(readFileSync(research, "utf8")).not.toMatch(/"\d{4}-\d{2}|SN-/);
});

test("a record fills the clinical section of a case, and a bad one writes nothing", async () => {
  const output = join(folder.path, "filled.json");
  await runCli("fhir", "import", unpack("dietrich"), "--case", "built-in", "--output", output);
  const { clinical } = JSON.parse(readFileSync(output, "utf8"));
  expect(clinical.facts).toContainEqual({ fact: "lvef_pct", value: expect.closeTo(48.3, 1), date: "2007-12-28" });
  expect(clinical.drugs.length).toBeGreaterThan(2);
  expect((await runCli("indication", output)).code).toBe(0);
  const nowhere = join(folder.path, "nowhere.json");
  const bad = folder.write("bad-record.json", '{"resourceType": "Patient", "birthDate": 3}');
  expectRefusal(await runCli("fhir", "import", bad, "--case", "built-in", "--output", nowhere), { code: "bad-fhir" });
  const history = folder.write("bad-history.json", '{"implants": 1}');
  expectRefusal(await runCli("fhir", "export", "built-in", "--output", nowhere, "--history", history), {
    code: "history-invalid",
  });
  expectRefusal(await runCli("fhir", "validate", bad, "--keep", bad), { code: "usage", exitCode: 2 });
  expect(existsSync(nowhere)).toBe(false);
});

const PATIENT = { resourceType: "Patient", id: "one" };
const observe = (rest: object) => ({
  resourceType: "Observation",
  status: "final",
  code: { coding: [{ system: "http://loinc.org", code: "2160-0" }] },
  ...rest,
});
const part = (id: string, of: string) => ({
  resourceType: "Procedure",
  id,
  status: "completed",
  subject: { reference: "Patient/one" },
  partOf: [{ reference: `Procedure/${of}` }],
});

test.each([
  ["wrong types", [{ ...PATIENT, birthDate: 3 }], "bad-fhir"],
  ["a circle", [PATIENT, part("a", "b"), part("b", "a")], "fhir-cycle"],
  ["one identifier twice", [PATIENT, PATIENT], "fhir-duplicate"],
  ["two patients", [PATIENT, { ...PATIENT, id: "two" }], "fhir-several-patients"],
  ["a time without zone", [PATIENT, observe({ effectiveDateTime: "2026-03-09T08:00:00" })], "bad-fhir"],
  ["a narrative of 50 MB", [{ ...PATIENT, text: { div: "x".repeat(50_000_000) } }], "fhir-too-long"],
  ["a unit in free text", [PATIENT, observe({ valueQuantity: { value: 1, unit: "mg/dl" } })], "fhir-unit"],
] as const)("a file with %s is refused with five parts, and nothing is written", async (_, resources, code) => {
  const entry = resources.map((resource) => ({ resource }));
  const file = folder.write("refused.json", JSON.stringify({ resourceType: "Bundle", type: "collection", entry }));
  const nowhere = join(folder.path, "refused-case.json");
  expectRefusal(await runCli("fhir", "import", file, "--case", "built-in", "--output", nowhere), { code });
  expect(existsSync(nowhere)).toBe(false);
});

test("a refusal has its five parts", async () => {
  expectRefusal(await runCli("fhir", "import", folder.write("bad.json", "{}")), { code: "bad-fhir" });
  expectRefusal(await runCli("fhir", "explain", "x"), { code: "usage", exitCode: 2 });
});

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

test("a refusal has its five parts", async () => {
  expectRefusal(await runCli("fhir", "import", folder.write("bad.json", "{}")), { code: "bad-fhir" });
  expectRefusal(await runCli("fhir", "explain", "x"), { code: "usage", exitCode: 2 });
});

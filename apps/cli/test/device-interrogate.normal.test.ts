import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { InterrogationSnapshot } from "@tributary/model/generator";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readFixture } from "../../../fixtures/read-fixture.ts";
import { createTempFolder, expectRefusal, runCli } from "./run-cli.fixture.ts";

const folder = createTempFolder();
afterAll(() => folder.remove());

const AT = ["--at", "2026-03-09T08:00:00+01:00"];
const BUILT_IN = ["built-in", "--edge", "3", "--quiet"];
const HL7 = join(folder.path, "device.hl7");
const FHIR = join(folder.path, "device.json");

function interrogate(...args: readonly string[]) {
  return runCli("device", "interrogate", ...args);
}

describe("the built-in patient's generator", () => {
  let direct: { readonly snapshot: InterrogationSnapshot; readonly remarks: readonly string[] };

  beforeAll(async () => {
    const { code, stdout } = await interrogate(...BUILT_IN, ...AT, "--json", "--hl7", HL7, "--fhir", FHIR);
    expect(code).toBe(0);
    direct = JSON.parse(stdout);
  });

  test("runs a day with the heart of the case, is then tested and read out", () => {
    const { session, generator, leads, chambers, pacing, battery } = direct.snapshot;
    expect(session).toEqual({ time: "2026-03-09T08:00:00.000+01:00", kind: "in clinic" });
    expect(generator).toEqual({ kind: "CRT-P", manufacturer: "Tributary", model: "modeled CRT-P" });
    expect(leads.map(({ place, model }) => [place, model])).toEqual([
      ["RA", undefined],
      ["RV", undefined],
      ["LV", "Attain Performa 4298"],
    ]);
    expect(chambers.LV?.threshold_V).toBeGreaterThan(0.4);
    expect(pacing).toMatchObject({ countedFrom: "2026-03-08T08:00:00.000+01:00", ventricularPaced_percent: 100 });
    expect(battery?.remaining_months).toBeGreaterThan(36);
    expect(direct.snapshot.tests.map(({ id }) => id)).toContain("left-ventricular-threshold");
    expect(direct.remarks).toContainEqual(expect.stringContaining("CRT-P was taken"));
  });

  test.each([HL7, FHIR])("written to %s reads back as the same snapshot", async (file) => {
    const read = JSON.parse((await interrogate("--read", file, "--json")).stdout);
    expect(read).toEqual({ snapshot: direct.snapshot, unread: [], remarks: [] });
  });

  test("written again gives the same bytes", async () => {
    const again = join(folder.path, "again.hl7");
    await interrogate("--read", FHIR, "--hl7", again);
    expect(readFileSync(again, "utf8")).toBe(readFileSync(HL7, "utf8"));
  });

  test("is shown with what was measured; what was not is missing", async () => {
    const { stdout, stderr } = await interrogate("--read", HL7);
    expect(stderr).toBe("");
    expect(stdout).toMatch(/^Interrogation of 2026-03-09 08:00:00 \+01:00, in clinic\n/);
    expect(stdout).toMatch(/CRT-P +Tributary +modeled CRT-P +missing +missing/);
    expect(stdout).toMatch(/left ventricle +missing +\d\.\d V at 0\.4 ms +\d+/);
    expect(stdout).toMatch(/voltage V +missing/);
  });

  test("of a lead that lost capture, the beats are resynchronized as delivered and not as captured", async () => {
    const lost = ["--scenario", "loss-of-lv-capture", "--seconds", "60", "--json"];
    const { snapshot } = JSON.parse((await interrogate(...BUILT_IN, ...AT, ...lost)).stdout);
    expect(snapshot.pacing.resynchronized_percent).toBe(100);
    // Capture is lost after 4 of 60 s.
    expect(snapshot.pacing.effectivelyResynchronized_percent).toBeLessThan(8);
    expect(snapshot.chambers.LV).toMatchObject({ noCaptureAt_V: 7 });
  });
});

test("what a message tells and the program does not know is listed with its reason", async () => {
  const resources = ["Device-uc1ACMEICD", "Observation-uc1ConnectivityACME"].map((name) =>
    JSON.parse(new TextDecoder().decode(readFixture(`fhir-cied/${name}.json`))),
  );
  const entry = resources.map((resource) => ({ resource }));
  const path = folder.write("cied.json", JSON.stringify({ resourceType: "Bundle", type: "collection", entry }));
  const { code, stdout } = await interrogate("--read", path);
  expect(code).toBe(0);
  expect(stdout).toMatch(/ICD +ACME Devices +ICDExample1 +uc1ACMEICD/);
  expect(stdout).toMatch(/Kept and not read\n(?:.*\n)+?Bundle\.entry\[1\]\.resource\.component\[0\].*unknown code/);
});

describe("refused, and nothing is written", () => {
  const whole = () => readFileSync(HL7, "utf8");

  test.each([
    ["a message that ends early", () => whole().slice(0, 3000), "hl7-truncated"],
    ["a message of another kind", () => whole().replace("ORU^R01", "ADT^A08"), "hl7-foreign"],
    ["a wrong unit", () => whole().replace(/(722179.*?)V\^\^UCUM/, "$1mm^^UCUM"), "exchange-unit"],
    ["a setting out of range", () => whole().replace("||50|/min", "||500|/min"), "exchange-out-of-range"],
  ])("%s", async (_, text, code) => {
    const out = join(folder.path, "never.json");
    expectRefusal(await interrogate("--read", folder.write("bad.hl7", text()), "--fhir", out), { code });
    expect(() => readFileSync(out)).toThrow();
  });

  test.each([
    [["built-in", "--at", "2026-03-09"], "bad-session-time", 3],
    [["built-in", "--set", "vvDelay_ms=7"], "setting-off-increment", 3],
    [["built-in", "--hours", "0"], "usage", 2],
    [["built-in", "--read", "x"], "usage", 2],
    [["--read", "x", "--hours", "2"], "usage", 2],
    [[], "usage", 2],
  ])("%j", async (args, code, exitCode) => {
    expectRefusal(await interrogate(...args), { code, exitCode });
  });
});

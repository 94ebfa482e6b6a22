import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { readFixture } from "../../../fixtures/read-fixture.ts";
import { createTempFolder, expectRefusal, runCli } from "./run-cli.fixture.ts";

const folder = createTempFolder();
afterAll(() => folder.remove());

const AT = ["--at", "2026-03-09T08:00:00+01:00"];
const HL7 = join(folder.path, "device.hl7");
const FHIR = join(folder.path, "device.json");

function interrogate(...args: readonly string[]) {
  return runCli("device", "interrogate", ...args);
}

describe("the built-in patient's generator", () => {
  test("is told with what was measured, and what was not is missing", async () => {
    const { code, stdout, stderr } = await interrogate("built-in", ...AT);
    expect([code, stderr]).toEqual([0, ""]);
    expect(stdout).toMatch(/^Interrogation of 2026-03-09 08:00:00 \+01:00, in clinic\n/);
    expect(stdout).toMatch(/CRT-P +Tributary +modeled CRT-P +missing +missing/);
    expect(stdout).toMatch(/left ventricle +missing +1\.1 V at 0\.4 ms +500/);
    expect(stdout).toMatch(/Counted from 2026-03-08 08:00:00 \+01:00 to 2026-03-09 08:00:00 \+01:00/);
    expect(stdout).toMatch(/voltage V +missing/);
  });

  test("written as HL7 and as FHIR reads back as the same snapshot", async () => {
    const direct = JSON.parse((await interrogate("built-in", ...AT, "--json", "--hl7", HL7, "--fhir", FHIR)).stdout);
    for (const file of [HL7, FHIR]) {
      const read = JSON.parse((await interrogate("--read", file, "--json")).stdout);
      expect(read).toEqual({ snapshot: direct.snapshot, unread: [], remarks: [] });
    }
  });

  test("written again gives the same bytes", async () => {
    const again = join(folder.path, "again.hl7");
    await interrogate("--read", FHIR, "--hl7", again);
    expect(readFileSync(again, "utf8")).toBe(readFileSync(HL7, "utf8"));
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
    ["a wrong unit", () => whole().replace("||1.1|V^", "||1.1|mm^"), "exchange-unit"],
    ["a setting out of range", () => whole().replace("||50|/min", "||500|/min"), "exchange-out-of-range"],
  ])("%s", async (_, text, code) => {
    const out = join(folder.path, "never.json");
    expectRefusal(await interrogate("--read", folder.write("bad.hl7", text()), "--fhir", out), { code });
    expect(() => readFileSync(out)).toThrow();
  });

  test.each([
    [["built-in", "--at", "2026-03-09"], "bad-session-time", 3],
    [["built-in", "--hours", "0"], "usage", 2],
    [["built-in", "--read", "x"], "usage", 2],
    [["--read", "x", "--hours", "2"], "usage", 2],
    [[], "usage", 2],
  ])("%j", async (args, code, exitCode) => {
    expectRefusal(await interrogate(...args), { code, exitCode });
  });
});

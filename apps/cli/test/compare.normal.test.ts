import { join } from "node:path";
import { writeActivationDat } from "@tributary/formats";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readFixture } from "../../../fixtures/read-fixture.ts";
import { createTempFolder, expectRefusal, runCli, type TempFolder } from "./run-cli.fixture.ts";

let folder: TempFolder;
let meshPath: string;
beforeAll(async () => {
  folder = createTempFolder();
  for (const extension of ["ele", "face", "node"]) {
    const bytes = readFixture(`rabbit-ventricles/UCSD_heart_decimated_173nodes.${extension}.gz`);
    meshPath = folder.write(`rabbit.${extension}`, bytes);
  }
  await runCli("activate", meshPath, "--units", "cm", "--out", join(folder.path, "out"));
});
afterAll(() => folder.remove());

test("a map compared with itself, written as a peer would, does not differ", async () => {
  const path = join(folder.path, "out", "activation.dat");
  const run = await runCli("activate", meshPath, "--units", "cm", "--compare", path, "--json");
  const { difference } = JSON.parse(run.stdout) as { difference: { comparedCount: number; largest_ms: number } };
  expect(difference.comparedCount).toBe(172);
  expect(difference.largest_ms).toBeLessThan(1e-9);
});

test("another mesh's map is refused with both counts", async () => {
  const path = folder.write("other.dat", writeActivationDat([0, 1, 2]));
  const run = await runCli("activate", meshPath, "--units", "cm", "--compare", path);
  expectRefusal(run, { code: "activation-not-matching" });
  expect(run.stderr).toContain("3 values; the mesh has 173 nodes");
});

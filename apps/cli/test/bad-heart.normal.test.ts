import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { caseText } from "./case.fixture.ts";
import { type CoarseHeart, createCoarseHeart } from "./coarse-heart.fixture.ts";
import { createTempFolder, expectNothingWritten, expectRefusal, runCli, type TempFolder } from "./run-cli.fixture.ts";

let folder: TempFolder;
let out: string;
let coarse: CoarseHeart;
beforeAll(() => {
  folder = createTempFolder();
  out = join(folder.path, "out");
  coarse = createCoarseHeart();
  folder.write("heart.vtu", coarse.vtu);
});
afterAll(() => folder.remove());

function activate(changes: object) {
  const text = caseText({ heart: { kind: "tetrahedra", files: ["heart.vtu"], units: "mm" }, ...changes });
  return runCli("activate", folder.write("case.json", text), "--out", out, "--quiet", "--json");
}

async function refuse(code: string, changes: object): Promise<{ error: Record<string, string> }> {
  const run = await activate(changes);
  const told = JSON.parse(run.stdout);
  const text = `error ${told.error.code}\n  what:  ${told.error.what}\n  where: ${told.error.where}\n  why:   ${told.error.why}\n  fix:   ${told.error.fix}\n`;
  expectRefusal({ ...run, stdout: "", stderr: text }, { code });
  expect(run.stderr).toBe("");
  expectNothingWritten(out);
  return told;
}

function veinAlong(points_mm: readonly (readonly number[])[], radius_mm: number) {
  const branch = { name: "leftMarginalVein", points_mm, radius_mm: points_mm.map(() => radius_mm) };
  return { kind: "explicit", branches: [branch] };
}

const PLACEMENT = { vein: "leftMarginalVein", insertionDepth_mm: 25 };

describe("a whole heart is refused", () => {
  test("when its scar leaves no muscle", async () => {
    const segments = Array.from({ length: 17 }, (_, index) => index + 1);
    const scar = [{ by: "segments", segments, transmuralFraction: 1, from: "endocardium", tissue: "scar" }];
    const { error } = await refuse("scar-kills-wall", { scar });
    expect(error["why"]).toMatch(/^0\.\d % of the LV free wall is viable; at least 2 % is needed$/);
  });

  test("when a vein lies off it", async () => {
    const off = coarse.lateralLine_mm.map(([x, y, z]) => [x! + 200, y!, z!]);
    const { error } = await refuse("vein-off-the-heart", { veins: veinAlong(off, 1.5) });
    expect(error["where"]).toBe('vein "leftMarginalVein", point 0');
    expect(error["why"]).toContain("mm from the epicardium; at most 15 mm is allowed");
  });
});

describe("a lead that fits no vein is a result with its reason", () => {
  test("where the case says how far it should go", async () => {
    const veins = veinAlong(coarse.lateralLine_mm, 0.3);
    const lead = { kind: "catalog", model: "attain-performa-4298" };
    const run = await activate({ veins, lead, placement: PLACEMENT });
    expect(run.stderr).toBe("");
    expect(run.code).toBe(0);
    const { outcome } = JSON.parse(run.stdout).lead;
    expect(outcome.kind).toBe("unreachable");
    expect(outcome.reason).toMatch(/left marginal vein/);
    expect(JSON.parse(run.stdout).maps.map((map: { id: string }) => map.id)).toEqual(["intrinsic", "rv"]);
  });
});

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { findArray, readActivationDat, readElem, readLon, readPts, readVtkXml, writeVtkXml } from "@tributary/formats";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readFixture } from "../../../fixtures/read-fixture.ts";
import { caseText } from "./case.fixture.ts";
import { createCoarseHeart } from "./coarse-heart.fixture.ts";
import { createTempFolder, expectNothingWritten, expectRefusal, runCli, type TempFolder } from "./run-cli.fixture.ts";

let folder: TempFolder;
beforeAll(() => {
  folder = createTempFolder();
});
afterAll(() => folder.remove());

interface Summary {
  readonly mesh: { readonly nodeCount: number; readonly elementCount: number };
  readonly maps: readonly { readonly id: string; readonly totalActivationTime_ms: number }[];
  readonly remarks: readonly string[];
}

describe("activate on a surface with a lead", () => {
  let out: string;
  let summary: Summary;
  let casePath: string;

  function readOut(name: string): Uint8Array {
    return new Uint8Array(readFileSync(join(out, name)));
  }

  beforeAll(async () => {
    folder.write("heart.vtp", createCoarseHeart().vtp);
    casePath = folder.write(
      "case.json",
      caseText({
        heart: { kind: "surface", file: "heart.vtp", units: "mm" },
        edgeLength_mm: 3,
        veins: { kind: "generated", seed: 1, group: "noCoronaryDisease" },
        lead: { kind: "catalog", model: "attain-performa-4298" },
      }),
    );
    out = join(folder.path, "out");
    const run = await runCli("activate", casePath, "--out", out);
    expect(run.stderr).toContain("activation fields ...");
    expect(run.code).toBe(0);
    summary = JSON.parse(readFileSync(join(out, "summary.json"), "utf8"));
  });

  test("writes a page, pictures and a summary with every map", () => {
    const names = readdirSync(out);
    expect(names).toEqual(expect.arrayContaining(["report.html", "summary.json", "activation.vtu", "veins.svg"]));
    const ids = [1, 2, 3, 4].flatMap((number) => [`lv-LV${number}`, `biv-LV${number}`]);
    expect(summary.maps.map(({ id }) => id)).toEqual(expect.arrayContaining(["intrinsic", "rv", ...ids]));
  });

  test("writes an openCARP mesh whose parts and activation times have the same lengths", () => {
    const { nodeCount, elementCount } = summary.mesh;
    expect(readPts(readOut("heart.pts"), "heart.pts").length).toBe(3 * nodeCount);
    expect(readElem(readOut("heart.elem"), "heart.elem", nodeCount).tags.length).toBe(elementCount);
    expect(readLon(readOut("heart.lon"), "heart.lon", elementCount).fiber.length).toBe(3 * elementCount);
    for (const { id, totalActivationTime_ms } of summary.maps) {
      const times_ms = readActivationDat(readOut(`activation-${id}.dat`), `activation-${id}.dat`, nodeCount);
      expect(times_ms.length).toBe(nodeCount);
      expect(times_ms.reduce((latest, time) => Math.max(latest, time), 0)).toBeCloseTo(totalActivationTime_ms, 3);
    }
  });

  test("writes a VTK grid with coordinates, fibers, segments and every map", () => {
    const grid = readVtkXml(readOut("activation.vtu"), "activation.vtu");
    const { nodeCount, elementCount } = summary.mesh;
    expect(grid.points.length).toBe(3 * nodeCount);
    for (const name of [
      "class",
      "ab",
      "tm",
      "rtSin",
      "rtCos",
      "tv",
      ...summary.maps.map(({ id }) => `activation_ms ${id}`),
    ])
      expect(findArray(grid.pointData, name)?.values.length, name).toBe(nodeCount);
    for (const [name, components] of [
      ["fiber", 3],
      ["ahaSegment", 1],
      ["tissue", 1],
    ] as const)
      expect(findArray(grid.cellData, name)?.values.length, name).toBe(components * elementCount);
  });

  test("gives the same total activation time, within 1 ms, when its own grid is activated", async () => {
    const run = await runCli("activate", join(out, "activation.vtu"), "--quiet", "--json");
    expect(run.stderr).toBe("");
    const again: Summary = JSON.parse(run.stdout);
    expect(again.mesh.nodeCount).toBe(summary.mesh.nodeCount);
    const gap_ms = again.maps[0]!.totalActivationTime_ms - summary.maps[0]!.totalActivationTime_ms;
    expect(Math.abs(gap_ms)).toBeLessThan(1);
  });

  test("writes the same summary, byte for byte, a second time", async () => {
    const second = join(folder.path, "second");
    expect((await runCli("activate", casePath, "--out", second, "--quiet")).code).toBe(0);
    expect(readFileSync(join(second, "summary.json"), "utf8")).toBe(readFileSync(join(out, "summary.json"), "utf8"));
  });
});

test("a labeled grid with a node of no tetrahedron activates; the node is left out and that is said", async () => {
  const { vtu, heart } = createCoarseHeart();
  const grid = readVtkXml(vtu, "heart.vtu");
  if (grid.kind !== "unstructuredGrid") throw new Error("the fixture is a grid");
  const labels = findArray(grid.pointData, "class")!;
  const more = writeVtkXml({
    ...grid,
    points: Float64Array.from([0, 0, 0, ...grid.points]),
    cells: { ...grid.cells, connectivity: grid.cells.connectivity.map((node) => node + 1) },
    pointData: [{ ...labels, values: Uint8Array.from([0, ...labels.values]) }],
  });
  const run = await runCli("activate", folder.write("unused.vtu", more), "--quiet", "--json");
  expect(run.stderr).toBe("");
  const summary: Summary = JSON.parse(run.stdout);
  expect(summary.mesh.nodeCount).toBe(heart.points_mm.length / 3);
  expect(summary.remarks).toContain("1 node belongs to no tetrahedron; it is left out.");
});

describe("the rabbit ventricles, a mesh in cm without surface labels", () => {
  beforeAll(() => {
    for (const extension of ["node", "ele", "face"]) {
      const content = readFixture(`rabbit-ventricles/UCSD_heart_decimated_173nodes.${extension}.gz`);
      folder.write(`rabbit.${extension}`, content);
    }
  });

  test("activate with --units cm; the node outside the mesh is told", async () => {
    const out = join(folder.path, "rabbit-out");
    const run = await runCli("activate", join(folder.path, "rabbit.node"), "--units", "cm", "--out", out, "--quiet");
    expect(run.stderr).toBe("");
    expect(run.stdout).toContain("- 1 node belongs to no tetrahedron; it is not reached.");
    const summary = JSON.parse(readFileSync(join(out, "summary.json"), "utf8"));
    expect(summary).toMatchObject({ nodeCount: 173, elementCount: 610, unreachedNodeCount: 1 });
    // 33 mm from end to end at no more than 0.6 mm/ms.
    expect(summary.totalActivationTime_ms).toBeGreaterThan(33 / 0.6);
    const times_ms = readActivationDat(new Uint8Array(readFileSync(join(out, "activation.dat"))), "a.dat", 173);
    expect(times_ms.filter((time) => time === Infinity).length).toBe(1);
  });

  test("are refused without a unit, and cm is named", async () => {
    const out = join(folder.path, "rabbit-refused");
    const run = await runCli("activate", join(folder.path, "rabbit.ele"), "--out", out, "--quiet");
    expectRefusal(run, { code: "unit-not-stated" });
    expect(run.stderr).toContain("--units cm would fit best");
    expectNothingWritten(out);
  });
});

import { truncateSync } from "node:fs";
import { join } from "node:path";
import { createUniformCells, NO_CELLS, writeVtkLegacy, writeVtkXml } from "@tributary/formats";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { caseText } from "./case.fixture.ts";
import {
  type CliRun,
  createTempFolder,
  expectNothingWritten,
  expectRefusal,
  runCli,
  type TempFolder,
} from "./run-cli.fixture.ts";

let folder: TempFolder;
let out: string;
beforeAll(() => {
  folder = createTempFolder();
  out = join(folder.path, "out");
});
afterAll(() => folder.remove());

/** Activates a file that must be refused, with `code`, and leave nothing behind. */
async function refuse(code: string, path: string, ...options: string[]): Promise<CliRun> {
  const run = await runCli("activate", path, "--out", out, "--quiet", ...options);
  expectRefusal(run, { code });
  expectNothingWritten(out);
  return run;
}

describe("a case file is refused", () => {
  test("that is not JSON, with line and column", async () => {
    const run = await refuse("case-not-json", folder.write("case.json", '{\n  "version": 1,\n}'));
    expect(run.stderr).toContain("case.json, line 3, column 1");
  });

  test("with an unknown key, and the key that was meant is named", async () => {
    const text = caseText({ heart: { kind: "preset", preset: "dcm-lbbb-male", edv: 259 } });
    const run = await refuse("case-unknown-key", folder.write("case.json", text));
    expect(run.stderr).toContain('Did you mean "edv_mL"?');
  });

  test("with a volume in liters where milliliters are read, and the range is told with its unit", async () => {
    const text = caseText({ heart: { kind: "preset", preset: "dcm-lbbb-male", edv_mL: 0.259 } });
    const run = await refuse("case-value-out-of-range", folder.write("case.json", text));
    expect(run.stderr).toContain("0.259 is given; allowed is a number from 40 to 700 mL");
  });

  test("with an unknown lead, and the lead that was meant is named", async () => {
    const text = caseText({ lead: { kind: "catalog", model: "attain-performa-4289" } });
    const run = await refuse("unknown-lead", folder.write("case.json", text));
    expect(run.stderr).toContain('Did you mean "attain-performa-4298"?');
  });

  test("that names a heart file which is not there: the name as written and its folder", async () => {
    const text = caseText({ heart: { kind: "surface", file: "meshes/heart.vtp" } });
    const run = await refuse("file-not-found", folder.write("case.json", text));
    expect(run.stderr).toContain(`where: meshes/heart.vtp in the folder ${folder.path}`);
  });

  test("that is not there", async () => {
    await refuse("file-not-found", join(folder.path, "nothing.json"));
  });
});

/** Corners of a tetrahedron 80 mm wide, moved along all axes. */
function corners(shift: number): number[] {
  return [0, 0, 0, 80, 0, 0, 0, 80, 0, 0, 0, 80].map((value) => value + shift);
}
const OUTWARD_FACES = [0, 2, 1, 0, 1, 3, 0, 3, 2, 1, 2, 3];

function surfaceOf(points: number[], triangles: number[]) {
  return {
    kind: "polyData" as const,
    points: Float64Array.from(points),
    polygons: createUniformCells(Uint32Array.from(triangles), 3),
    vertices: NO_CELLS,
    lines: NO_CELLS,
    strips: NO_CELLS,
    pointData: [],
    cellData: [{ name: "class", componentCount: 1, values: new Uint8Array(triangles.length / 3).fill(2) }],
    fieldData: [],
  };
}

describe("a surface is refused", () => {
  test("that passes through itself", async () => {
    const triangles = [...OUTWARD_FACES, ...OUTWARD_FACES.map((point) => point + 4)];
    const surface = surfaceOf([...corners(0), ...corners(10)], triangles);
    const run = await refuse("surface-self-intersecting", folder.write("twice.vtp", writeVtkXml(surface)));
    expect(run.stderr).toMatch(/where: twice.vtp, triangles \d+ and \d+/);
  });

  test("that has a hole", async () => {
    const surface = surfaceOf(corners(0), OUTWARD_FACES.slice(3));
    const run = await refuse("surface-open", folder.write("open.vtp", writeVtkXml(surface)));
    expect(run.stderr).toContain("where: open.vtp, edge");
  });

  test("with a coordinate that is not a number", async () => {
    const text = new TextDecoder().decode(writeVtkLegacy(surfaceOf(corners(0), OUTWARD_FACES), { binary: false }));
    const run = await refuse("points-not-finite", folder.write("nan.vtk", text.replace("80", "nan")));
    expect(run.stderr).toContain("nan.vtk");
    expect(run.stderr).toContain("is NaN");
  });

  test("in another unit than mm without --units, and the unit that fits is named", async () => {
    const points = corners(0).map((value) => value / 10);
    const surface = folder.write("cm.vtp", writeVtkXml(surfaceOf(points, OUTWARD_FACES)));
    const run = await refuse("unit-not-stated", surface);
    expect(run.stderr).toContain("--units cm would fit best");
  });

  test("that is a binary VTK file cut short", async () => {
    const bytes = writeVtkLegacy(surfaceOf(corners(0), OUTWARD_FACES), { binary: true });
    const points = new TextDecoder("latin1").decode(bytes).indexOf("POINTS");
    const run = await refuse("array-larger-than-file", folder.write("short.vtk", bytes.subarray(0, points + 60)));
    expect(run.stderr).toContain("short.vtk");
  });

  test("without labels of base, epicardium and cavities", async () => {
    const surface = { ...surfaceOf(corners(0), OUTWARD_FACES), cellData: [] };
    await refuse("surface-labels-missing", folder.write("plain.vtp", writeVtkXml(surface)));
  });
});

const PTS = "5\n0 0 0\n90000 0 0\n0 90000 0\n0 0 90000\n90000 90000 90000\n";

/** An openCARP mesh of these files beside each other; the path of its .pts file. */
function writeOpencarp(name: string, pts: string, elem: string, lon?: string): string {
  folder.write(`${name}.elem`, elem);
  if (lon) folder.write(`${name}.lon`, lon);
  return folder.write(`${name}.pts`, pts);
}

describe("a tetrahedral mesh is refused", () => {
  test("of which one element is inside out", async () => {
    const run = await refuse(
      "mesh-inverted",
      writeOpencarp("inverted", PTS, "2\nTt 0 1 2 3 1\nTt 1 2 3 4 1\n".replace("1 2 3 4", "2 1 3 4")),
    );
    expect(run.stderr).toContain("where: inverted.pts, element 1");
  });

  test("that falls into two pieces", async () => {
    const far = "4\n0 0 0\n90000 0 0\n0 90000 0\n0 0 90000\n".slice(2);
    const pts = `8\n${far}${far.replaceAll("90000", "190000").replaceAll("\n0 ", "\n100000 ")}`;
    const run = await refuse("mesh-disconnected", writeOpencarp("pieces", pts, "2\nTt 0 1 2 3 1\nTt 4 5 6 7 1\n"));
    expect(run.stderr).toContain("2 pieces of 1, 1 elements");
  });

  test("with a coordinate that is not a number", async () => {
    const run = await refuse(
      "points-not-finite",
      writeOpencarp("nan", PTS.replace("90000", "nan"), "1\nTt 0 1 2 3 1\n"),
    );
    expect(run.stderr).toContain("nan.pts");
  });

  test("with fibers of another mesh", async () => {
    const run = await refuse(
      "fibers-not-matching",
      writeOpencarp("lon", PTS, "1\nTt 0 1 2 3 1\n", "1\n1 0 0\n1 0 0\n"),
    );
    expect(run.stderr).toContain("directions for 2 elements; the mesh has 1");
  });

  test("whose second file is missing", async () => {
    await refuse("mesh-file-missing", folder.write("alone.pts", PTS));
  });
});

describe("a file of 2 GiB is refused by its size alone", () => {
  test.each(["case.json", "heart.vtp", "heart.vtk", "heart.stl", "heart.pts"])("%s", async (name) => {
    const path = folder.write(`large-${name}`, "");
    truncateSync(path, 2 * 2 ** 30);
    const run = await refuse("file-too-large", path);
    expect(run.stderr).toContain("2048 MiB; at most 512 MiB are read");
  });
});

import { extname } from "node:path";
import { type Case, createUniformCells, formatCase, NO_CELLS, VTK_CELL_TYPE, writeVtkXml } from "@tributary/formats";
import { countNodes, countTetrahedra, type TetrahedralMesh } from "@tributary/model";
import { type Command, EXIT_CODE } from "../command.ts";
import { COMMON_OPTIONS_HELP, INPUT_OPTIONS, INPUT_OPTIONS_HELP, readInputOptions } from "../input/input-options.ts";
import { loadCase } from "../input/load-case.ts";
import { type SpecifiedHeart, specifyHeart } from "../input/specify-heart.ts";
import { openOutputFolder } from "../output/output-folder.ts";
import { collectSurfaceArrays } from "../output/surface-arrays.ts";
import { renderListItem } from "../output/wrap-text.ts";
import { throwIfInterrupted } from "../throw-if-interrupted.ts";
import { usage } from "../usage-error.ts";

export const importCommand: Command = {
  name: "import",
  summary: "checks a heart in another program's format and writes it as a case of its own",
  help: [
    "tributary import FILE --out DIR [options]",
    "",
    "FILE is a labeled surface (.vtp, .stl, .ply) or a tetrahedral mesh (.vtu, .vtk, .pts/.elem, .node/.ele). It is",
    "checked (closed, not self-intersecting, no inverted element, unit) and written as heart.vtp or heart.vtu in mm,",
    "with a case.json beside it to be completed.",
    "",
    "  --out DIR           the folder to write to; files of the same name are replaced",
    INPUT_OPTIONS_HELP,
    COMMON_OPTIONS_HELP,
    "",
    "Example: tributary import heart.vtp --out my-case",
  ].join("\n"),
  mostPositionals: 1,
  options: { ...INPUT_OPTIONS, out: { type: "string" } },
  async run([path], options, context) {
    if (!path) throw usage("tributary import", "no file is named");
    if (options["out"] === undefined) throw usage("tributary import", "no folder is named (--out)");
    if ([".json", ".tributary"].includes(extname(path)) || path === "built-in") {
      throw usage("tributary import", "a case needs no import");
    }
    const loaded = loadCase(path, readInputOptions(options));
    const heart = specifyHeart(loaded);
    const { fileName, bytes, counts } = convertHeart(heart);
    const folder = openOutputFolder(String(options["out"]));
    try {
      const value = { ...loaded.case, heart: describeHeart(fileName) };
      folder.write(fileName, bytes);
      folder.write("case.json", formatCase(value));
      await throwIfInterrupted(context.signal);
      folder.commit();
      const remarks = [...heart.remarks, ...loaded.remarks];
      if (options["json"])
        context.print(JSON.stringify({ folder: folder.path, fileName, ...counts, remarks }, undefined, 2));
      else
        context.print(
          [`Written to ${folder.path}: ${fileName}, case.json`, counts.text, ...remarks.map(renderListItem)].join("\n"),
        );
      return EXIT_CODE.ok;
    } finally {
      folder.discard();
    }
  },
};

interface ConvertedHeart {
  readonly fileName: "heart.vtp" | "heart.vtu";
  readonly bytes: Uint8Array;
  readonly counts: { readonly text: string };
}

function convertHeart(heart: SpecifiedHeart): ConvertedHeart {
  if (heart.kind === "heart" && heart.specification.origin.kind === "surface") {
    const { points_mm, triangles, labels } = heart.specification.origin.surface;
    const polygons = createUniformCells(triangles, 3);
    const bytes = writeVtkXml({
      kind: "polyData",
      points: points_mm,
      polygons,
      vertices: NO_CELLS,
      lines: NO_CELLS,
      strips: NO_CELLS,
      pointData: [],
      cellData: [{ name: "class", componentCount: 1, values: labels }],
      fieldData: [],
    });
    return {
      fileName: "heart.vtp",
      bytes,
      counts: { text: `${points_mm.length / 3} points, ${labels.length} triangles` },
    };
  }
  const { mesh, fiber, surface } = meshOf(heart);
  const elementCount = countTetrahedra(mesh);
  const bytes = writeVtkXml({
    kind: "unstructuredGrid",
    points: mesh.points_mm,
    cells: createUniformCells(mesh.tetrahedra, 4),
    cellTypes: new Uint8Array(elementCount).fill(VTK_CELL_TYPE.tetra),
    pointData: surface?.pointData ?? [],
    cellData: fiber ? [{ name: "fiber", componentCount: 3, values: fiber }] : [],
    fieldData: surface?.fieldData ?? [],
  });
  return { fileName: "heart.vtu", bytes, counts: { text: `${countNodes(mesh)} nodes, ${elementCount} tetrahedra` } };
}

function meshOf(heart: SpecifiedHeart): {
  mesh: TetrahedralMesh;
  fiber: Float64Array | undefined;
  surface: ReturnType<typeof collectSurfaceArrays> | undefined;
} {
  if (heart.kind === "plainMesh") return { mesh: heart.mesh, fiber: heart.fiber, surface: undefined };
  const { origin } = heart.specification;
  if (origin.kind !== "tetrahedra") throw new Error("only tetrahedral meshes reach this place");
  return { mesh: origin.heart, fiber: origin.fiber, surface: collectSurfaceArrays(origin.heart) };
}

function describeHeart(fileName: ConvertedHeart["fileName"]): Case["heart"] {
  return fileName === "heart.vtp"
    ? { kind: "surface", file: fileName, units: "mm" }
    : { kind: "tetrahedra", files: [fileName], units: "mm" };
}

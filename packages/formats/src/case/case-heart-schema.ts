/** The ventricles of a case: a parametric heart, a surface or tetrahedra; their fibers and their scar. */
import { z } from "zod";
import { choice, clinicalQuantity, filePath, integer, kind, quantity, text, units } from "./case-field.ts";

const pose = z
  .strictObject({
    apexLeft_deg: quantity(
      "Turn of the apex to the left of straight ahead, seen from above",
      "deg",
      [0, 80],
      "the apex points forward and left; 30 to 60 is usual",
    ).exactOptional(),
    caudalTilt_deg: quantity(
      "Turn of the apex below the horizontal",
      "deg",
      [0, 80],
      "38 with a standard deviation of 8 in adults; upright in the tall and thin",
    ).exactOptional(),
    roll_deg: quantity(
      "Turn about the long axis, right-handed about the direction to the base",
      "deg",
      [-45, 45],
      "beyond it front and back of the heart change places",
    ).exactOptional(),
  })
  .meta({ description: "How the heart lies in the chest; left out: 45 to the left, 35 down, not rolled" });

const presetHeart = z.strictObject({
  kind: kind("preset", "A parametric heart, scaled to what was measured"),
  preset: text("Id of the preset, for example dcm-lbbb-male", 60),
  edv_mL: clinicalQuantity(
    "End-diastolic volume of the left ventricle",
    "mL",
    [40, 700],
    "small normal adults to the largest dilated ventricles",
  ).exactOptional(),
  wallThickness_mm: clinicalQuantity(
    "Thickness of the left ventricular wall at mid cavity, end of diastole",
    "mm",
    [3, 25],
    "thinned to severely hypertrophied walls",
  ).exactOptional(),
  length_mm: clinicalQuantity(
    "Length of the left ventricular cavity from apex to mitral annulus, end of diastole",
    "mm",
    [50, 150],
    "small normal adults to the largest dilated ventricles",
  ).exactOptional(),
  pose: pose.exactOptional(),
});

const axes = choice("Whether the file's axes are the patient's (LPS); left out: judged by where the apex points", [
  "patient",
  "unknown",
]).exactOptional();

const surfaceHeart = z.strictObject({
  kind: kind("surface", "A closed surface of both ventricles, to be filled with tetrahedra"),
  file: filePath("Surface (.vtp, .vtu, .vtk, .stl, .ply)"),
  units,
  axes,
  labelArray: text(
    "Array with the labels 1 base, 2 epicardium, 3 LV endocardium, 4 RV endocardium; left out: class, label, labels, region or tag",
  ).exactOptional(),
});

const tetrahedraHeart = z.strictObject({
  kind: kind("tetrahedra", "A tetrahedral mesh of both ventricles, used as it is"),
  files: z.array(filePath("One file of the mesh")).min(1).max(4).meta({
    description: "The files of one mesh: .pts, .elem and .lon; or .node, .ele and .face; or one .vtu or .vtk",
  }),
  units,
  axes,
  labelArray: text(
    "Point array with the surface labels 1 base, 2 epicardium, 3 LV endocardium, 4 RV endocardium; left out: class, label, labels, region or tag",
  ).exactOptional(),
});

export const fibers = z
  .strictObject({
    alphaEndo_deg: quantity("Helix angle at the endocardium", "deg", [-90, 90], "a line has no further directions"),
    alphaEpi_deg: quantity("Helix angle at the epicardium", "deg", [-90, 90], "a line has no further directions"),
    betaEndo_deg: quantity("Sheet angle at the endocardium", "deg", [-90, 90], "a plane has no further directions"),
    betaEpi_deg: quantity("Sheet angle at the epicardium", "deg", [-90, 90], "a plane has no further directions"),
  })
  .meta({ description: "Fiber angles of the rule-based fibers; left out: 60, -60, 0, 0" });

const tissue = choice("Dense scar, which does not conduct, or border zone, which conducts slowly", [
  "scar",
  "borderZone",
]);

const scarBySegments = z.strictObject({
  by: kind("segments", "As reports describe it"),
  segments: z
    .array(integer("AHA segment, one-based", [1, 17], "the 17-segment model"))
    .min(1)
    .max(17)
    .meta({ description: "AHA segments of the scar", uniqueItems: true }),
  transmuralFraction: quantity("Part of the wall it goes through", "1", [0, 1], "1 is the whole wall"),
  from: choice("Side it starts from; infarcts start at the endocardium", ["endocardium", "epicardium"]),
  tissue,
});

const scarByLabel = z.strictObject({
  by: kind("elementLabel", "By the element labels of an imported tetrahedral mesh"),
  labelArray: text("Cell array of the labels; left out: the region tags of .elem or .ele").exactOptional(),
  labels: z
    .array(integer("Element label", [-(2 ** 31), 2 ** 31 - 1], "a 32-bit number"))
    .min(1)
    .max(1000)
    .meta({ description: "Labels of the elements meant" }),
  tissue,
});

export const scar = z
  .array(z.discriminatedUnion("by", [scarBySegments, scarByLabel]))
  .max(100)
  .meta({
    description: "Scar and border zone; [] says that there is none, left out says that it is not known",
    clinical: true,
  });

export const heart = z
  .discriminatedUnion("kind", [presetHeart, surfaceHeart, tetrahedraHeart])
  .meta({ description: "The ventricles" });

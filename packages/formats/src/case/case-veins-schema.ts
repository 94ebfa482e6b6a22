/** The coronary veins of a case, the lead, and where the lead lies. */
import { z } from "zod";
import { choice, filePath, integer, kind, point_mm, quantity, text, units } from "./case-field.ts";

const explicitVein = z.strictObject({
  name: text("Name of the vein, for example leftMarginalVein", 60),
  points_mm: z
    .array(point_mm("A point of the middle of the lumen, patient space (LPS)"))
    .min(2)
    .max(10_000)
    .meta({ description: "From the mouth of the vein to its end" }),
  radius_mm: z
    .array(quantity("Radius of the lumen", "mm", [0.1, 15], "finest vein a wire enters to a dilated coronary sinus"))
    .min(2)
    .max(10_000)
    .meta({ description: "One for each point" }),
});

export const veins = z
  .discriminatedUnion("kind", [
    z.strictObject({
      kind: kind("generated", "Drawn from published anatomy"),
      seed: integer("Number of the draw; the same gives the same veins", [0, 2 ** 32 - 1], "a 32-bit number"),
      group: choice("What the coronary arteries have done, on which the veins depend", [
        "noCoronaryDisease",
        "coronaryDisease",
        "anteriorInfarction",
        "lateralInfarction",
      ]),
    }),
    z.strictObject({
      kind: kind("explicit", "Given here"),
      branches: z.array(explicitVein).min(1).max(100).meta({ description: "The veins" }),
    }),
    z.strictObject({
      kind: kind("centerline", "Read from a file"),
      file: filePath("Centerlines (.vtp or .vtk polylines with a radius, or .csv)"),
      units,
    }),
  ])
  .meta({ description: "The coronary veins" });

export const lead = z
  .discriminatedUnion("kind", [
    z.strictObject({
      kind: kind("catalog", "A lead of the catalog"),
      model: text("Id of the lead in the catalog, for example attain-performa-4298", 80),
    }),
    z.strictObject({
      kind: kind("custom", "A lead described here, from its data sheet"),
      id: z
        .string()
        .regex(/^[a-z0-9][a-z0-9-]*$/)
        .max(80)
        .meta({ description: "Name of the lead: lower-case letters, digits and hyphens" }),
      basedOn: text("Id of the catalog lead whose other values are taken over", 80).exactOptional(),
      maker: text("Maker", 80).exactOptional(),
      model: text("Model as printed", 80).exactOptional(),
      electrodeOffsets_mm: z
        .array(quantity("Distance from the tip electrode", "mm", [0, 120], "longer than any lead's electrode span"))
        .min(1)
        .max(4)
        .meta({ description: "LV1 (the tip, 0) first, increasing; one, two or four electrodes" }),
      bodySize_F: quantity("Diameter of the body", "F", [1, 8], "a wire to the largest leads"),
      tipSize_F: quantity("Diameter of the tip", "F", [1, 8], "a wire to the largest leads").exactOptional(),
      fixation: choice("How it holds in the vein", ["passive", "active"]).exactOptional(),
    }),
  ])
  .meta({ description: "The left-ventricular lead" });

export const placement = z
  .strictObject({
    vein: text("Name of the vein", 60),
    insertionDepth_mm: quantity(
      "Way of the tip electrode along the vein from its mouth",
      "mm",
      [0, 300],
      "longer than any vein of the heart",
    ),
  })
  .meta({ description: "Where the lead lies" });

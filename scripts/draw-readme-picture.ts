// Draws docs/pictures/activation.svg: the built-in patient's intrinsic beat, as `npm start` computes it.
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import {
  createInlineFieldSolver,
  DEFAULT_CONDUCTION,
  prepareHeart,
  prepareVeins,
  studyActivation,
} from "@tributary/engine";
import { createPose, findHeartPreset, HUMAN_FIBER_ANGLES } from "@tributary/model";
import { drawActivationViews } from "@tributary/report";

const prepared = prepareHeart({
  origin: {
    kind: "parametric",
    geometry: findHeartPreset("dcm-lbbb-male")!.geometry,
    pose: createPose(),
    edgeLength_mm: 1.5,
  },
  fiberAngles: HUMAN_FIBER_ANGLES,
  scar: [],
});
const { tree } = prepareVeins(prepared, { kind: "generated", seed: 105, group: "noCoronaryDisease" });
const study = await studyActivation(prepared, DEFAULT_CONDUCTION, [], { solver: createInlineFieldSolver() });
const { heart } = prepared;
const picture = drawActivationViews({
  surface: { points_mm: heart.points_mm, triangles: heart.boundaryTriangles, labels: heart.boundaryLabels },
  times_ms: study.maps[0]!.times_ms,
  title: "Left bundle branch block, built-in patient",
  subtitle: "Times from the first activation of the ventricles; coronary veins drawn from published statistics.",
  veins: tree.branches,
  imageDensity: 1,
});
const folder = join(import.meta.dirname, "..", "docs", "pictures");
mkdirSync(folder, { recursive: true });
writeFileSync(join(folder, "activation.svg"), picture.svg);

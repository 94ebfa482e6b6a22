import type { HeartSpecification } from "@tributary/engine";
import { readFixture } from "@tributary/fixtures";
import { readSurface } from "@tributary/formats";
import { checkSurface, createPose, findHeartPreset, HUMAN_FIBER_ANGLES } from "@tributary/model";

/** Mean edge of the hearts that validation meshes. */
export const EDGE_mm = 1.5;

/** Five anatomies that differ in size, shape, sex and disease. */
export const FIVE_PRESETS = [
  "normal-male",
  "lbbb-small-lv-female",
  "dcm-lbbb-male",
  "dcm-lbbb-male-severe",
  "icm-male",
] as const;

/** The real heart that ships with the project (example geometry 1 of Cobiveco, Schuler 2021). */
export const REAL_HEART = "real-heart";

/** What a heart of validation is made from. */
export function specifyWholeHeart(id: string, edgeLength_mm: number): HeartSpecification {
  const shared = { fiberAngles: HUMAN_FIBER_ANGLES, scar: [] };
  if (id === REAL_HEART) {
    return { ...shared, origin: { kind: "surface", surface: readRealHeart(), edgeLength_mm, axes: "unknown" } };
  }
  const { geometry } = findHeartPreset(id)!;
  return { ...shared, origin: { kind: "parametric", geometry, pose: createPose(), edgeLength_mm } };
}

function readRealHeart() {
  const bytes = readFixture("../examples/real-heart/heart.vtp");
  const imported = readSurface(bytes, "heart.vtp", { unit: "mm" });
  return checkSurface({ ...imported, labels: imported.labels! }).surface;
}

import type { HeartSpecification } from "@tributary/engine";
import { readFixture } from "@tributary/fixtures";
import { readSurface } from "@tributary/formats";
import { checkSurface, createPose, findHeartPreset, type HeartPresetId, HUMAN_FIBER_ANGLES } from "@tributary/model";

/** Five anatomies that differ in size, shape, sex and disease. */
export const FIVE_PRESETS: readonly HeartPresetId[] = [
  "normal-male",
  "lbbb-small-lv-female",
  "dcm-lbbb-male",
  "dcm-lbbb-male-severe",
  "icm-male",
];

export function specifyPresetHeart(id: HeartPresetId, edgeLength_mm: number): HeartSpecification {
  const { geometry } = findHeartPreset(id)!;
  return {
    origin: { kind: "parametric", geometry, pose: createPose(), edgeLength_mm },
    fiberAngles: HUMAN_FIBER_ANGLES,
    scar: [],
  };
}

/** The real heart that ships with the project (example geometry 1 of Cobiveco, Schuler 2021). */
export function specifyRealHeart(edgeLength_mm: number): HeartSpecification {
  const imported = readSurface(readFixture("../examples/real-heart/heart.vtp"), "heart.vtp", { unit: "mm" });
  const { surface } = checkSurface({ ...imported, labels: imported.labels! });
  return { origin: { kind: "surface", surface, edgeLength_mm }, fiberAngles: HUMAN_FIBER_ANGLES, scar: [] };
}

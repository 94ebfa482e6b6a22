import { addScaled, type Vector3 } from "../numerics/vector3.ts";
import { TORSO_PARAMETERS } from "./torso-parameters.ts";

/** The trunk as a rounded tube: superelliptic sections, narrower at the waist, flatter at the shoulders, closed ends. */
export interface TorsoShape {
  readonly chestWidth_mm: number;
  readonly chestDepth_mm: number;
  readonly heightAbove_mm: number;
  readonly heightBelow_mm: number;
}

/** Exponent of the cross-sections: 2 is an ellipse, large a rectangle; assumed. */
const SECTION_EXPONENT = 2.5;
/** Exponent that rounds off the ends; assumed. */
const END_EXPONENT = 5;

/** Half width and half depth at height z above the level of the heart, before the ends are rounded off, mm. */
function halfAxes(shape: TorsoShape, z_mm: number): readonly [width: number, depth: number] {
  const below = Math.min(1, Math.max(0, -z_mm / shape.heightBelow_mm));
  const above = Math.min(1, Math.max(0, z_mm / shape.heightAbove_mm));
  const waist = 1 - (1 - TORSO_PARAMETERS.waistRatio.value) * Math.sin(Math.PI * below) ** 2;
  const shoulders = 1 - (1 - TORSO_PARAMETERS.shoulderDepthRatio.value) * above * above;
  return [0.5 * shape.chestWidth_mm * waist, 0.5 * shape.chestDepth_mm * shoulders];
}

/**
 * Below 0 inside, 0 on the skin: (|x/a|ⁿ + |y/b|ⁿ)^(m/n) + |z/h|^m - 1 with half axes a(z), b(z) and height h.
 *
 * @param place_mm  from the middle of the trunk at the level of the heart, LPS
 */
export function evaluateTorso(shape: TorsoShape, [x, y, z]: Vector3): number {
  const [halfWidth_mm, halfDepth_mm] = halfAxes(shape, z);
  const section = Math.abs(x / halfWidth_mm) ** SECTION_EXPONENT + Math.abs(y / halfDepth_mm) ** SECTION_EXPONENT;
  const end = Math.abs(z / (z > 0 ? shape.heightAbove_mm : shape.heightBelow_mm)) ** END_EXPONENT;
  return section ** (END_EXPONENT / SECTION_EXPONENT) + end - 1;
}

/** Where a ray from inside the trunk leaves it; `direction` of any length. */
export function findSkin(shape: TorsoShape, from_mm: Vector3, direction: Vector3): Vector3 {
  let [inside, outside] = [0, 1];
  while (evaluateTorso(shape, addScaled(from_mm, direction, outside)) < 0) outside *= 2;
  for (let step = 0; step < 60; step++) {
    const middle = 0.5 * (inside + outside);
    if (evaluateTorso(shape, addScaled(from_mm, direction, middle)) < 0) inside = middle;
    else outside = middle;
  }
  return addScaled(from_mm, direction, 0.5 * (inside + outside));
}

import type { PreparedHeart, PreparedVeins } from "@tributary/engine";
import { applyPose, rotationalOfNode, SURFACE_LABEL, TISSUE } from "@tributary/model";
import type { UnrolledField } from "../figures/unrolled-field.ts";

/** The heart's surface as it lies in the body; views are named by the body. */
export function poseSurface({ heart, body }: PreparedHeart) {
  const { points_mm } = applyPose({ points_mm: heart.points_mm }, body.pose);
  return { points_mm, triangles: heart.boundaryTriangles, labels: heart.boundaryLabels };
}

/** The veins as they lie in the body. */
export function poseTree({ body }: PreparedHeart, { tree }: PreparedVeins) {
  return tree.branches.map((branch) => applyPose(branch, body.pose));
}

/** Times over the LV epicardium, for the planning map. */
export function createEpicardialField(
  { heart, coordinates }: PreparedHeart,
  times_ms: Float64Array,
): Extract<UnrolledField, { kind: "triangles" }> {
  const triangles: number[] = [];
  for (let triangle = 0; triangle < heart.boundaryLabels.length; triangle++) {
    if (heart.boundaryLabels[triangle] !== SURFACE_LABEL.epicardium) continue;
    const corners = heart.boundaryTriangles.subarray(3 * triangle, 3 * triangle + 3);
    if (corners.every((node) => coordinates.tv[node] === 0)) triangles.push(...corners);
  }
  return {
    kind: "triangles",
    triangles,
    ab: coordinates.ab,
    rt: coordinates.ab.map((_, node) => rotationalOfNode(coordinates, node)),
    times_ms,
  };
}

/** Segments of which more than half the muscle is scar. */
export function listScarredSegments({ segment, tissue, elementVolumes_mm3 }: PreparedHeart): number[] {
  const scar = new Float64Array(18);
  const total = new Float64Array(18);
  for (let element = 0; element < segment.length; element++) {
    total[segment[element]!]! += elementVolumes_mm3[element]!;
    if (tissue[element] === TISSUE.scar) scar[segment[element]!]! += elementVolumes_mm3[element]!;
  }
  return Array.from({ length: 17 }, (_, index) => index + 1).filter((number) => scar[number]! > total[number]! / 2);
}

export function toOptional(value: number): number | undefined {
  return Number.isFinite(value) ? value : undefined;
}

import { TributaryError } from "@tributary/model";
import type { CenterlineBranch } from "./centerline.ts";

/**
 * A branch ready for use: points that repeat the one before are left out (tools write them where lines meet), every
 * coordinate is finite, every radius positive, and two points at least remain.
 *
 * @throws TributaryError `centerline-invalid` naming branch and point
 */
export function checkBranch(branch: CenterlineBranch, fileName: string): CenterlineBranch {
  const { name, points_mm, radius_mm } = branch;
  const kept: number[] = [];
  for (let point = 0; point < radius_mm.length; point++) {
    const place = points_mm.subarray(3 * point, 3 * point + 3);
    const where = `${fileName}, branch "${name}", point ${point}`;
    if (!place.every(Number.isFinite))
      throw errorCenterline(where, `coordinates ${place.join(", ")}`, "finite numbers");
    const radius = radius_mm[point]!;
    if (!(radius > 0 && Number.isFinite(radius))) throw errorCenterline(where, `radius ${radius} mm`, "more than 0 mm");
    const last = kept.at(-1);
    const repeats = last !== undefined && place.every((x, axis) => x === points_mm[3 * last + axis]);
    if (!repeats) kept.push(point);
  }
  if (kept.length < 2) {
    throw errorCenterline(`${fileName}, branch "${name}"`, `${kept.length} distinct points`, "at least 2");
  }
  if (kept.length === radius_mm.length) return branch;
  return {
    name,
    points_mm: Float64Array.from(kept.flatMap((point) => [...points_mm.subarray(3 * point, 3 * point + 3)])),
    radius_mm: Float64Array.from(kept, (point) => radius_mm[point]!),
  };
}

export function errorCenterline(where: string, found: string, expected: string): TributaryError {
  return new TributaryError({
    code: "centerline-invalid",
    what: "A vein centerline cannot be used.",
    where,
    why: `found ${found}; needed ${expected}`,
    fix: "Repair the centerline in the program that made it; every point needs x, y, z and a radius.",
  });
}

import { TributaryError } from "../errors/tributary-error.ts";
import type { TriangleSurface } from "./mesh.ts";
import { findSelfIntersection } from "./surface-intersection.ts";

export interface CheckedSurface<Surface extends TriangleSurface> {
  /** As given, or with all triangles turned round. */
  readonly surface: Surface;
  readonly enclosedVolume_mm3: number;
  /** What was changed, in sentences. */
  readonly remarks: readonly string[];
}

/**
 * Checks that a surface bounds a body: finite points, existing indices, triangles with area, every edge shared by exactly
 * two triangles that run it in opposite directions, outward, no triangle through another.
 *
 * A surface that is inside out as a whole is turned round and a remark says so.
 *
 * @throws TributaryError "surface-not-finite", "surface-index", "surface-degenerate", "surface-open",
 *         "surface-not-manifold", "surface-orientation", "surface-self-intersecting"; the first triangle or edge is named
 *
 * Cost: linear for a surface of even triangles.
 */
export function checkSurface<Surface extends TriangleSurface>(surface: Surface): CheckedSurface<Surface> {
  checkPoints(surface);
  checkTriangles(surface);
  checkEdges(surface);
  const volume_mm3 = enclosedVolume_mm3(surface);
  const crossing = findSelfIntersection(surface);
  if (crossing) {
    throw surfaceError(
      "surface-self-intersecting",
      "The surface passes through itself.",
      `triangles ${crossing[0]} and ${crossing[1]}`,
      `an edge of one crosses the other near ${describePoint(surface, surface.triangles[3 * crossing[0]]!)}`,
      "Repair the surface in a mesh editor, or smooth and export it again.",
    );
  }
  if (volume_mm3 >= 0) return { surface, enclosedVolume_mm3: volume_mm3, remarks: [] };
  const triangles = surface.triangles.slice();
  for (let i = 0; i < triangles.length; i += 3)
    [triangles[i + 1], triangles[i + 2]] = [triangles[i + 2]!, triangles[i + 1]!];
  return {
    surface: { ...surface, triangles },
    enclosedVolume_mm3: -volume_mm3,
    remarks: ["All triangles faced inward; they were turned round."],
  };
}

function checkPoints({ points_mm }: TriangleSurface): void {
  const index = points_mm.findIndex((value) => !Number.isFinite(value));
  if (index < 0) return;
  throw surfaceError(
    "surface-not-finite",
    "A point of the surface has no finite position.",
    `point ${Math.floor(index / 3)}`,
    `coordinate ${"xyz"[index % 3]} is ${points_mm[index]}; finite mm are needed`,
    "Export the surface again; the file may be damaged.",
  );
}

function checkTriangles(surface: TriangleSurface): void {
  const { points_mm: p, triangles } = surface;
  const pointCount = p.length / 3;
  if (triangles.length === 0 || triangles.length % 3 !== 0) {
    throw surfaceError(
      "surface-index",
      "The surface has no whole triangles.",
      "triangles",
      `${triangles.length} indices; a multiple of 3 above 0 is needed`,
      "Export the surface as triangles.",
    );
  }
  for (let i = 0; i < triangles.length; i++) {
    if (triangles[i]! < pointCount) continue;
    throw surfaceError(
      "surface-index",
      "A triangle names a point that does not exist.",
      `triangle ${Math.floor(i / 3)}`,
      `point ${triangles[i]}; there are ${pointCount} points, numbered from 0`,
      "Export the surface again; points and triangles do not belong together.",
    );
  }
  for (let i = 0; i < triangles.length; i += 3) {
    const area_mm2 = triangleArea_mm2(p, 3 * triangles[i]!, 3 * triangles[i + 1]!, 3 * triangles[i + 2]!);
    if (area_mm2 > 1e-12) continue;
    throw surfaceError(
      "surface-degenerate",
      "A triangle of the surface has no area.",
      `triangle ${i / 3} at ${describePoint(surface, triangles[i]!)}`,
      `area ${area_mm2.toExponential(1)} mm²; more than 1e-12 mm² is needed`,
      "Remove collapsed triangles in a mesh editor.",
    );
  }
}

function triangleArea_mm2(p: Float64Array, a: number, b: number, c: number): number {
  const [ux, uy, uz] = [p[b]! - p[a]!, p[b + 1]! - p[a + 1]!, p[b + 2]! - p[a + 2]!];
  const [vx, vy, vz] = [p[c]! - p[a]!, p[c + 1]! - p[a + 1]!, p[c + 2]! - p[a + 2]!];
  return Math.hypot(uy * vz - uz * vy, uz * vx - ux * vz, ux * vy - uy * vx) / 2;
}

/** Every directed edge once, and its reverse once. */
function checkEdges(surface: TriangleSurface): void {
  const { points_mm, triangles } = surface;
  const pointCount = points_mm.length / 3;
  const countOfEdge = new Map<number, number>();
  for (let i = 0; i < triangles.length; i++) {
    const key = triangles[i]! * pointCount + triangles[i % 3 === 2 ? i - 2 : i + 1]!;
    countOfEdge.set(key, (countOfEdge.get(key) ?? 0) + 1);
  }
  for (let i = 0; i < triangles.length; i++) {
    const from = triangles[i]!;
    const to = triangles[i % 3 === 2 ? i - 2 : i + 1]!;
    const along = countOfEdge.get(from * pointCount + to)!;
    const against = countOfEdge.get(to * pointCount + from) ?? 0;
    if (along === 1 && against === 1) continue;
    throw edgeError(surface, Math.floor(i / 3), from, to, along, against);
  }
}

function edgeError(
  surface: TriangleSurface,
  triangle: number,
  from: number,
  to: number,
  along: number,
  against: number,
) {
  const where = `edge ${from}-${to} of triangle ${triangle} at ${describePoint(surface, from)}`;
  if (along + against === 1) {
    return surfaceError(
      "surface-open",
      "The surface has a hole.",
      where,
      "the edge belongs to one triangle; in a closed surface every edge belongs to two",
      "Close the surface (the base too) and merge points that lie on each other.",
    );
  }
  if (along + against > 2) {
    return surfaceError(
      "surface-not-manifold",
      "More than two triangles of the surface meet at an edge.",
      where,
      `${along + against} triangles; exactly 2 are needed`,
      "Remove inner walls and double triangles in a mesh editor.",
    );
  }
  return surfaceError(
    "surface-orientation",
    "Two neighboring triangles face opposite sides.",
    where,
    "both run the edge in the same direction; counter-clockwise from outside they would run it in opposite ones",
    "Make the normals consistent in a mesh editor.",
  );
}

function enclosedVolume_mm3({ points_mm: p, triangles }: TriangleSurface): number {
  let volume_mm3 = 0;
  for (let i = 0; i < triangles.length; i += 3) {
    const a = 3 * triangles[i]!;
    const b = 3 * triangles[i + 1]!;
    const c = 3 * triangles[i + 2]!;
    volume_mm3 +=
      p[a]! * (p[b + 1]! * p[c + 2]! - p[b + 2]! * p[c + 1]!) +
      p[a + 1]! * (p[b + 2]! * p[c]! - p[b]! * p[c + 2]!) +
      p[a + 2]! * (p[b]! * p[c + 1]! - p[b + 1]! * p[c]!);
  }
  return volume_mm3 / 6;
}

function describePoint({ points_mm }: TriangleSurface, point: number): string {
  const [x, y, z] = points_mm.subarray(3 * point, 3 * point + 3);
  return `(${x!.toFixed(1)}, ${y!.toFixed(1)}, ${z!.toFixed(1)}) mm`;
}

function surfaceError(code: string, what: string, where: string, why: string, fix: string): TributaryError {
  return new TributaryError({ code, what, where, why, fix });
}

import { rotationalOfNode } from "../anatomy/element-coordinates.ts";
import type { VentricularCoordinates } from "../anatomy/ventricular-coordinates.ts";
import { type HeartMesh, SURFACE_LABEL, type TriangleSurface } from "../mesh/mesh.ts";
import { areaVector, cornersOfTriangle } from "../mesh/triangle-geometry.ts";
import { addScaled, distance, normalize, pointAt, type Vector3 } from "../numerics/vector3.ts";
import { coordinatesFromDisc, createDiscFinder, discFromCoordinates, discRt } from "./coordinate-disc.ts";
import { createNearestTriangleFinder } from "./nearest-triangle.ts";

/** A place of the epicardium asked for by coordinates. */
export interface EpicardialPlace {
  readonly point_mm: Vector3;
  /** Unit, out of the muscle. */
  readonly normal: Vector3;
  /** 0 on the heart; otherwise how far outside the mapped epicardium the asked coordinates lie, about. */
  readonly offHeart_mm: number;
}

/** The epicardial point nearest to a place in space. */
export interface EpicardialProjection {
  readonly ab: number;
  readonly rt: number;
  readonly point_mm: Vector3;
  readonly normal: Vector3;
  readonly distance_mm: number;
}

/** Both ways between (ab, rt) and the epicardium of one heart. */
export interface EpicardialMap {
  locate(ab: number, rt: number): EpicardialPlace;
  project(point_mm: Vector3): EpicardialProjection;
}

export interface EpicardialSurface extends TriangleSurface {
  /** ab and rt at each point of `points_mm`; read only at points of the triangles. */
  readonly ab: ArrayLike<number>;
  readonly rt: ArrayLike<number>;
}

/**
 * A map between coordinates and the epicardium.
 *
 * Coordinates are looked up and interpolated on the disc (ab cos 2 pi rt, ab sin 2 pi rt), so neither the apex nor the
 * wrap of rt is special. Normals are area-weighted at the nodes.
 *
 * @param surface  epicardial triangles, outward, with ab (0 apex .. 1 base) and rt per point
 * @returns locate: always a place, with the distance if the coordinates lie off the heart; project: always a place
 *
 * Accuracy: linear in each triangle; the error is that of the coordinates plus h^2 / 8R.
 */
export function createEpicardialMap(surface: EpicardialSurface): EpicardialMap {
  const { points_mm, triangles } = surface;
  const disc = new Float64Array((2 * points_mm.length) / 3);
  for (const node of triangles) {
    const [u, v] = discFromCoordinates(surface.ab[node]!, surface.rt[node]!);
    disc[2 * node] = u;
    disc[2 * node + 1] = v;
  }
  const normals = computeNodeNormals(surface);
  const findOnDisc = createDiscFinder(disc, triangles);
  const findNearest = createNearestTriangleFinder(surface);

  function blend(values: Float64Array, triangle: number, weights: readonly number[]): Vector3 {
    let sum: Vector3 = [0, 0, 0];
    for (let corner = 0; corner < 3; corner++) {
      sum = addScaled(sum, pointAt(values, triangles[3 * triangle + corner]!), weights[corner]!);
    }
    return sum;
  }

  return {
    locate(ab, rt) {
      const [u, v] = discFromCoordinates(ab, rt);
      const { triangle, weights, outside, extrapolated } = findOnDisc(u, v);
      const point_mm = blend(points_mm, triangle, weights);
      const isOn = outside <= RIM_TOLERANCE;
      return {
        point_mm,
        normal: normalize(blend(normals, triangle, weights)),
        offHeart_mm: isOn ? 0 : distance(point_mm, blend(points_mm, triangle, extrapolated)),
      };
    },
    project(point_mm) {
      const { triangle, weights, distance_mm } = findNearest(point_mm);
      let u = 0;
      let v = 0;
      for (let corner = 0; corner < 3; corner++) {
        const node = triangles[3 * triangle + corner]!;
        u += weights[corner]! * disc[2 * node]!;
        v += weights[corner]! * disc[2 * node + 1]!;
      }
      return {
        ...coordinatesFromDisc(u, v),
        point_mm: blend(points_mm, triangle, weights),
        normal: normalize(blend(normals, triangle, weights)),
        distance_mm,
      };
    },
  };
}

/** The rim of a mesh is a polygon: coordinates on the true circle lie this little outside it, and count as on the heart. */
const RIM_TOLERANCE = 0.02;

/**
 * The map of a heart's whole epicardium; the right ventricle's free wall stands at rt 2/3 .. 1, where the left has none.
 */
export function createHeartEpicardialMap(
  heart: HeartMesh,
  coordinates: Pick<VentricularCoordinates, "ab" | "rtSin" | "rtCos" | "tv">,
): EpicardialMap {
  const triangles: number[] = [];
  for (let t = 0; t < heart.boundaryLabels.length; t++) {
    if (heart.boundaryLabels[t] !== SURFACE_LABEL.epicardium) continue;
    for (let corner = 0; corner < 3; corner++) triangles.push(heart.boundaryTriangles[3 * t + corner]!);
  }
  const rt = new Float64Array(coordinates.ab.length);
  for (let node = 0; node < rt.length; node++) {
    rt[node] = discRt(rotationalOfNode(coordinates, node), coordinates.tv[node] === 1);
  }
  return createEpicardialMap({
    points_mm: heart.points_mm,
    triangles: Uint32Array.from(triangles),
    ab: coordinates.ab,
    rt,
  });
}

function computeNodeNormals({ points_mm, triangles }: TriangleSurface): Float64Array {
  const normals = new Float64Array(points_mm.length);
  for (let t = 0; t < triangles.length / 3; t++) {
    const area = areaVector(...cornersOfTriangle(points_mm, triangles, t));
    for (let corner = 0; corner < 3; corner++) {
      const node = triangles[3 * t + corner]!;
      for (let axis = 0; axis < 3; axis++) normals[3 * node + axis]! += area[axis]!;
    }
  }
  return normals;
}

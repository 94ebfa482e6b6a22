import { beforeAll, describe, expect, test } from "vitest";
import { interpolateAt, locatePoint } from "../mesh/interpolate-at.fixture.ts";
import type { HeartMesh } from "../mesh/mesh.ts";
import { meshImplicitShape } from "../mesh/mesh-implicit-shape.ts";
import { radiansFromDegrees } from "../units/convert.ts";
import { assignAhaSegments, measureSegmentVolumes, WALL } from "./aha-segments.ts";
import { foundAgainFraction, largestBoundaryMiss } from "./coordinate-checks.fixture.ts";
import { grooveAngleFromRt } from "./coordinate-conventions.ts";
import { createCoordinateLookup } from "./coordinate-lookup.ts";
import { rotationalOfNode } from "./element-coordinates.ts";
import { findHeartPreset } from "./heart-presets.ts";
import { createParametricHeart, type ParametricHeart } from "./parametric-heart.ts";
import { computeVentricularCoordinates, type VentricularCoordinateSolution } from "./ventricular-coordinates.ts";

interface SolvedPreset {
  readonly heart: HeartMesh;
  readonly coordinates: VentricularCoordinateSolution;
}

const solvedPresets = new Map<string, SolvedPreset>();

/** The mesh and coordinates of a preset, once for all tests of this file. */
function solvePreset(id: string): SolvedPreset {
  const known = solvedPresets.get(id);
  if (known) return known;
  const { shape } = createParametricHeart(findHeartPreset(id)!.geometry);
  const { heart } = meshImplicitShape(shape, { edgeLength_mm: 3 });
  const solved = { heart, coordinates: computeVentricularCoordinates(heart) };
  solvedPresets.set(id, solved);
  return solved;
}

/** Point of the LV wall of a preset at an AHA angle, level z and depth (0 endocardium, 1 epicardium); heart frame. */
function pointOfWall({ leftVentricle: lv }: ParametricHeart, ahaAngle_deg: number, z_mm: number, depth: number) {
  const inner = lv.a * Math.sqrt(1 - (z_mm / lv.c) ** 2);
  const outer = lv.epiA * Math.sqrt(1 - (z_mm / lv.epiC) ** 2);
  const radius = inner + depth * (outer - inner);
  const angle_rad = radiansFromDegrees(ahaAngle_deg);
  return [-radius * Math.cos(angle_rad), radius * Math.sin(angle_rad), z_mm] as const;
}

function readAt(heart: HeartMesh, coordinates: VentricularCoordinateSolution, point_mm: readonly number[]) {
  const place = locatePoint(heart, point_mm);
  if (!place) throw new Error(`no element at ${point_mm.join(", ")}`);
  const turn =
    Math.atan2(interpolateAt(place, coordinates.rtSin), interpolateAt(place, coordinates.rtCos)) / (2 * Math.PI);
  return {
    ab: interpolateAt(place, coordinates.ab),
    tm: interpolateAt(place, coordinates.tm),
    rt: turn - Math.floor(turn),
  };
}

/** Degrees between the groove angle of the coordinates at a landmark and the one an anatomist would give. */
function missLandmark(
  heart: HeartMesh,
  coordinates: VentricularCoordinateSolution,
  point_mm: readonly number[],
  theta_deg: number,
) {
  const difference = grooveAngleFromRt(readAt(heart, coordinates, point_mm).rt) - theta_deg;
  return Math.abs(difference - 360 * Math.round(difference / 360));
}

/** The same heart seen in a mirror (y reversed), elements and triangles kept positive. */
function mirrorHeart(heart: HeartMesh): HeartMesh {
  const swapLastTwo = (indices: Uint32Array, width: number) =>
    indices.map((_, i) => (i % width < width - 2 ? indices[i]! : indices[i % width === width - 1 ? i - 1 : i + 1]!));
  return {
    points_mm: heart.points_mm.map((value, i) => (i % 3 === 1 ? -value : value)),
    tetrahedra: swapLastTwo(heart.tetrahedra, 4),
    boundaryTriangles: swapLastTwo(heart.boundaryTriangles, 3),
    boundaryLabels: heart.boundaryLabels,
  };
}

function listNeighbors(heart: HeartMesh): Set<number>[] {
  const neighbors = Array.from({ length: heart.points_mm.length / 3 }, () => new Set<number>());
  for (let first = 0; first < heart.tetrahedra.length; first += 4) {
    const nodes = heart.tetrahedra.subarray(first, first + 4);
    for (const a of nodes) for (const b of nodes) if (a !== b) neighbors[a]!.add(b);
  }
  return neighbors;
}

function isRising(values: readonly number[]): boolean {
  return values.every((value, i) => i === 0 || value > values[i - 1]!);
}

describe.each(["normal-female", "dcm-lbbb-male"])("ventricular coordinates of the preset %s", (id) => {
  const preset = createParametricHeart(findHeartPreset(id)!.geometry);
  let heart: HeartMesh;
  let coordinates: VentricularCoordinateSolution;

  beforeAll(() => {
    ({ heart, coordinates } = solvePreset(id));
  });

  test("the axes are those the heart was built on", () => {
    expect(coordinates.frame.longAxis[2]).toBeGreaterThan(0.999);
    expect(coordinates.frame.septalAxis[0]).toBeGreaterThan(0.999);
    expect(coordinates.frame.anteriorAxis[1]).toBeGreaterThan(0.999);
  });

  test("boundary values are exact: tm 0 on the epicardium and 1 on both endocardia, ab 1 on the base and 0 at the apex", () => {
    expect(largestBoundaryMiss(heart, coordinates)).toBeLessThan(1e-6);
    expect(coordinates.ab.reduce((least, value) => Math.min(least, value), 1)).toBeLessThan(1e-6);
  });

  test("every value is finite and in its range", () => {
    for (const values of [coordinates.ab, coordinates.tm]) expect(values.every((v) => v >= 0 && v <= 1)).toBe(true);
    for (let node = 0; node < coordinates.ab.length; node++) {
      expect(Math.abs(Math.hypot(coordinates.rtSin[node]!, coordinates.rtCos[node]!) - 1)).toBeLessThan(1e-12);
    }
  });

  test("AHA angles 0, 90, 180, 270 at mid-height read theta 120, 210, 300, 30", () => {
    for (const [ahaAngle_deg, theta_deg] of [
      [0, 120],
      [90, 210],
      [180, 300],
      [270, 30],
    ] as const) {
      const depth = ahaAngle_deg === 180 ? 0.25 : 0.5;
      const point_mm = pointOfWall(preset, ahaAngle_deg, 0, depth);
      expect(missLandmark(heart, coordinates, point_mm, theta_deg)).toBeLessThan(10);
    }
  });

  test("the grooves are at rt 2/3 (anterior) and 0 (posterior)", () => {
    const z_mm = 0.25 * preset.leftVentricle.c;
    for (const [ahaAngle_deg, theta_deg] of [
      [120, 240],
      [240, 0],
    ] as const) {
      expect(missLandmark(heart, coordinates, pointOfWall(preset, ahaAngle_deg, z_mm, 0.9), theta_deg)).toBeLessThan(
        10,
      );
    }
  });

  test("tm rises inward, rt around and ab upward along lines through the LV free wall", () => {
    const steps = Array.from({ length: 9 }, (_, i) => 0.1 + i / 10);
    for (const ahaAngle_deg of [-80, -20, 40, 90]) {
      const inward = steps.map((s) => readAt(heart, coordinates, pointOfWall(preset, ahaAngle_deg, -10, 1 - s)).tm);
      expect(isRising(inward)).toBe(true);
      const upward = steps.map(
        (s) => readAt(heart, coordinates, pointOfWall(preset, ahaAngle_deg, -50 + 75 * s, 0.5)).ab,
      );
      expect(isRising(upward)).toBe(true);
    }
    const around = steps.map((s) => readAt(heart, coordinates, pointOfWall(preset, -110 + 220 * s, 5, 0.5)).rt);
    expect(isRising(around)).toBe(true);
  });

  test("fewer than one node in a thousand is a local extremum of ab or tm inside the muscle", () => {
    const neighbors = listNeighbors(heart);
    const isBoundary = new Uint8Array(neighbors.length);
    for (const node of heart.boundaryTriangles) isBoundary[node] = 1;
    for (const values of [coordinates.ab, coordinates.tm]) {
      let extremeCount = 0;
      for (const [node, around] of neighbors.entries()) {
        const isAtInterface = [...around].some((other) => coordinates.tv[other] !== coordinates.tv[node]);
        if (isBoundary[node] || isAtInterface) continue;
        const others = [...around].map((other) => values[other]!);
        if (Math.min(...others) >= values[node]! || Math.max(...others) <= values[node]!) extremeCount++;
      }
      expect(extremeCount).toBeLessThan(neighbors.length / 1000);
    }
  });

  test("from nodes to coordinates and back is within one mean edge for 95 % of nodes", () => {
    expect(foundAgainFraction(heart, coordinates, 7)).toBeGreaterThan(0.95);
  });

  test("the published early sites land in their segments", () => {
    const lookup = createCoordinateLookup(heart, coordinates);
    const { segment, wall } = assignAhaSegments(heart, coordinates);
    const segmentOf = (ab: number, rt: number, tv: 0 | 1) => {
      const found = lookup({ ab, rt, tm: 0.99, tv });
      expect(found.mismatch_mm).toBeLessThan(0.5);
      return { segment: segment[found.element], wall: wall[found.element] };
    };
    expect(segmentOf(0.46, 0.101, 0)).toEqual({ segment: 10, wall: WALL.lvFree });
    expect(segmentOf(0.9, 0.528, 0)).toEqual({ segment: 1, wall: WALL.lvFree });
    expect(segmentOf(0.33, 0.821, 0)).toEqual({ segment: 14, wall: WALL.septum });
    expect(segmentOf(0.5, 0.875, 1)).toEqual({ segment: 9, wall: WALL.septum });
    expect(segmentOf(0.37, 0.432, 1)).toEqual({ segment: 0, wall: WALL.rvFree });
  });

  test("the RV inserts on the borders of segments 1|2 and 3|4", () => {
    const { segment } = assignAhaSegments(heart, coordinates);
    for (const [border, pair] of [
      [2 / 3, [1, 2]],
      [0, [3, 4]],
    ] as const) {
      const found = new Set<number>();
      for (let element = 0; element < segment.length; element++) {
        const nodes = [...heart.tetrahedra.subarray(4 * element, 4 * element + 4)];
        if (nodes.some((node) => coordinates.tv[node] === 1 || coordinates.ab[node]! < 0.75)) continue;
        const sides = nodes.map((node) => Math.sin(2 * Math.PI * (rotationalOfNode(coordinates, node) - border)));
        const isNear = nodes.every(
          (node) => Math.cos(2 * Math.PI * (rotationalOfNode(coordinates, node) - border)) > 0.9,
        );
        if (isNear && Math.min(...sides) < 0 && Math.max(...sides) > 0) found.add(segment[element]!);
      }
      expect([...found].sort((a, b) => a - b)).toEqual([...pair]);
    }
  });

  test("all seventeen segments have muscle, and the free walls are told apart", () => {
    const { segment, wall } = assignAhaSegments(heart, coordinates);
    const volumes_mL = measureSegmentVolumes(heart, segment);
    for (let k = 1; k <= 17; k++) expect(volumes_mL[k]).toBeGreaterThan(0.3);
    expect(new Set(wall)).toEqual(new Set([WALL.lvFree, WALL.septum, WALL.rvFree]));
  });
});

describe("ventricular coordinates computed twice", () => {
  const preset = createParametricHeart(findHeartPreset("normal-female")!.geometry);
  let heart: HeartMesh;
  let coordinates: VentricularCoordinateSolution;

  beforeAll(() => {
    ({ heart, coordinates } = solvePreset("normal-female"));
  });

  test("the landmarks fail on the mirror image", () => {
    const mirrored = mirrorHeart(heart);
    const ofMirrored = computeVentricularCoordinates(mirrored);
    for (const [ahaAngle_deg, theta_deg] of [
      [120, 240],
      [90, 210],
      [240, 0],
    ] as const) {
      const [x, y, z] = pointOfWall(preset, ahaAngle_deg, 0.25 * preset.leftVentricle.c, 0.8);
      expect(missLandmark(heart, coordinates, [x, y, z], theta_deg)).toBeLessThan(10);
      expect(missLandmark(mirrored, ofMirrored, [x, -y, z], theta_deg)).toBeGreaterThan(100);
    }
  });

  test("the same heart gives the same numbers again", () => {
    const again = computeVentricularCoordinates(heart);
    expect(again.ab).toEqual(coordinates.ab);
    expect(again.rtSin).toEqual(coordinates.rtSin);
  });
});

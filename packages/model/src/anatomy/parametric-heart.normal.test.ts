import { describe, expect, test } from "vitest";
import { centerOfElement } from "../mesh/element-center.ts";
import { type HeartMesh, SURFACE_LABEL } from "../mesh/mesh.ts";
import { findMeshComponents } from "../mesh/mesh-components.ts";
import { meshImplicitShape } from "../mesh/mesh-implicit-shape.ts";
import { computeMeshVolume } from "../mesh/mesh-volume.ts";
import { countWallCrossings } from "../mesh/wall-nodes.ts";
import { millilitersFromCubicMillimeters, radiansFromDegrees } from "../units/convert.ts";
import { computeEllipsoidDistance } from "./ellipsoid-distance.ts";
import { computeEllipsoidVolumes, MUSCLE_DENSITY_GPerML } from "./heart-geometry.ts";
import { findHeartPreset } from "./heart-presets.ts";
import { createParametricHeart, isInLeftVentricle, type ParametricHeart } from "./parametric-heart.ts";

const EDGE_mm = 1.5;

describe.each(["normal-male", "normal-female", "dcm-lbbb-male", "dcm-lbbb-male-severe"])(
  "%s meshed at 1.5 mm",
  (id) => {
    const heart = createParametricHeart(findHeartPreset(id)!.geometry);
    const { heart: mesh, report } = meshImplicitShape(heart.shape, { edgeLength_mm: EDGE_mm });
    const closedForm = computeEllipsoidVolumes(heart.geometry);

    test("cavity volume within 1 % and LV mass within 1.5 % of closed form", () => {
      const cavity_mL = integrateCavity_mL(mesh, SURFACE_LABEL.lvEndocardium, heart.leftVentricle.baseZ);
      expect(Math.abs(cavity_mL / closedForm.lvEndDiastolicVolume_mL - 1)).toBeLessThan(0.01);
      expect(Math.abs(integrateLvMass_g(mesh, heart) / closedForm.lvMuscleMass_g - 1)).toBeLessThan(0.015);
    });

    test("RV cavity volume within 1 % of the wanted one, its rounded corners included", () => {
      const cavity_mL = integrateCavity_mL(mesh, SURFACE_LABEL.rvEndocardium, heart.leftVentricle.baseZ);
      const wanted_mL = heart.geometry.rvToLvVolumeRatio * closedForm.lvEndDiastolicVolume_mL;
      expect(Math.abs(cavity_mL / wanted_mL - 1)).toBeLessThan(0.01);
    });

    test("no inverted element, dihedral angles above 8 degrees, one piece, three nodes through every wall", () => {
      expect(report.minVolume_mm3).toBeGreaterThan(0);
      expect(report.minDihedral_rad).toBeGreaterThan(radiansFromDegrees(8));
      expect(findMeshComponents(mesh).elementCounts.length).toBe(1);
      expect(countWallCrossings(mesh)).toBe(0);
      expect(report.edge_mm).toBe(EDGE_mm);
    });

    test("on smooth surfaces nodes within 0.01 edge of the zero level and facet mid-points within 0.05", () => {
      const { farthestNode_mm, farthestMiddle_mm, facetCount } = measureFacets(mesh, heart);
      expect(facetCount).toBeGreaterThan(0.8 * mesh.boundaryLabels.length);
      expect(farthestNode_mm).toBeLessThan(0.01 * EDGE_mm);
      expect(farthestMiddle_mm).toBeLessThan(0.05 * EDGE_mm);
    });
  },
);

test("3 mm is refused to the RV free wall, with the reason", () => {
  const heart = createParametricHeart(findHeartPreset("normal-female")!.geometry);
  const { heart: mesh, report } = meshImplicitShape(heart.shape, { edgeLength_mm: 3 });
  expect(countWallCrossings(mesh)).toBe(0);
  expect(report.requestedEdge_mm).toBe(3);
  expect(report.edge_mm).toBeLessThan(1.8);
  expect(report.remarks[0]).toMatch(/RV free wall is 3\.0 mm thick/);
});

/** Flux of (0, 0, z - base) through the endocardium: its divergence is 1 and it vanishes on the base plane. */
function integrateCavity_mL(mesh: HeartMesh, label: number, base_mm: number): number {
  const p = mesh.points_mm;
  let volume_mm3 = 0;
  for (let triangle = 0; triangle < mesh.boundaryLabels.length; triangle++) {
    if (mesh.boundaryLabels[triangle] !== label) continue;
    const [a, b, c] = [0, 1, 2].map((k) => 3 * mesh.boundaryTriangles[3 * triangle + k]!) as [number, number, number];
    const area_mm2 = ((p[b]! - p[a]!) * (p[c + 1]! - p[a + 1]!) - (p[b + 1]! - p[a + 1]!) * (p[c]! - p[a]!)) / 2;
    volume_mm3 -= area_mm2 * ((p[a + 2]! + p[b + 2]! + p[c + 2]!) / 3 - base_mm);
  }
  return millilitersFromCubicMillimeters(volume_mm3);
}

function integrateLvMass_g(mesh: HeartMesh, heart: ParametricHeart): number {
  const isLv = (element: number) => isInLeftVentricle(heart, ...centerOfElement(mesh, element));
  return MUSCLE_DENSITY_GPerML * millilitersFromCubicMillimeters(computeMeshVolume(mesh, isLv));
}

function measureFacets(mesh: HeartMesh, heart: ParametricHeart) {
  const p = mesh.points_mm;
  let farthestNode_mm = 0;
  let farthestMiddle_mm = 0;
  let facetCount = 0;
  for (let i = 0; i < mesh.boundaryTriangles.length; i += 3) {
    const corners = [0, 1, 2].map((k) => 3 * mesh.boundaryTriangles[i + k]!) as [number, number, number];
    const middle = [0, 1, 2].map((axis) => corners.reduce((sum, c) => sum + p[c + axis]!, 0) / 3) as [
      number,
      number,
      number,
    ];
    if (!isOnSmoothSurface(heart, ...middle)) continue;
    facetCount++;
    farthestMiddle_mm = Math.max(farthestMiddle_mm, Math.abs(heart.shape.signedDistance_mm(...middle)));
    for (const c of corners) {
      farthestNode_mm = Math.max(farthestNode_mm, Math.abs(heart.shape.signedDistance_mm(p[c]!, p[c + 1]!, p[c + 2]!)));
    }
  }
  return { farthestNode_mm, farthestMiddle_mm, facetCount };
}

/** Away from the basal rim and from the rounded corners (2 mm) where the RV meets the LV. */
function isOnSmoothSurface(
  { leftVentricle: lv, rightVentricle: rv, geometry }: ParametricHeart,
  x: number,
  y: number,
  z: number,
) {
  const reach_mm = 2 + 1.5 * EDGE_mm;
  const lvEpicardium = Math.abs(computeEllipsoidDistance(x, y, z, { a: lv.epiA, b: lv.epiA, c: lv.epiC }));
  const rvCavity = computeEllipsoidDistance(x - rv.centerX, y, z - rv.centerZ, rv);
  const rvDistance = Math.min(Math.abs(rvCavity), Math.abs(rvCavity - geometry.rvWall_mm));
  return lv.baseZ - z > 1.5 * EDGE_mm && !(lvEpicardium < reach_mm && rvDistance < reach_mm);
}

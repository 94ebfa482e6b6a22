import { expect, test } from "vitest";
import { TISSUE } from "../anatomy/tissue.ts";
import { createBoxMesh } from "../mesh/box-mesh.ts";
import type { ImplicitShape } from "../mesh/implicit-shape.ts";
import { SURFACE_LABEL } from "../mesh/mesh.ts";
import { meshImplicitShape } from "../mesh/mesh-implicit-shape.ts";
import { buildEcgWeights } from "./ecg-weights.ts";
import { evaluateLeadField, placeSourcesInfinite } from "./lead-field.ts";
import { DEFAULT_CONDUCTIVITIES, findSourceConductivities } from "./tissue-conductivities.ts";
import { createTorso } from "./torso.ts";

/** Isotropic muscle in a medium of its own bulk conductivity: the source is σ_i. */
const PLAIN = {
  intracellularAlong_SPerM: 0.174,
  intracellularAcross_SPerM: 0.174,
  extracellularAlong_SPerM: 0.026,
  extracellularAcross_SPerM: 0.026,
  torso_SPerM: 0.2,
};

/** A body of revolution in a box of 22 mm. */
function meshShape(signedDistance_mm: ImplicitShape["signedDistance_mm"], edgeLength_mm: number) {
  return meshImplicitShape(
    {
      signedDistance_mm,
      surfaceLabel: () => SURFACE_LABEL.epicardium,
      bounds_mm: [-20, -20, -20, 20, 20, 20],
      thinnestWall_mm: 10,
      thinnestWallName: "body",
    },
    { edgeLength_mm },
  ).heart;
}

/** Potential at a point on the z axis, mV, of a membrane potential given by place, mV. */
function measureOnAxis(
  heart: ReturnType<typeof meshShape>,
  observer_mm: number,
  potentialAt: (x: number, y: number, z: number) => number,
): number {
  const strengths = new Float64Array(8);
  strengths[0] = 1 / (4 * Math.PI * PLAIN.torso_SPerM);
  const field = evaluateLeadField(heart.points_mm, { points_mm: Float64Array.of(0, 0, observer_mm), strengths });
  const fiber = Float64Array.from({ length: (3 * heart.tetrahedra.length) / 4 }, (_, i) => (i % 3 === 0 ? 1 : 0));
  const weights = buildEcgWeights(heart, fiber, field, { conductivities: PLAIN });
  let sum = 0;
  for (let node = 0; node < heart.points_mm.length / 3; node++) {
    const [x, y, z] = heart.points_mm.subarray(3 * node, 3 * node + 3) as unknown as [number, number, number];
    sum += weights[8 * node]! * potentialAt(x, y, z);
  }
  return sum;
}

test("a flat disc front gives +4.592 mV ahead and -4.592 mV behind, within 0.1 %", () => {
  const disc = meshShape((x, y, z) => Math.max(Math.hypot(x, y) - 20, Math.abs(z) - 5), 1.2);
  const front = (_x: number, _y: number, z: number) => 100 * Math.min(1, Math.max(0, 0.5 - z / 2.4));
  // Ω = 2π(1 − 40/√(40² + 20²)) = 0.66333 sr, times σ_i ΔV/(4πσ).
  expect(Math.abs(measureOnAxis(disc, 40, front) / 4.592 - 1)).toBeLessThan(1e-3);
  expect(Math.abs(measureOnAxis(disc, -40, front) / -4.592 - 1)).toBeLessThan(1e-3);
});

test("a closed front is not seen from outside", () => {
  const ball = meshShape((x, y, z) => Math.hypot(x, y, z) - 20, 1.5);
  const front = (x: number, y: number, z: number) => 100 * Math.min(1, Math.max(0, (14 - Math.hypot(x, y, z)) / 4));
  expect(Math.abs(measureOnAxis(ball, 40, front))).toBeLessThan(4.592e-3);
});

const BOX = createBoxMesh({ size_mm: [20, 7, 3], cellCount: [10, 7, 3] });
const ELEMENT_COUNT = BOX.tetrahedra.length / 4;
const BOX_FIBER = Float64Array.from({ length: 3 * ELEMENT_COUNT }, (_, i) => [0.6, 0.8, 0][i % 3]!);
const BOX_FIELD = evaluateLeadField(BOX.points_mm, placeSourcesInfinite(createTorso({ levels: 1 }), 0.2));

test("the weights of each lead add to 0: a uniform membrane potential gives no ECG", () => {
  const weights = buildEcgWeights(BOX, BOX_FIBER, BOX_FIELD, { conductivities: DEFAULT_CONDUCTIVITIES });
  for (let lead = 0; lead < 8; lead++) {
    let sum = 0;
    let size = 0;
    for (let at = lead; at < weights.length; at += 8) {
      sum += weights[at]!;
      size += Math.abs(weights[at]!);
    }
    expect(Math.abs(sum)).toBeLessThan(1e-9 * size);
  }
});

test("dense scar carries no source, a border zone does", () => {
  const options = { conductivities: DEFAULT_CONDUCTIVITIES };
  const scar = new Uint8Array(ELEMENT_COUNT).fill(TISSUE.scar);
  expect(buildEcgWeights(BOX, BOX_FIBER, BOX_FIELD, { ...options, tissue: scar }).every((w) => w === 0)).toBe(true);
  const border = new Uint8Array(ELEMENT_COUNT).fill(TISSUE.borderZone);
  expect(buildEcgWeights(BOX, BOX_FIBER, BOX_FIELD, { ...options, tissue: border })).toEqual(
    buildEcgWeights(BOX, BOX_FIBER, BOX_FIELD, options),
  );
});

test("a front along the fiber is a stronger source than one across by the ratio of its steps outside the cells", () => {
  const { along_SPerM, across_SPerM } = findSourceConductivities(DEFAULT_CONDUCTIVITIES);
  expect(along_SPerM / 0.2).toBeCloseTo(0.5, 12);
  expect(across_SPerM / 0.2).toBeCloseTo(0.2, 12);
});

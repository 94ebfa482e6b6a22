import { expect, test } from "vitest";
import { addScaled, pointAt, subtract, type Vector3 } from "../numerics/vector3.ts";
import { buildBoundaryElements, solveSurfacePotential } from "./boundary-elements.ts";
import { computeLeadFieldBounded, computeLeadFieldInfinite } from "./lead-field.ts";
import { INDEPENDENT_LEADS } from "./lead-names.ts";
import { computeInfiniteDipolePotential } from "./sphere-dipole.ts";
import { createTorso } from "./torso.ts";

const TORSO = createTorso({ levels: 2 });
const STEP_mm = 0.01;

/** q·∇Z by central differences. */
function differentiate(
  fieldAt: (points_mm: Float64Array) => Float64Array,
  source_mm: Vector3,
  dipole_uAmm: Vector3,
): Float64Array {
  const before = fieldAt(Float64Array.from(addScaled(source_mm, dipole_uAmm, -STEP_mm)));
  const after = fieldAt(Float64Array.from(addScaled(source_mm, dipole_uAmm, STEP_mm)));
  return after.map((value, lead) => (value - before[lead]!) / (2 * STEP_mm));
}

test("in an infinite medium a lead is the difference of the dipole's potentials at its electrodes", () => {
  const source_mm: Vector3 = [5, -20, 10];
  const dipole: Vector3 = [1, 0.5, -0.7];
  const { R, L } = TORSO.electrodes_mm;
  const leads = differentiate((points) => computeLeadFieldInfinite(points, TORSO, 0.2), source_mm, dipole);
  const expected =
    computeInfiniteDipolePotential(L, source_mm, dipole, 0.2) -
    computeInfiniteDipolePotential(R, source_mm, dipole, 0.2);
  expect(Math.abs(leads[0]! / expected - 1)).toBeLessThan(1e-6);
});

test("in the torso reciprocity gives what the direct solution of the dipole gives", () => {
  // Electrodes at nodes, so that both measure the same unknowns.
  const node = (index: number) => pointAt(TORSO.surface.points_mm, index);
  const electrodes_mm = { ...TORSO.electrodes_mm, R: node(3), L: node(90) };
  const source_mm: Vector3 = [-10, -15, 20];
  const dipole: Vector3 = [0.3, -1, 0.4];
  const infinite = Float64Array.from({ length: 162 }, (_, i) =>
    computeInfiniteDipolePotential(node(i), source_mm, dipole, 0.2),
  );
  const direct = solveSurfacePotential(buildBoundaryElements(TORSO.surface), infinite);
  const torso = { ...TORSO, electrodes_mm };
  const leads = differentiate((points) => computeLeadFieldBounded(points, torso, 0.2), source_mm, dipole);
  expect(Math.abs(leads[INDEPENDENT_LEADS.indexOf("I")]! / (direct[90]! - direct[3]!) - 1)).toBeLessThan(1e-6);
});

test("insulated skin about doubles the potential on the chest", () => {
  const dipole: Vector3 = subtract(TORSO.electrodes_mm.V3, [0, 0, 0]);
  const v3 = INDEPENDENT_LEADS.indexOf("V3");
  const bounded = differentiate((points) => computeLeadFieldBounded(points, TORSO, 0.2), [0, -20, 0], dipole)[v3]!;
  const infinite = differentiate((points) => computeLeadFieldInfinite(points, TORSO, 0.2), [0, -20, 0], dipole)[v3]!;
  expect(bounded / infinite).toBeGreaterThan(1.5);
  expect(bounded / infinite).toBeLessThan(3);
});

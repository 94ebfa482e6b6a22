import { describe, expect, test } from "vitest";
import { createTriSegWalls, measureCaps, stepJunction, type TriSegWalls } from "./triseg-junction.ts";

const MUSCLE_mL = { lv: 96.00801, septum: 32.35539, rv: 62.97087 };

interface Instant {
  readonly lv_mL: number;
  readonly rv_mL: number;
  readonly area_cm2: readonly number[];
  readonly compliance: readonly number[];
}

/** Three instants of the structure HF published with Koopsen, BioMed Eng OnLine 2024, and what solves them. */
const INSTANTS = [
  {
    name: "end of diastole",
    lv_mL: 93.89101,
    rv_mL: 74.35527,
    area_cm2: [86.36255173, 39.8779307, 111.68782379],
    compliance: [1.5044e-4, 1.0663e-4, 4.3444e-4],
    solution: [37.0776, 32.6061, 6.3578, 5.4482, 1.3594, 371.56, 75.2],
    tolerance: 5e-4,
  },
  {
    name: "ejection",
    lv_mL: 102.49527,
    rv_mL: 66.57691,
    area_cm2: [95.65484738, 46.51839033, 110.51146026],
    compliance: [1.15567814e-6, 7.4473085e-7, 5.02007025e-6],
    solution: [39.8547, 33.5738, 263.926, 213.924, 69.7935, 15_081.9, 3847.8],
    tolerance: 2e-4,
  },
  {
    name: "end of ejection",
    lv_mL: 77.38126,
    rv_mL: 44.35529,
    area_cm2: [85.48564148, 41.55954654, 96.54136944],
    compliance: [1.16500281e-6, 7.07379219e-7, 6.7784922e-6],
    solution: [34.3852, 31.3971, 252.59, 216.508, 50.048, 15_351.1, 2948.6],
    tolerance: 2e-4,
  },
] as const;

function layOut({ area_cm2, compliance, lv_mL, rv_mL }: Instant): TriSegWalls {
  const walls = createTriSegWalls();
  walls.zeroTensionArea_m2.set(area_cm2.map((area) => area * 1e-4));
  walls.compliance_m3PerN.set(compliance);
  walls.enclosedVolume_m3[0] = (lv_mL + (MUSCLE_mL.lv + MUSCLE_mL.septum) / 2) * 1e-6;
  walls.enclosedVolume_m3[1] = (rv_mL + (MUSCLE_mL.rv + MUSCLE_mL.septum) / 2) * 1e-6;
  return walls;
}

/** Steps from a poor start; the sizes of the steps. */
function solve(walls: TriSegWalls): { readonly junction: Float64Array; readonly steps: number[] } {
  const junction = Float64Array.of(30e-6, 33e-3);
  const steps = Array.from({ length: 12 }, () => stepJunction(junction, walls));
  measureCaps(walls, junction);
  return { junction, steps };
}

describe("the junction of the three walls", () => {
  test.each(INSTANTS)("$name: volume, radius, tensions and pressures are the published ones", (instant) => {
    const walls = layOut(instant);
    const { junction } = solve(walls);
    const { curvature_perM: curvature, tension_NPerM: tension } = walls;
    const found = [
      junction[0]! * 1e6,
      junction[1]! * 1e3,
      ...tension,
      -2 * curvature[0]! * tension[0]!,
      2 * curvature[2]! * tension[2]!,
    ];
    for (const [i, value] of found.entries()) {
      expect(Math.abs(value / instant.solution[i]! - 1)).toBeLessThan(instant.tolerance);
    }
  });

  test.each(INSTANTS)("$name: the septum carries the difference of the cavities, and forces balance", (instant) => {
    const walls = layOut(instant);
    const { junction } = solve(walls);
    const { curvature_perM: curvature, tension_NPerM: tension } = walls;
    const [left, septum, right] = [0, 1, 2].map((wall) => 2 * curvature[wall]! * tension[wall]!);
    expect(Math.abs((-left! - right!) / septum! - 1)).toBeLessThan(1e-8);
    const y = junction[1]!;
    const scale = Math.max(...tension);
    const axial = tension.reduce((sum, t, wall) => sum + t * curvature[wall]! * y, 0);
    const radial = tension.reduce((sum, t, wall) => sum + t * cosine(curvature[wall]! * y, walls.area_m2[wall]!, y), 0);
    expect(Math.abs(axial)).toBeLessThan(1e-9 * scale);
    expect(Math.abs(radial)).toBeLessThan(1e-9 * scale);
  });

  test.each(INSTANTS)(
    "$name: from 30 mL and 33 mm after six steps it stands still, and errors are squared",
    (instant) => {
      const { steps } = solve(layOut(instant));
      expect(steps[5]).toBeLessThan(1e-9);
      const near = steps.findIndex((step) => step < 0.02);
      expect(steps[near + 1]).toBeLessThan(20 * steps[near]! ** 2);
      expect(steps[near + 2]).toBeLessThan(20 * steps[near + 1]! ** 2);
    },
  );

  test("equal walls and volumes on both sides leave the septum flat", () => {
    const walls = createTriSegWalls();
    walls.zeroTensionArea_m2.set([90e-4, 40e-4, 90e-4]);
    walls.compliance_m3PerN.set([1e-6, 1e-6, 1e-6]);
    walls.enclosedVolume_m3.set([150e-6, 150e-6]);
    const { junction } = solve(walls);
    expect(Math.abs(junction[0]!)).toBeLessThan(1e-15);
    expect(Math.abs(walls.curvature_perM[1]!)).toBeLessThan(1e-9);
  });
});

/** (y² − x²)/(y² + x²) of a cap; the sign follows from whether it is more than a hemisphere. */
function cosine(sine: number, area_m2: number, y: number): number {
  const size = Math.sqrt(Math.max(0, 1 - sine * sine));
  return area_m2 > 2 * Math.PI * y * y ? -size : size;
}

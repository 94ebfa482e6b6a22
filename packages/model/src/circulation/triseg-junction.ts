import { capHeight } from "./spherical-cap.ts";

/**
 * The three ventricular walls as caps on one junction circle. The circle settles where the tensions of the walls balance,
 * along and across the axis of the ventricles; that is where E(V_S, y) = Σ ½ (A_i − A0_i)²/D_i is least, for walls whose
 * tension is T_i = (A_i − A0_i)/D_i.
 *
 * Sources: Lumens et al., Ann Biomed Eng 2009;37:2234 (three walls, one junction); Arts et al., PLoS Comput Biol
 * 2024 (energy form). Walls are counted left free, septum, right free; V_S and the septal curvature are positive
 * where the septum bulges into the right ventricle.
 */
export interface TriSegWalls {
  /** 3; area at which the linearized wall carries no tension. */
  readonly zeroTensionArea_m2: Float64Array;
  /** 3; dA/dT of the linearized wall. */
  readonly compliance_m3PerN: Float64Array;
  /** 2; left and right volume up to the middle of the walls. */
  readonly enclosedVolume_m3: Float64Array;
  /** 3, written. */
  readonly area_m2: Float64Array;
  readonly curvature_perM: Float64Array;
  readonly tension_NPerM: Float64Array;
  /** 5; scratch of the Newton step. */
  readonly sums: Float64Array;
}

export function createTriSegWalls(): TriSegWalls {
  return {
    zeroTensionArea_m2: new Float64Array(3),
    compliance_m3PerN: new Float64Array(3),
    enclosedVolume_m3: new Float64Array(2),
    area_m2: new Float64Array(3),
    curvature_perM: new Float64Array(3),
    tension_NPerM: new Float64Array(3),
    sums: new Float64Array(5),
  };
}

/** Longest Newton step, as a share of π y³ and of y²; reached only from a start far from equilibrium. */
const LONGEST_STEP = 0.3;

/**
 * One Newton step of the junction toward equilibrium.
 *
 * With a = A/(π y²), A_v = 4X/R, A_p = (1 − X²)/R, R = 1 + X², the gradient is F_v = Σ T A_v, F_p = Σ T A_p (twice the
 * axial, minus the radial tension) and the second derivatives are Σ (k A_i A_j + T A_ij), k = π y²/D. The step is
 * dV_S = π y³ dv, dy = ½ y dp. A wall that would push is
 * slack: it carries no tension, but keeps its stiffness here, which makes the step shorter and the matrix regular.
 *
 * @param outJunction  V_S in m³ and y in m; moved
 * @returns size of the step, as a share of π y³ or of y, whichever is larger
 */
export function stepJunction(outJunction: Float64Array, walls: TriSegWalls): number {
  const { sums } = walls;
  sumForces(sums, outJunction, walls);
  const [forceV, forceP, stiffVV, stiffVP, stiffPP] = [sums[0]!, sums[1]!, sums[2]!, sums[3]!, sums[4]!];
  const determinant = stiffVV * stiffPP - stiffVP * stiffVP;
  const stepV = clampStep(-(forceV * stiffPP - forceP * stiffVP) / determinant);
  const stepP = clampStep(-(forceP * stiffVV - forceV * stiffVP) / determinant);
  const y = outJunction[1]!;
  outJunction[0]! += Math.PI * y * y * y * stepV;
  outJunction[1] = y * (1 + 0.5 * stepP);
  return Math.max(Math.abs(stepV), Math.abs(0.5 * stepP));
}

/** Area, curvature and tension of the three caps on the junction. */
export function measureCaps(outWalls: TriSegWalls, junction: Float64Array): void {
  const y = junction[1]!;
  for (let wall = 0; wall < 3; wall++) {
    const height = capHeight(capVolumeOf(wall, junction, outWalls) / (Math.PI * y * y * y));
    const roundness = 1 + height * height;
    const area_m2 = Math.PI * y * y * roundness;
    outWalls.area_m2[wall] = area_m2;
    outWalls.curvature_perM[wall] = (2 * height) / (roundness * y);
    const tension = (area_m2 - outWalls.zeroTensionArea_m2[wall]!) / outWalls.compliance_m3PerN[wall]!;
    outWalls.tension_NPerM[wall] = Math.max(0, tension);
  }
}

/** Signed volume between wall and junction plane: V_S − V_L, V_S, V_S + V_R. */
function capVolumeOf(wall: number, junction: Float64Array, { enclosedVolume_m3 }: TriSegWalls): number {
  if (wall === 0) return junction[0]! - enclosedVolume_m3[0]!;
  return wall === 1 ? junction[0]! : junction[0]! + enclosedVolume_m3[1]!;
}

function sumForces(outSums: Float64Array, junction: Float64Array, walls: TriSegWalls): void {
  outSums.fill(0);
  const y = junction[1]!;
  const circle_m2 = Math.PI * y * y;
  for (let wall = 0; wall < 3; wall++) {
    const volume = capVolumeOf(wall, junction, walls) / (circle_m2 * y);
    const x = capHeight(volume);
    const roundness = 1 + x * x;
    const roundness2 = roundness * roundness;
    const stiffness = circle_m2 / walls.compliance_m3PerN[wall]!;
    const stretch = roundness - walls.zeroTensionArea_m2[wall]! / circle_m2;
    const tension = Math.max(0, stretch * stiffness);
    const areaV = (4 * x) / roundness;
    const areaP = (1 - x * x) / roundness;
    outSums[0]! += tension * areaV;
    outSums[1]! += tension * areaP;
    outSums[2]! += stiffness * areaV * areaV + (tension * 8 * areaP) / roundness2;
    outSums[3]! += stiffness * areaV * areaP - (tension * 2 * areaV) / roundness2;
    outSums[4]! += stiffness * areaP * areaP + (tension * 3 * volume * areaV) / roundness2;
  }
}

function clampStep(step: number): number {
  return Math.min(LONGEST_STEP, Math.max(-LONGEST_STEP, step));
}

import { CAVITY, HEART_WALL } from "./circulation-layout.ts";
import type { CirculationModel } from "./circulation-model.ts";
import type { CirculationState } from "./circulation-state.ts";
import type { CirculationWorkspace } from "./circulation-workspace.ts";
import { linearizePatches } from "./sarcomere.ts";
import { measureCaps, stepJunction } from "./triseg-junction.ts";

/** Passes end when no patch area and no measure of the junction moved by more than this share. */
const SETTLED_RATIO = 1e-6;
/** Two to three passes are usual; more are needed only from a start far from equilibrium. */
const MOST_PASSES = 40;

/**
 * Equilibrium of the ventricles: one tension in all patches of a wall, balance of the walls at the junction.
 *
 * A pass takes the tangent of every patch at its present area, adds areas and compliances of a wall (patches in series:
 * A0 = A_annulus + Σ A0_i, D = Σ D_i), moves the junction by one Newton step and gives each patch the area of its
 * wall's tension. Repeated, that is Newton's method on the exact relation T = V_w σ/(2A); the error is squared in each pass.
 *
 * @param workspace  junction and patch areas are moved from where they stand; walls, tensions, pressures written
 * @returns whether it settled
 *
 * Source: Walmsley et al., PLoS Comput Biol 2015;11:e1004284 (patches of one tension); the tangent is taken again here
 * until tension is exact, where the published solvers take it once a step.
 */
export function settleVentricles(
  workspace: CirculationWorkspace,
  state: CirculationState,
  model: CirculationModel,
): boolean {
  setEnclosedVolumes(workspace, state, model);
  for (let pass = 0; pass < MOST_PASSES; pass++) {
    for (let wall = 0; wall < 3; wall++) linearizeWall(workspace, state, model, wall);
    let moved = stepJunction(workspace.junction, workspace.triseg);
    measureCaps(workspace.triseg, workspace.junction);
    for (let wall = 0; wall < 3; wall++) moved = Math.max(moved, stretchPatches(workspace, model, wall));
    if (moved < SETTLED_RATIO) return true;
  }
  return false;
}

/** Each cavity encloses half the volume of the two walls around it. */
function setEnclosedVolumes(
  { triseg: { enclosedVolume_m3 } }: CirculationWorkspace,
  { volume_m3 }: CirculationState,
  { wallVolume_m3 }: CirculationModel,
): void {
  const septum_m3 = wallVolume_m3[HEART_WALL.septum]!;
  enclosedVolume_m3[0] = volume_m3[CAVITY.leftVentricle]! + (wallVolume_m3[HEART_WALL.lvFree]! + septum_m3) / 2;
  enclosedVolume_m3[1] = volume_m3[CAVITY.rightVentricle]! + (wallVolume_m3[HEART_WALL.rvFree]! + septum_m3) / 2;
}

function linearizeWall(
  { patches, triseg }: CirculationWorkspace,
  state: CirculationState,
  model: CirculationModel,
  wall: number,
): void {
  linearizePatches(patches, state, model, wall);
  let area_m2 = model.annulusArea_m2[wall]!;
  let compliance_m3PerN = 0;
  const end = model.firstPatch[wall + 1]!;
  for (let patch = model.firstPatch[wall]!; patch < end; patch++) {
    area_m2 += patches.zeroTensionArea_m2[patch]!;
    compliance_m3PerN += patches.compliance_m3PerN[patch]!;
  }
  triseg.zeroTensionArea_m2[wall] = area_m2;
  triseg.compliance_m3PerN[wall] = compliance_m3PerN;
}

/** Gives the patches of a wall the areas of its tension; returns the largest relative change. */
function stretchPatches(
  { patches, triseg }: CirculationWorkspace,
  { firstPatch }: CirculationModel,
  wall: number,
): number {
  const tension_NPerM = triseg.tension_NPerM[wall]!;
  const end = firstPatch[wall + 1]!;
  let largest = 0;
  for (let patch = firstPatch[wall]!; patch < end; patch++) {
    const before_m2 = patches.area_m2[patch]!;
    const wanted_m2 = patches.zeroTensionArea_m2[patch]! + tension_NPerM * patches.compliance_m3PerN[patch]!;
    const area_m2 = limitChange(wanted_m2, before_m2);
    patches.area_m2[patch] = area_m2;
    const change = Math.abs(area_m2 / before_m2 - 1);
    if (change > largest) largest = change;
  }
  return largest;
}

/** A tangent taken far from equilibrium may ask for an area without meaning. */
function limitChange(wanted_m2: number, before_m2: number): number {
  return Math.min(1.25 * before_m2, Math.max(0.8 * before_m2, wanted_m2));
}

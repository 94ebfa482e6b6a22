import { atrialCollapsePressure, ventricularCollapsePressure } from "./anti-collapse.ts";
import {
  BED,
  CAVITY,
  CAVITY_COUNT,
  HEART_WALL,
  TUBE_COUNT,
  VALVE_COUNT,
  VALVE_DISTAL,
  VALVE_PROXIMAL,
} from "./circulation-layout.ts";
import type { CirculationModel } from "./circulation-model.ts";
import type { CirculationState } from "./circulation-state.ts";
import type { CirculationWorkspace } from "./circulation-workspace.ts";
import { pericardialPressure } from "./pericardium.ts";
import { bedFlow } from "./peripheral-bed.ts";
import { computeSarcomereRates, linearizePatches } from "./sarcomere.ts";
import { sphereArea, sphereCurvature, transmuralPressure, wallTension } from "./single-wall-chamber.ts";
import { chamberImpedance, chamberSection } from "./source-impedance.ts";
import { tubeImpedance, tubePressure } from "./tube.ts";
import { computeValveRates } from "./valve.ts";
import { settleVentricles } from "./ventricular-walls.ts";

/**
 * Right-hand side of the closed loop: everything that follows from a state, and the rates of that state.
 *
 * Walls and tubes give the pressure in each cavity; a node, where orifices meet a cavity, lies above it by Z times the
 * net inflow; nodes drive the orifices, cavities the peripheral beds. Allocates nothing.
 *
 * @param outRates   written, all of it
 * @param workspace  `time_s`, warm starts and control read; everything else written
 */
export function computeRates(
  outRates: CirculationState,
  workspace: CirculationWorkspace,
  state: CirculationState,
  model: CirculationModel,
): void {
  if (!settleVentricles(workspace, state, model)) workspace.unsettledCount[0]!++;
  setVentricularPressures(workspace, state, model);
  setAtrialPressure(workspace, state, model, CAVITY.leftAtrium);
  setAtrialPressure(workspace, state, model, CAVITY.rightAtrium);
  setTubePressures(workspace, state, model);
  setCavityPressures(workspace, state, model);
  computeSarcomereRates(outRates, state, workspace, model);
  computeVolumeRates(outRates, workspace, state, model);
  for (let cavity = 0; cavity < CAVITY_COUNT; cavity++) {
    workspace.nodePressure_Pa[cavity] =
      workspace.cavityPressure_Pa[cavity]! + workspace.impedance_PaSPerM3[cavity]! * workspace.inflow_m3PerS[cavity]!;
  }
  computeValveRates(outRates, state, workspace, model);
}

/** The left free wall bulges away from the junction plane, so its curvature counts as negative. */
function setVentricularPressures(
  workspace: CirculationWorkspace,
  { volume_m3 }: CirculationState,
  model: CirculationModel,
): void {
  const { transmuralPressure_Pa, triseg, wallTension_NPerM } = workspace;
  for (let wall = 0; wall < 3; wall++) wallTension_NPerM[wall] = triseg.tension_NPerM[wall]!;
  workspace.collapsePressure_Pa[0] = 0;
  for (let side = 0; side < 2; side++) {
    const wall = side === 0 ? HEART_WALL.lvFree : HEART_WALL.rvFree;
    const cavity = side === 0 ? CAVITY.leftVentricle : CAVITY.rightVentricle;
    const muscle_m3 = model.wallVolume_m3[wall]! + model.wallVolume_m3[HEART_WALL.septum]!;
    const curvature_perM = Math.abs(triseg.curvature_perM[wall]!);
    const collapse_Pa = ventricularCollapsePressure((2 * volume_m3[cavity]!) / muscle_m3);
    workspace.collapsePressure_Pa[0]! += collapse_Pa;
    transmuralPressure_Pa[cavity] = transmuralPressure(curvature_perM, wallTension_NPerM[wall]!) - collapse_Pa;
    const section_m2 = chamberSection(volume_m3[cavity]! + muscle_m3);
    workspace.section_m2[cavity] = section_m2;
    workspace.impedance_PaSPerM3[cavity] = chamberImpedance(
      model.impedanceFactor[cavity - TUBE_COUNT]!,
      triseg.compliance_m3PerN[wall]!,
      section_m2,
    );
  }
}

function setAtrialPressure(
  workspace: CirculationWorkspace,
  state: CirculationState,
  model: CirculationModel,
  cavity: number,
): void {
  const wall = cavity === CAVITY.leftAtrium ? HEART_WALL.leftAtrium : HEART_WALL.rightAtrium;
  const patch = model.firstPatch[wall]!;
  const { patches } = workspace;
  const muscle_m3 = model.wallVolume_m3[wall]!;
  const enclosed_m3 = state.volume_m3[cavity]! + muscle_m3 / 2;
  patches.area_m2[patch] = sphereArea(enclosed_m3) - model.annulusArea_m2[wall]!;
  linearizePatches(patches, state, model, wall);
  const tension_NPerM = wallTension(muscle_m3, patches.stress_Pa[patch]!, patches.area_m2[patch]!);
  const collapse_Pa = atrialCollapsePressure(state.volume_m3[cavity]! / muscle_m3);
  workspace.collapsePressure_Pa[0]! += collapse_Pa;
  workspace.wallTension_NPerM[wall] = tension_NPerM;
  workspace.transmuralPressure_Pa[cavity] =
    transmuralPressure(sphereCurvature(enclosed_m3), tension_NPerM) - collapse_Pa;
  const section_m2 = chamberSection(enclosed_m3);
  workspace.section_m2[cavity] = section_m2;
  workspace.impedance_PaSPerM3[cavity] = chamberImpedance(
    model.impedanceFactor[cavity - TUBE_COUNT]!,
    patches.compliance_m3PerN[patch]!,
    section_m2,
  );
}

function setTubePressures(
  workspace: CirculationWorkspace,
  { volume_m3 }: CirculationState,
  { tubes }: CirculationModel,
): void {
  for (let tube = 0; tube < TUBE_COUNT; tube++) {
    const section_m2 = volume_m3[tube]! / tubes.length_m[tube]!;
    const pressure_Pa = tubePressure(tubes, tube, section_m2);
    workspace.section_m2[tube] = section_m2;
    workspace.transmuralPressure_Pa[tube] = pressure_Pa;
    workspace.impedance_PaSPerM3[tube] = tubeImpedance(tubes, tube, section_m2, pressure_Pa);
  }
}

function setCavityPressures(
  workspace: CirculationWorkspace,
  { volume_m3 }: CirculationState,
  { pericardium, wallVolume_m3 }: CirculationModel,
): void {
  let heart_m3 = 0;
  for (let cavity = TUBE_COUNT; cavity < CAVITY_COUNT; cavity++) heart_m3 += volume_m3[cavity]!;
  for (let wall = 0; wall < wallVolume_m3.length; wall++) heart_m3 += wallVolume_m3[wall]!;
  const bag_Pa = pericardialPressure(pericardium, heart_m3);
  workspace.pericardialPressure_Pa[0] = bag_Pa;
  for (let cavity = 0; cavity < CAVITY_COUNT; cavity++) {
    const outside_Pa = cavity < TUBE_COUNT ? 0 : bag_Pa;
    workspace.cavityPressure_Pa[cavity] = workspace.transmuralPressure_Pa[cavity]! + outside_Pa;
  }
}

function computeVolumeRates(
  outRates: CirculationState,
  workspace: CirculationWorkspace,
  { flow_m3PerS }: CirculationState,
  model: CirculationModel,
): void {
  const { inflow_m3PerS: inflow } = workspace;
  inflow.fill(0);
  for (let valve = 0; valve < VALVE_COUNT; valve++) {
    inflow[VALVE_PROXIMAL[valve]!]! -= flow_m3PerS[valve]!;
    inflow[VALVE_DISTAL[valve]!]! += flow_m3PerS[valve]!;
  }
  const systemic = flowThroughBed(workspace, model, BED.systemic);
  const pulmonary = flowThroughBed(workspace, model, BED.pulmonary);
  const controlRatio = workspace.controlRatio[0]!;
  inflow[CAVITY.systemicArteries]! -= systemic * controlRatio;
  inflow[CAVITY.systemicVeins]! += systemic / controlRatio;
  inflow[CAVITY.pulmonaryArteries]! -= pulmonary;
  inflow[CAVITY.pulmonaryVeins]! += pulmonary;
  outRates.addedVolume_m3[0] = systemic / controlRatio - systemic * controlRatio;
  for (let cavity = 0; cavity < CAVITY_COUNT; cavity++) outRates.volume_m3[cavity] = inflow[cavity]!;
}

function flowThroughBed(workspace: CirculationWorkspace, { beds }: CirculationModel, bed: number): number {
  const artery = bed === BED.systemic ? CAVITY.systemicArteries : CAVITY.pulmonaryArteries;
  const drop_Pa = workspace.cavityPressure_Pa[artery]! - workspace.cavityPressure_Pa[artery + 1]!;
  const flow = bedFlow(drop_Pa, workspace.bedPressure_Pa[bed]!, beds.flow_m3PerS[bed]!, beds.exponent[bed]!);
  workspace.bedFlow_m3PerS[bed] = flow;
  return flow;
}

import { CIRCULATION_CONSTANTS } from "./circulation-constants.ts";
import { VALVE_COUNT, VALVE_DISTAL, VALVE_PROXIMAL } from "./circulation-layout.ts";
import type { CirculationModel } from "./circulation-model.ts";
import type { CirculationState } from "./circulation-state.ts";
import type { CirculationWorkspace } from "./circulation-workspace.ts";

const BLOOD_DENSITY_kgPerM3 = CIRCULATION_CONSTANTS.bloodDensity_kgPerM3.value;
/** A small linear resistance, Pa s/m3, which keeps R above 0. */
const LINEAR_RESISTANCE = 1;

/**
 * Acceleration of the blood in every orifice: inertance and Bernoulli loss,
 * M dq/dt = Δp − ½ q R, with M = 1.5 ρ (l/A + ½ (A_p^−½ + A_d^−½)), R = ρ |q| |A^−2 − A_up^−2| + 1 Pa·s/m³.
 *
 * An orifice is open unless flow and pressure drop both point backward; then only its leak is left. So that a step
 * cannot overshoot while an orifice closes, M is taken as M + R times the step. A_p and A_d are the sections of the
 * cavities before and behind it; A_up is the one the blood comes from.
 *
 * @param outRates   `flow_m3PerS` written
 * @param workspace  node pressures and sections of the cavities
 *
 * Source: as in Munneke et al. 2023, who add the openings of a cavity's other orifices to its section.
 */
export function computeValveRates(
  outRates: CirculationState,
  { flow_m3PerS }: CirculationState,
  { nodePressure_Pa, section_m2 }: CirculationWorkspace,
  { step_s, valves }: CirculationModel,
): void {
  for (let valve = 0; valve < VALVE_COUNT; valve++) {
    const before = VALVE_PROXIMAL[valve]!;
    const behind = VALVE_DISTAL[valve]!;
    const flow = flow_m3PerS[valve]!;
    const drop_Pa = nodePressure_Pa[before]! - nodePressure_Pa[behind]!;
    const isClosed = flow < 0 && drop_Pa < 0;
    const area_m2 = isClosed ? valves.leakArea_m2[valve]! : valves.openArea_m2[valve]!;
    const proximal_m2 = section_m2[before]!;
    const distal_m2 = section_m2[behind]!;
    const upstream_m2 = flow < 0 ? distal_m2 : proximal_m2;
    const loss_perM4 = Math.abs(1 / (area_m2 * area_m2) - 1 / (upstream_m2 * upstream_m2));
    const resistance = BLOOD_DENSITY_kgPerM3 * Math.abs(flow) * loss_perM4 + LINEAR_RESISTANCE;
    const ends_perM = 0.5 * (1 / Math.sqrt(proximal_m2) + 1 / Math.sqrt(distal_m2));
    const inertance = 1.5 * BLOOD_DENSITY_kgPerM3 * (valves.length_m[valve]! / area_m2 + ends_perM);
    outRates.flow_m3PerS[valve] = (drop_Pa - 0.5 * flow * resistance) / (inertance + step_s * resistance);
  }
}

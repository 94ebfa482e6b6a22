import { BED } from "./circulation-layout.ts";
import type { CirculationPatient } from "./circulation-patient.ts";
import type { PatientBeat } from "./simulate-patient.ts";

/**
 * The patient with the systemic resistance and blood volume that control has found, for runs without control.
 *
 * @param beat  of this patient, simulated with control
 */
export function freezeControl(patient: CirculationPatient, { simulation }: PatientBeat): CirculationPatient {
  const { parameters } = patient;
  const systemic = {
    ...parameters.beds.systemic,
    pressure_Pa: simulation.workspace.bedPressure_Pa[BED.systemic]!,
  };
  const bloodVolume_m3 = simulation.state.volume_m3.reduce((sum, volume) => sum + volume, 0);
  return { ...patient, parameters: { ...parameters, bloodVolume_m3, beds: { ...parameters.beds, systemic } } };
}

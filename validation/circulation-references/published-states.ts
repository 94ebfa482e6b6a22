import {
  type CirculationParameters,
  type CirculationPatient,
  freezeControl,
  HEALTHY_REFERENCE,
  LOW_FLOW_REFERENCE,
  NARROW_QRS,
  type PatientBeat,
  patchesOfPattern,
  simulatePatient,
} from "@tributary/model";

/** A published circulation where its own snapshot runs. */
export interface PublishedState {
  readonly id: "healthy" | "low flow";
  readonly beat: PatientBeat;
  /** That control ended with. */
  readonly bloodVolume_mL: number;
}

/** As the snapshots: all ventricular muscle at once, 150 ms after the right atrium. */
const AV_DELAY_ms = 150;

function activateAtOnce(parameters: CirculationParameters): CirculationPatient {
  const patches = patchesOfPattern(NARROW_QRS).map((patch) => ({ ...patch, activation_ms: 0 }));
  return { parameters, patches, avDelay_ms: AV_DELAY_ms };
}

/** The healthy structure with resistance and volume moved until pressure and flow are those of its snapshot. */
export function controlHealthy(): PublishedState {
  return control("healthy", HEALTHY_REFERENCE, { meanArterialPressure_Pa: 12_200, meanFlow_m3PerS: 85e-6 });
}

/** The failing structure in the same way. */
export function controlLowFlow(): PublishedState {
  return control("low flow", LOW_FLOW_REFERENCE, { meanArterialPressure_Pa: 12_212, meanFlow_m3PerS: 63.3e-6 });
}

function control(
  id: PublishedState["id"],
  parameters: CirculationParameters,
  targets: { readonly meanArterialPressure_Pa: number; readonly meanFlow_m3PerS: number },
): PublishedState {
  const patient = activateAtOnce(parameters);
  const controlled = simulatePatient(patient, { control: targets });
  const frozen = freezeControl(patient, controlled);
  const beat = simulatePatient(frozen, { from: controlled.simulation });
  return { id, beat, bloodVolume_mL: 1e6 * frozen.parameters.bloodVolume_m3 };
}

/** The healthy structure at its published resistance and volume. */
export function runSnapshot(): PatientBeat {
  return simulatePatient(activateAtOnce(HEALTHY_REFERENCE));
}

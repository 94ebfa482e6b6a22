import { createReferencePatient, NARROW_QRS, simulatePatient, timesOfPattern, withActivation } from "@tributary/model";
import type { PumpScene } from "@tributary/plan";

/** The reference patient with left bundle branch block, and with the activation of a narrow QRS; half a second. */
export function createSamplePump(): PumpScene {
  const patient = createReferencePatient("heart-failure-lbbb");
  const before = simulatePatient(patient);
  const paced = withActivation(patient, timesOfPattern(NARROW_QRS), 120);
  const after = simulatePatient(paced, { from: before.simulation });
  return {
    before: before.trace,
    after: after.trace,
    patches: patient.patches,
    avDelays_ms: { before: patient.avDelay_ms, after: 120 },
  };
}

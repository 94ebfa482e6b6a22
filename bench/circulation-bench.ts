import { createCirculationModel, createReferencePatient, simulateBeat, startSimulation } from "@tributary/model";
import { measureOnce } from "./timing.ts";

const BEAT_COUNT = 200;

/** Beats per second of the patient with left bundle branch block: 18 left, 1 right ventricular and 2 atrial patches. */
export function benchCirculation(): number {
  const patient = createReferencePatient("heart-failure-lbbb");
  const model = createCirculationModel(patient.parameters, patient.patches, patient.avDelay_ms);
  const simulation = startSimulation(patient.parameters, model);
  for (let beat = 0; beat < 20; beat++) simulateBeat(simulation, model);
  const run_ms = measureOnce(() => {
    for (let beat = 0; beat < BEAT_COUNT; beat++) simulateBeat(simulation, model);
  });
  return (1000 * BEAT_COUNT) / run_ms;
}

/** A reference patient, and what other fronts do to it while resistance, blood volume and muscle stay. */
import {
  type ActivationPattern,
  type ActivationSetting,
  type AcuteResponse,
  type CirculationPatient,
  createReferencePatient,
  LV_LATERAL_PACING,
  type PatientBeat,
  type ReferencePatient,
  RV_APICAL_PACING,
  simulateAcuteResponse,
  simulatePatient,
  timesOfPattern,
} from "@tributary/model";

export interface PacedPatient {
  readonly id: ReferencePatient["id"];
  readonly patient: CirculationPatient;
  readonly baseline: PatientBeat;
}

/** A response that repeats. */
export type Response = Extract<AcuteResponse, { readonly kind: "compared" }>;

/** When fronts start, ms after right atrial activation; one that is left out does not start. */
export interface Fronts {
  readonly rv_ms?: number;
  readonly lv_ms?: number;
  /** At the patient's own PR interval. */
  readonly isConducted?: boolean;
}

export function preparePatient(id: ReferencePatient["id"]): PacedPatient {
  const patient = createReferencePatient(id);
  return { id, patient, baseline: simulatePatient(patient) };
}

/** The earliest front counts in every patch; time zero is the start of the first. */
export function paceWith(paced: PacedPatient, { rv_ms, lv_ms, isConducted = false }: Fronts): Response {
  const { patches, avDelay_ms: pr_ms } = paced.patient;
  const own_ms = patches.map(({ activation_ms }) => activation_ms);
  const fronts = [
    { start_ms: rv_ms, times_ms: timesOfPattern(RV_APICAL_PACING) },
    { start_ms: lv_ms, times_ms: timesOfPattern(LV_LATERAL_PACING) },
    { start_ms: isConducted ? pr_ms : undefined, times_ms: own_ms },
  ].flatMap(({ start_ms, times_ms }) => (start_ms === undefined ? [] : [{ start_ms, times_ms }]));
  const avDelay_ms = Math.min(...fronts.map(({ start_ms }) => start_ms));
  const activation_ms = own_ms.map((_, patch) =>
    Math.min(...fronts.map(({ start_ms, times_ms }) => start_ms - avDelay_ms + times_ms[patch]!)),
  );
  return respond(paced, { activation_ms, avDelay_ms });
}

/** Another intrinsic activation at the patient's own PR interval. */
export function activateAs(paced: PacedPatient, pattern: ActivationPattern): Response {
  return respond(paced, { activation_ms: timesOfPattern(pattern), avDelay_ms: paced.patient.avDelay_ms });
}

/** The patient's own activation again, from a paced beat. */
export function setBack({ patient }: PacedPatient, from: Response): PatientBeat {
  const activation_ms = patient.patches.map((patch) => patch.activation_ms);
  return respond({ patient, baseline: from.beat }, { activation_ms, avDelay_ms: patient.avDelay_ms }).beat;
}

/** By how much a measure differs from that of another beat, percent. */
export function changeOf(before: PatientBeat, after: PatientBeat, read: (beat: PatientBeat) => number): number {
  return 100 * (read(after) / read(before) - 1);
}

function respond(
  { patient, baseline }: Pick<PacedPatient, "patient" | "baseline">,
  setting: ActivationSetting,
): Response {
  const response = simulateAcuteResponse(patient, baseline, setting);
  if (response.kind !== "compared") throw new Error(response.reason);
  return response;
}

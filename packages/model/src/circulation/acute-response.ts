import { type CirculationPatient, withActivation } from "./circulation-patient.ts";
import { type PatientBeat, simulatePatient } from "./simulate-patient.ts";

/** When the patches are activated, and how long after the right atrium their time zero lies. */
export interface ActivationSetting {
  /** One per patch of the patient, in its order. */
  readonly activation_ms: ArrayLike<number>;
  readonly avDelay_ms: number;
}

/** Changes against the patient's own baseline, percent. */
export interface AcuteChange {
  readonly dpdtMax_percent: number;
  readonly strokeVolume_percent: number;
  readonly strokeWork_percent: number;
  readonly systolicPressure_percent: number;
  /** Fall counts as negative; undefined where a work could not be measured. */
  readonly wastedWorkRatio_percent: number | undefined;
}

export type AcuteResponse =
  | { readonly kind: "compared"; readonly beat: PatientBeat; readonly change: AcuteChange }
  /** One of the two runs did not become periodic; nothing is compared. */
  | { readonly kind: "not-periodic"; readonly beat: PatientBeat; readonly reason: string };

/**
 * What another activation does at once: resistance, blood volume and muscle stay as they are, the setting runs from the
 * baseline's beat to its own periodic state and is compared with the baseline.
 *
 * A map with a conducted front keeps the conducted beat's own `avDelay_ms`: only paced maps can be moved.
 *
 * @param baseline  a beat of this patient without control, see `simulatePatient`
 *
 * Source of the protocol: Lumens et al., J Am Coll Cardiol 2013 (resistance and volume constant while pacing changes).
 */
export function simulateAcuteResponse(
  patient: CirculationPatient,
  baseline: PatientBeat,
  { activation_ms, avDelay_ms }: ActivationSetting,
): AcuteResponse {
  const beat = simulatePatient(withActivation(patient, activation_ms, avDelay_ms), { from: baseline.simulation });
  if (baseline.run.kind === "not-periodic") return { kind: "not-periodic", beat, reason: baseline.run.reason };
  if (beat.run.kind === "not-periodic") return { kind: "not-periodic", beat, reason: beat.run.reason };
  return { kind: "compared", beat, change: compareBeats(baseline, beat) };
}

function compareBeats(before: PatientBeat, after: PatientBeat): AcuteChange {
  const wastedBefore = before.regional?.wastedWork.byFiberStress;
  const wastedAfter = after.regional?.wastedWork.byFiberStress;
  return {
    dpdtMax_percent: changeOf(before.pump.dpdtMax_kPaPerS, after.pump.dpdtMax_kPaPerS),
    strokeVolume_percent: changeOf(before.pump.forwardVolume_mL, after.pump.forwardVolume_mL),
    strokeWork_percent: changeOf(before.pump.strokeWork_mJ, after.pump.strokeWork_mJ),
    systolicPressure_percent: changeOf(before.pump.systolicPressure_kPa, after.pump.systolicPressure_kPa),
    wastedWorkRatio_percent:
      wastedBefore === undefined || wastedAfter === undefined ? undefined : changeOf(wastedBefore, wastedAfter),
  };
}

function changeOf(before: number, after: number): number {
  return 100 * (after / before - 1);
}

import { type CirculationPatient, type PatientBeat, simulatePatient, withActivation } from "@tributary/model";

/** One patient whose activation is changed while resistance, blood volume and muscle stay. */
export interface PumpProblem {
  readonly patient: CirculationPatient;
  /** Where every run begins: the beat as it is now, periodic. */
  readonly from: PatientBeat["simulation"];
}

/** When the patches are activated after the right atrium. */
export interface PumpSetting {
  /** By patch of the problem, ms after the time zero that `avDelay_ms` sets. */
  readonly activation_ms: Float64Array;
  /** From right atrial activation. */
  readonly avDelay_ms: number;
}

/** What a beat does as a pump. */
export interface PumpBeat {
  /** A run that is not periodic is no result. */
  readonly isPeriodic: boolean;
  readonly dpdtMax_kPaPerS: number;
  readonly strokeVolume_mL: number;
  readonly strokeWork_mJ: number;
  readonly systolicPressure_kPa: number;
  readonly fillingTime_ms: number;
  readonly regurgitation_mL: number;
  /** Wasted over constructive fiber work of the left ventricle; NaN where the valves do not open. */
  readonly wastedWorkRatio: number;
  /** Fiber work per muscle volume, lateral wall minus septum; NaN where the valves do not open. */
  readonly workDifference_mJPerML: number;
}

/** Runs one setting to its periodic state and measures a beat. */
export function runPumpBeat({ patient, from }: PumpProblem, { activation_ms, avDelay_ms }: PumpSetting): PumpBeat {
  return summarizePump(simulatePatient(withActivation(patient, activation_ms, avDelay_ms), { from }));
}

export function summarizePump({ run, pump, regional }: PatientBeat): PumpBeat {
  return {
    isPeriodic: run.kind === "periodic",
    dpdtMax_kPaPerS: pump.dpdtMax_kPaPerS,
    strokeVolume_mL: pump.forwardVolume_mL,
    strokeWork_mJ: pump.strokeWork_mJ,
    systolicPressure_kPa: pump.systolicPressure_kPa,
    fillingTime_ms: pump.fillingTime_ms,
    regurgitation_mL: pump.mitralRegurgitation_mL,
    wastedWorkRatio: regional?.wastedWork.byFiberStress ?? NaN,
    workDifference_mJPerML: regional?.septalToLateralDifference_mJPerML ?? NaN,
  };
}

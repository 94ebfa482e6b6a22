import type { ConductionSpecification, HeartSpecification, VeinSpecification } from "@tributary/engine";
import type { EcgSignal, LvLead, PhrenicMarginRule } from "@tributary/model";
import type { ScoreWeights } from "./plan.ts";

/** What was measured in the patient; what was not measured stays undefined and the plan says so. */
export interface MeasuredFindings {
  readonly qrsDuration_ms: number | undefined;
  /** 0 to the left, a quarter turn down. */
  readonly frontalAxis_rad: number | undefined;
  /** A 12-lead ECG of the conducted beat: one averaged beat or a whole recording. */
  readonly ecg: EcgSignal | undefined;
}

/** What was measured of the circulation; what was not stays undefined and the plan says so. */
export interface CirculationFindings {
  readonly endDiastolicVolume_mL: number | undefined;
  /** 0 to 1. */
  readonly ejectionFraction: number | undefined;
  readonly systolicPressure_kPa: number | undefined;
  readonly diastolicPressure_kPa: number | undefined;
  readonly heartRate_perMin: number | undefined;
  /** Effective regurgitant orifice of the mitral valve. */
  readonly regurgitantOrifice_mm2: number | undefined;
  readonly leftAtrialPressure_kPa: number | undefined;
}

/** A patient whose circulation nobody has looked at. */
export const NO_CIRCULATION_FINDINGS: CirculationFindings = {
  endDiastolicVolume_mL: undefined,
  ejectionFraction: undefined,
  systolicPressure_kPa: undefined,
  diastolicPressure_kPa: undefined,
  heartRate_perMin: undefined,
  regurgitantOrifice_mm2: undefined,
  leftAtrialPressure_kPa: undefined,
};

/** Everything a plan is made from; plain values. */
export interface PlanInput {
  readonly caseId: string;
  readonly title: string;
  readonly programVersion: string;
  /** SHA-256 of the case and of the files it names. */
  readonly inputHash: string;
  readonly heart: HeartSpecification;
  readonly conduction: ConductionSpecification;
  readonly veins: VeinSpecification | undefined;
  readonly lead: LvLead;
  /** A defibrillator lead has a coil, a pacemaker lead a ring. */
  readonly rvLead: "ring" | "coil";
  /** Only this vector is searched ("LV1 → LV2"); undefined: all that the lead allows. */
  readonly vectorName: string | undefined;
  readonly findings: MeasuredFindings;
  readonly circulation: CirculationFindings;
  readonly weights: ScoreWeights;
  /** What a vector must keep to the nerve; that of the model's table where it is left out. */
  readonly phrenicMargin?: PhrenicMarginRule;
  readonly seed: number;
  /** Draws of what is not known; 200 where it is left out. */
  readonly drawCount?: number;
  readonly missing: readonly string[];
  readonly remarks: readonly string[];
}

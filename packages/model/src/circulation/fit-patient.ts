import { solveBoundedBroyden } from "../numerics/bounded-broyden.ts";
import {
  type CirculationMeasures,
  type CompleteMeasures,
  completeMeasures,
  type FitAssumption,
  guessFactors,
  NOT_IDENTIFIABLE,
} from "./case-measures.ts";
import { checkCirculationMeasures, checkPatches } from "./check-circulation-input.ts";
import type { CirculationParameters, VentricularPatch, WallParameters } from "./circulation-parameters.ts";
import { type CirculationPatient, sortPatchesByWall } from "./circulation-patient.ts";
import { FIT_BOUNDS, FIT_FACTOR_NAMES, FIT_PARAMETERS, type FitFactors } from "./fit-parameters.ts";
import { changeBloodVolume } from "./initial-state.ts";
import { buildPersonalParameters } from "./personal-parameters.ts";
import { type PatientBeat, simulatePatient } from "./simulate-patient.ts";

/** A measured quantity and what the fitted patient gives. */
export interface FitResidual {
  readonly quantity: (typeof FITTED_QUANTITIES)[number];
  readonly target: number;
  readonly reached: number;
  readonly difference_percent: number;
}

export interface PatientFit {
  /**
   * "fitted" when every residual is below 1 %; "not-fitted" is the closest that was found; "unsound" when its beat is not
   * periodic, a chamber nearly empties or the walls found no equilibrium: nothing may be concluded from it.
   */
  readonly kind: "fitted" | "not-fitted" | "unsound";
  readonly patient: CirculationPatient;
  readonly beat: PatientBeat;
  readonly factors: FitFactors;
  readonly residuals: readonly FitResidual[];
  /** Factors that stayed at a bound. */
  readonly atBound: readonly (keyof FitFactors)[];
  /** Values that were not measured, and where the fit took them from. */
  readonly assumptions: readonly FitAssumption[];
  readonly notIdentifiable: typeof NOT_IDENTIFIABLE;
  readonly beatCount: number;
}

export interface FitSetting {
  readonly patches: readonly VentricularPatch[];
  readonly avDelay_ms: number;
  /** Atria that fibrillate hardly contract. */
  readonly isFibrillating?: boolean;
}

/** The search works with ln(factor) and ln(reached/target). */
const SEARCH = { probe: 0.05, longestStep: 0.25, tolerance: 1e-3, mostIterations: 20 };
/** Of a trial; most need about ten. */
const MOST_BEATS = 40;
/** Every residual of a fit is below this. */
const ACCEPTED_percent = 1;

const FITTED_QUANTITIES = [
  "endDiastolicVolume_mL",
  "endSystolicVolume_mL",
  "systolicPressure_kPa",
  "diastolicPressure_kPa",
  "leftAtrialPressure_kPa",
] as const;

/**
 * Fits a circulation to end-diastolic volume, ejection fraction, blood pressure, heart rate, wall mass and mitral
 * regurgitation.
 *
 * Five factors (reference area and active stress of the left ventricle, systemic resistance, blood volume, arterial
 * stiffness) are found from five quantities (end-diastolic and end-systolic volume, systolic and diastolic pressure of
 * the aortic root, mean left atrial pressure) by Broyden's method in logarithms, each trial run to its periodic state
 * from the one before. Heart rate, wall volume and leak are set, not fitted; passive stiffness follows from the filling
 * pressure, see `buildPersonalParameters`.
 *
 * @throws TributaryError circulation-measure-range, circulation-pressures, circulation-patches, circulation-timing
 *
 * Source of the method's steps: Koopsen et al., BioMed Eng OnLine 2024. Cost: 100 to 300 beats.
 */
export function fitPatient(
  measures: CirculationMeasures,
  { avDelay_ms, isFibrillating = false, patches }: FitSetting,
): PatientFit {
  const complete = completeMeasures(measures);
  checkCirculationMeasures(complete, avDelay_ms);
  checkPatches(patches);
  const setting = { patches: sortPatchesByWall(patches), avDelay_ms, isFibrillating };
  const targets = listTargets(complete);
  const logBounds = (side: 0 | 1) => Float64Array.from(FIT_FACTOR_NAMES, (name) => Math.log(FIT_BOUNDS[name][side]));
  let beatCount = 0;
  let last: PatientBeat | undefined;
  const evaluate = (logFactors: Float64Array) => {
    const trial = runTrial(complete, setting, logFactors, last);
    beatCount += trial.run.beatCount;
    if (Number.isFinite(trial.run.volumeChange)) last = trial;
    return listReached(trial).map((reached, i) => Math.log(reached / targets[i]!));
  };
  const guess = guessFactors(complete);
  const start = Float64Array.from(FIT_FACTOR_NAMES, (name) => Math.log(guess[name]));
  const bounds = { lower: logBounds(0), upper: logBounds(1) };
  const solution = solveBoundedBroyden({ evaluate, ...bounds }, start, SEARCH);
  const beat = runTrial(complete, setting, solution.x, last);
  return {
    ...describeFit(beat, targets),
    patient: buildPatient(complete, setting, solution.x),
    beat,
    factors: readFactors(solution.x),
    atBound: FIT_FACTOR_NAMES.filter((_, i) => solution.x[i] === bounds.lower[i] || solution.x[i] === bounds.upper[i]),
    assumptions: complete.assumptions,
    notIdentifiable: NOT_IDENTIFIABLE,
    beatCount: beatCount + beat.run.beatCount,
  };
}

function describeFit(beat: PatientBeat, targets: Float64Array): Pick<PatientFit, "kind" | "residuals"> {
  const reached = listReached(beat);
  const residuals = FITTED_QUANTITIES.map((quantity, i) => ({
    quantity,
    target: targets[i]!,
    reached: reached[i]!,
    difference_percent: 100 * (reached[i]! / targets[i]! - 1),
  }));
  const isFitted = residuals.every(({ difference_percent }) => Math.abs(difference_percent) < ACCEPTED_percent);
  if (!isSound(beat)) return { kind: "unsound", residuals };
  return { kind: isFitted ? "fitted" : "not-fitted", residuals };
}

function isSound({ run, trace }: PatientBeat): boolean {
  return run.kind === "periodic" && trace.largestCollapsePressure_kPa === 0 && trace.unsettledCount === 0;
}

function listTargets(measures: CompleteMeasures): Float64Array {
  const { diastolicPressure_kPa, ejectionFraction, endDiastolicVolume_mL } = measures;
  return Float64Array.of(
    endDiastolicVolume_mL,
    endDiastolicVolume_mL * (1 - ejectionFraction),
    measures.systolicPressure_kPa,
    diastolicPressure_kPa,
    measures.leftAtrialPressure_kPa,
  );
}

function listReached({ pump }: PatientBeat): Float64Array {
  return Float64Array.of(
    pump.endDiastolicVolume_mL,
    pump.endSystolicVolume_mL,
    pump.systolicPressure_kPa,
    pump.diastolicPressure_kPa,
    pump.meanLeftAtrialPressure_kPa,
  );
}

function readFactors(logFactors: Float64Array): FitFactors {
  return Object.fromEntries(
    FIT_FACTOR_NAMES.map((name, i) => [name, Math.exp(logFactors[i]!)]),
  ) as unknown as FitFactors;
}

function buildPatient(
  measures: CompleteMeasures,
  { avDelay_ms, isFibrillating, patches }: FitSetting,
  logFactors: Float64Array,
): CirculationPatient {
  const parameters = buildPersonalParameters(measures, readFactors(logFactors));
  return { avDelay_ms, patches, parameters: isFibrillating ? weakenAtria(parameters) : parameters };
}

function weakenAtria(parameters: CirculationParameters): CirculationParameters {
  const { leftAtrium, rightAtrium } = parameters.walls;
  const ratio = FIT_PARAMETERS.fibrillatingAtriaRatio.value;
  const weaken = (wall: WallParameters) => ({ ...wall, activeStress_PaPerUm: ratio * wall.activeStress_PaPerUm });
  return {
    ...parameters,
    walls: { ...parameters.walls, leftAtrium: weaken(leftAtrium), rightAtrium: weaken(rightAtrium) },
  };
}

/** Goes on from the last trial, with its blood volume changed to that of this one. */
function runTrial(
  measures: CompleteMeasures,
  setting: FitSetting,
  logFactors: Float64Array,
  last: PatientBeat | undefined,
): PatientBeat {
  const patient = buildPatient(measures, setting, logFactors);
  if (!last) return simulatePatient(patient, { mostBeats: MOST_BEATS });
  const from = changeBloodVolume(last.simulation, patient.parameters.bloodVolume_m3);
  return simulatePatient(patient, { from, mostBeats: MOST_BEATS });
}

import type { ConductionSpecification } from "@tributary/engine";
import { type FrontTaps, measureQrs, type Random, type SweepNodes, simulateEcg } from "@tributary/model";
import type { ConductionSet } from "../fields/conduction-set.ts";
import { evaluateField, type FieldFamily } from "../fields/field-family.ts";
import { weighDesign } from "../fields/shape-design.ts";
import { createBeatMeter } from "../heart/beat-meter.ts";
import type { MeasuredFindings } from "../plan-input.ts";
import { quantile } from "../statistics/statistics.ts";
import { combineRoots, findMeasuredBeat, type MeasuredBeat } from "./conducted-beat.ts";
import { fitVelocityScale } from "./fit-velocity.ts";
import { measureQrsMisfit } from "./qrs-misfit.ts";
import { sampleRootDelays, sampleShape, sampleVelocityScale } from "./sample-sets.ts";

/** What a calibration works on: fields of a coarse mesh for any shape, its ECG weights, and the patient's findings. */
export interface CalibrationProblem {
  readonly family: FieldFamily;
  readonly conduction: ConductionSpecification;
  readonly findings: MeasuredFindings;
  readonly nodes: SweepNodes;
  readonly taps: FrontTaps;
}

/** A parameter set with how well it explains what was measured. */
export interface FittedSet extends ConductionSet {
  /** NaN where there is no beat to measure. */
  readonly qrsDuration_ms: number;
  /** By independent lead; empty without a measured ECG. */
  readonly leadResiduals: readonly number[];
  /** Of the model's ECG to the measured one; 1 without one. */
  readonly amplitudeScale: number;
  /** Sum of squared misfits in units of their tolerances. */
  readonly misfit: number;
}

export interface Calibration {
  /** At least 30 that fit equally well; never one alone. */
  readonly sets: readonly FittedSet[];
  /** All that were drawn, for the spread of the prior. */
  readonly drawn: readonly FittedSet[];
  /** The set nearest to the middle of those kept. */
  readonly central: FittedSet;
  readonly beat: MeasuredBeat | undefined;
}

/** Sets drawn before the fitting ones are kept. */
const SAMPLE_COUNT = 120;
const LEAST_SETS = 30;
const MOST_SETS = 60;
/** What counts as fitting: how far a QRS duration and an axis are read apart by two readers, and how well leads agree. */
const QRS_TOLERANCE_ms = 5;
const AXIS_TOLERANCE_rad = Math.PI / 9;
const RESIDUAL_TOLERANCE = 0.1;
/** Sets whose misfit is within this of the best are told apart by nothing that was measured. */
const EQUAL_MISFIT = 1;

/**
 * Parameter sets that explain the measured QRS duration, axis and ECG equally well, from draws over the parameters'
 * ranges. For each draw of shape and root times the global velocity that gives the measured duration is solved for; axis
 * and leads then weigh the draws. What was not measured leaves its parameters at their prior.
 *
 * Different roots and velocities give the same surface ECG (Grandits 2024, arXiv 2411.00165): no set is the patient's.
 */
export function calibrate(problem: CalibrationProblem, random: Random): Calibration {
  const beat = findMeasuredBeat(problem.conduction, problem.family.layout);
  const drawn = Array.from({ length: SAMPLE_COUNT }, (_, index) => fitSample(problem, beat, random.stream(index)));
  const sets = keepEqual(drawn, problem.findings);
  return { sets, drawn, central: pickCentral(sets), beat };
}

function fitSample(problem: CalibrationProblem, beat: MeasuredBeat | undefined, random: Random): FittedSet {
  const shape = sampleShape(random);
  const rootDelays_ms = sampleRootDelays(random, beat?.defaultDelays_ms ?? []);
  const priorScale = sampleVelocityScale(random);
  const unfitted = { shape, rootDelays_ms, velocityScale: priorScale, leadResiduals: [], amplitudeScale: 1, misfit: 0 };
  if (!beat) return { ...unfitted, qrsDuration_ms: NaN };
  const { nodes, taps, family, findings } = problem;
  const meter = createBeatMeter(nodes, taps);
  const weights = weighDesign(shape);
  const fields = beat.sources.map((index) => {
    const field = new Float32Array(nodes.nodeCount);
    evaluateField(field, family, index, weights);
    return field;
  });
  const times_ms = new Float32Array(nodes.nodeCount);
  const measureQrsAt = (velocityScale: number) => {
    combineRoots(times_ms, fields, { velocityScale, rootDelays_ms });
    return meter.measureMap(times_ms, 0).qrsDuration_ms;
  };
  const fit =
    findings.qrsDuration_ms === undefined
      ? { velocityScale: priorScale, qrsDuration_ms: measureQrsAt(priorScale) }
      : fitVelocityScale(findings.qrsDuration_ms, measureQrsAt);
  const set = { ...unfitted, ...fit };
  combineRoots(times_ms, fields, set);
  return { ...set, ...compareShape(problem, times_ms, set) };
}

/** Misfit of duration, axis and leads. */
function compareShape(
  { nodes, findings }: CalibrationProblem,
  times_ms: Float32Array,
  { qrsDuration_ms }: { readonly qrsDuration_ms: number },
): Pick<FittedSet, "misfit" | "leadResiduals" | "amplitudeScale"> {
  let misfit =
    findings.qrsDuration_ms === undefined ? 0 : ((qrsDuration_ms - findings.qrsDuration_ms) / QRS_TOLERANCE_ms) ** 2;
  if (findings.frontalAxis_rad === undefined && findings.ecg === undefined) {
    return { misfit, leadResiduals: [], amplitudeScale: 1 };
  }
  const ecg = simulateEcg(nodes.weights, times_ms, undefined);
  const qrs = measureQrs(ecg);
  if (findings.frontalAxis_rad !== undefined) {
    misfit += (wrapAngle(qrs.axis_rad - findings.frontalAxis_rad) / AXIS_TOLERANCE_rad) ** 2;
  }
  if (findings.ecg === undefined) return { misfit, leadResiduals: [], amplitudeScale: 1 };
  const comparison = measureQrsMisfit({ ecg, ...qrs }, { ecg: findings.ecg, ...measureQrs(findings.ecg) });
  return {
    misfit: misfit + (comparison.residual / RESIDUAL_TOLERANCE) ** 2,
    leadResiduals: comparison.leadResiduals,
    amplitudeScale: comparison.amplitudeScale,
  };
}

/** The draws within a tolerance of the best, at least 30 and at most 60 of them. */
function keepEqual(drawn: readonly FittedSet[], findings: MeasuredFindings): readonly FittedSet[] {
  if (Object.values(findings).every((value) => value === undefined)) return drawn.slice(0, MOST_SETS);
  const ordered = drawn
    .map((set, index) => ({ set, index }))
    .sort((a, b) => a.set.misfit - b.set.misfit || a.index - b.index);
  const limit = ordered[0]!.set.misfit + EQUAL_MISFIT;
  const equal = ordered.filter(({ set }, rank) => rank < LEAST_SETS || set.misfit <= limit);
  // Among equals the order of drawing decides, so that a hair of misfit does not narrow the spread.
  const kept = equal.length > MOST_SETS ? equal.sort((a, b) => a.index - b.index).slice(0, MOST_SETS) : equal;
  return kept.map(({ set }) => set);
}

function pickCentral(sets: readonly FittedSet[]): FittedSet {
  const columns = sets.map(({ shape, velocityScale }) => [
    1 / shape.fastLayerRatio,
    shape.anisotropyRatio,
    1 / shape.septumRatio,
    1 / velocityScale,
  ]);
  const middles = columns[0]!.map((_, i) =>
    quantile(
      columns.map((row) => row[i]!),
      0.5,
    ),
  );
  const spreads = middles.map(
    (middle, i) =>
      quantile(
        columns.map((row) => Math.abs(row[i]! - middle)),
        0.5,
      ) || 1,
  );
  let best = 0;
  let least = Infinity;
  for (const [index, row] of columns.entries()) {
    const distance = row.reduce((sum, value, i) => sum + ((value - middles[i]!) / spreads[i]!) ** 2, 0);
    if (distance >= least) continue;
    least = distance;
    best = index;
  }
  return sets[best]!;
}

function wrapAngle(angle_rad: number): number {
  return Math.atan2(Math.sin(angle_rad), Math.cos(angle_rad));
}

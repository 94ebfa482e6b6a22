import { INDEPENDENT_LEADS, type Parameter } from "@tributary/model";
import { CALIBRATION_PARAMETERS } from "../fields/conduction-set.ts";
import type { CalibratedParameter, PlanCalibration } from "../plan.ts";
import type { MeasuredFindings } from "../plan-input.ts";
import { spreadOf } from "../statistics/spread-of.ts";
import { quantile } from "../statistics/statistics.ts";
import type { Calibration, FittedSet } from "./calibrate.ts";

/** From the 10th to the 90th percentile of a prior that is even over its range. */
const PRIOR_SPREAD = 0.8;
/** A spread this much narrower than that of the prior was told by the data; assumed. */
const FITTED_SHARE = 0.75;
/** Within this share of an end of its range a parameter is said to be at a bound; assumed. */
const BOUND_SHARE = 0.08;

/** How a set is read as numbers for the report. */
const READINGS: readonly { name: string; parameter: Parameter; read: (set: FittedSet) => number }[] = [
  {
    name: "global velocity, over that of the case",
    parameter: CALIBRATION_PARAMETERS.velocityScale,
    read: (set) => set.velocityScale,
  },
  {
    name: "fast layer over muscle, velocity",
    parameter: CALIBRATION_PARAMETERS.fastLayerRatio,
    read: (set) => set.shape.fastLayerRatio,
  },
  {
    name: "along over across the fiber, velocity",
    parameter: CALIBRATION_PARAMETERS.anisotropyRatio,
    read: (set) => set.shape.anisotropyRatio,
  },
  {
    name: "septum over free wall, velocity",
    parameter: CALIBRATION_PARAMETERS.septumRatio,
    read: (set) => set.shape.septumRatio,
  },
];

/** What the calibration found, in the words of the plan. */
export function reportCalibration(
  { sets, drawn, central, beat }: Calibration,
  findings: MeasuredFindings,
  rootNames: readonly string[],
): PlanCalibration {
  const rootReadings = rootNames.slice(1).map((name, index) => ({
    name: `start of the root "${name}" after "${rootNames[0]}"`,
    parameter: CALIBRATION_PARAMETERS.rootDelaySpread_ms,
    read: (set: FittedSet) => set.rootDelays_ms[index + 1]! - set.rootDelays_ms[0]!,
  }));
  const measured_ms = findings.qrsDuration_ms;
  return {
    fittedTo: listFittedTo(findings),
    qrsDurationMeasured_ms: measured_ms,
    qrsDurationModel_ms: spreadOf(
      central.qrsDuration_ms,
      sets.map((set) => set.qrsDuration_ms),
    ),
    leadResiduals: central.leadResiduals.map((residualFraction, lead) => ({
      lead: INDEPENDENT_LEADS[lead]!,
      residualFraction,
    })),
    parameters: [
      ...READINGS.map((reading) => describeParameter(reading, sets, reading.parameter.range)),
      ...rootReadings.map((reading) => describeParameter(reading, sets, rangeOf(drawn.map(reading.read)))),
    ],
    setCount: sets.length,
    remarks: listRemarks({ sets, findings, hasBeat: beat !== undefined }),
  };
}

function describeParameter(
  { name, parameter, read }: (typeof READINGS)[number],
  sets: readonly FittedSet[],
  range: readonly [number, number],
): CalibratedParameter {
  const values = sets.map(read);
  const estimate = spreadOf(quantile(values, 0.5), values);
  return {
    name,
    unit: parameter.unit,
    estimate,
    range,
    state: judgeState(estimate.value, range, spread(values) / (PRIOR_SPREAD * (range[1] - range[0]))),
    source: parameter.source,
  };
}

function judgeState(
  middle: number,
  [low, high]: readonly [number, number],
  spreadShare: number,
): CalibratedParameter["state"] {
  const place = (middle - low) / (high - low);
  if (place < BOUND_SHARE || place > 1 - BOUND_SHARE) return "at a bound";
  return spreadShare < FITTED_SHARE ? "fitted" : "at its prior";
}

function spread(values: readonly number[]): number {
  return quantile(values, 0.9) - quantile(values, 0.1);
}

function rangeOf(values: readonly number[]): readonly [number, number] {
  return [Math.min(...values), Math.max(...values)];
}

function listFittedTo({ qrsDuration_ms, frontalAxis_rad, ecg }: MeasuredFindings): string[] {
  return [
    ...(qrsDuration_ms === undefined ? [] : ["QRS duration"]),
    ...(frontalAxis_rad === undefined ? [] : ["frontal axis"]),
    ...(ecg === undefined ? [] : ["12-lead ECG"]),
  ];
}

interface RemarkInput {
  readonly sets: readonly FittedSet[];
  readonly findings: MeasuredFindings;
  readonly hasBeat: boolean;
}

function listRemarks({ sets, findings, hasBeat }: RemarkInput): string[] {
  const remarks: string[] = [];
  if (!hasBeat) remarks.push("The ventricles have no beat of their own to fit to: parameters stay at their prior.");
  if (findings.qrsDuration_ms === undefined) {
    remarks.push("QRS duration is missing: velocities keep the whole spread of their prior.");
  } else if (hasBeat) {
    const worst_ms = Math.max(...sets.map((set) => Math.abs(set.qrsDuration_ms - findings.qrsDuration_ms!)));
    if (worst_ms > 5) {
      remarks.push(
        `The measured QRS duration is not reached inside the ranges of the velocities; the sets kept differ from it by up to ${worst_ms.toFixed(0)} ms.`,
      );
    }
  }
  if (findings.ecg === undefined) {
    remarks.push("No 12-lead ECG was given: amplitudes are not calibrated, and the shape of the QRS was not fitted.");
  }
  remarks.push("Other parameter sets explain the same data as well; none is this patient's.");
  return remarks;
}

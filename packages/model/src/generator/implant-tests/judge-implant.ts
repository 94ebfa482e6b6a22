import { ACCEPTANCE_CRITERIA, type AcceptanceCriteria, DEFAULT_CRITERIA } from "./acceptance-criteria.ts";
import type { ElectrodePair } from "./electrode-pair.ts";
import type { VectorResult } from "./measure-threshold.ts";

/** What was measured; undefined where it was not. */
export interface ImplantMeasurements {
  readonly right: ChamberMeasurements | undefined;
  /** Undefined where no atrial lead is implanted. */
  readonly atrium: ChamberMeasurements | undefined;
  readonly vectors: readonly VectorResult[];
  readonly leftSignal_mV: number | undefined;
  readonly qLv_ms: number | undefined;
  readonly qrsDuration_ms: number | undefined;
  readonly leftRightDelay_ms: number | undefined;
  readonly shockImpedance_ohm: number | undefined;
  /** Threshold of the programmed vector by the analyzer and by the generator. */
  readonly analyzerThreshold_V: number | undefined;
  readonly generatorThreshold_V: number | undefined;
}

export interface ChamberMeasurements {
  readonly signal_mV: number;
  readonly threshold_V: number | undefined;
  readonly impedance_ohm: number;
  /** Chamber whose beats the port shows; another one when plugs are exchanged. */
  readonly seenChamber: ElectrodePair["seenChamber"];
}

/** What is implanted, which decides what must be tested. */
export interface ImplantScope {
  readonly hasAtrialLead: boolean;
  readonly hasLeftLead: boolean;
  readonly isDefibrillator: boolean;
  /** The left-ventricular signal times or protects pacing. */
  readonly usesLeftSensing: boolean;
}

export interface TestVerdict {
  readonly id: string;
  readonly isMandatory: boolean;
  readonly outcome: "pass" | "fail" | "missing";
  /** Value and criterion with units. */
  readonly what: string;
  readonly source: string;
}

/** Judges every test that belongs to what is implanted. */
export function judgeImplant(
  measured: ImplantMeasurements,
  scope: ImplantScope,
  criteria: AcceptanceCriteria = DEFAULT_CRITERIA,
): TestVerdict[] {
  const leastRWave = scope.isDefibrillator ? "leastDefibrillatorRWave_mV" : "leastRWave_mV";
  return [
    ...(scope.hasAtrialLead
      ? [
          judgePort("atrial", "RA", measured.atrium),
          ...judgeChamber("atrial", measured.atrium, criteria, "leastPWave_mV", "mostAtrialThreshold_V"),
        ]
      : []),
    judgePort("right-ventricular", "RV", measured.right),
    ...judgeChamber("right-ventricular", measured.right, criteria, leastRWave, "mostRightThreshold_V"),
    ...(scope.isDefibrillator ? [judgeShockImpedance(measured, criteria)] : []),
    ...(scope.hasLeftLead ? judgeLeft(measured, scope, criteria) : []),
  ];
}

/** A port must show the beats of its own chamber. */
function judgePort(name: string, chamber: "RA" | "RV", measured: ChamberMeasurements | undefined): TestVerdict {
  const seen = measured?.seenChamber;
  return {
    id: `${name}-port`,
    isMandatory: true,
    outcome: seen === undefined ? "missing" : seen === chamber ? "pass" : "fail",
    what: `${seen === undefined ? "not looked at" : `shows ${seen}`}, must show ${chamber}`,
    source: "leads in wrong ports are an error: Boston Scientific CRT-D manual, about 2006",
  };
}

function judgeChamber(
  name: string,
  measured: ChamberMeasurements | undefined,
  criteria: AcceptanceCriteria,
  leastSignal: "leastPWave_mV" | "leastRWave_mV" | "leastDefibrillatorRWave_mV",
  mostThreshold: "mostAtrialThreshold_V" | "mostRightThreshold_V",
): TestVerdict[] {
  const threshold_V = measured && (measured.threshold_V ?? Infinity);
  return [
    atLeast(`${name}-sensing`, measured?.signal_mV, leastSignal, criteria, true),
    atMost(`${name}-threshold`, threshold_V, mostThreshold, criteria, true),
    between(`${name}-impedance`, measured?.impedance_ohm, ["leastImpedance_ohm", "mostImpedance_ohm"], criteria),
  ];
}

function judgeShockImpedance({ shockImpedance_ohm }: ImplantMeasurements, criteria: AcceptanceCriteria): TestVerdict {
  const limits = ["leastShockImpedance_ohm", "mostShockImpedance_ohm"] as const;
  return between("shock-impedance", shockImpedance_ohm, limits, criteria);
}

function judgeLeft(measured: ImplantMeasurements, scope: ImplantScope, criteria: AcceptanceCriteria): TestVerdict[] {
  const usable = listUsableVectors(measured.vectors, criteria);
  const best = findBestVector(measured.vectors, criteria);
  const isMeasured = measured.vectors.length > 0;
  const sensing = atLeast("left-ventricular-sensing", measured.leftSignal_mV, "leastLeftSignal_mV", criteria, true);
  return [
    atMost(
      "left-ventricular-threshold",
      isMeasured ? (best?.threshold_V ?? Infinity) : undefined,
      "mostLeftThreshold_V",
      criteria,
      true,
    ),
    between(
      "left-ventricular-impedance",
      best?.impedance_ohm,
      ["leastLeftImpedance_ohm", "mostLeftImpedance_ohm"],
      criteria,
    ),
    verdict(
      "phrenic-nerve",
      isMeasured ? usable.length > 0 : undefined,
      true,
      `${usable.length} usable vectors, the nerve at least ${criteria.leastPhrenicDifference_V} V above the threshold`,
      "leastPhrenicDifference_V",
    ),
    verdict(
      "second-vector",
      isMeasured ? usable.length > 1 : undefined,
      false,
      `${usable.length} usable vectors`,
      "idealLeftThreshold_V",
    ),
    ...(scope.usesLeftSensing ? [sensing] : []),
    judgeQLv(measured, criteria),
    atLeast("left-right-delay", measured.leftRightDelay_ms, "leastLeftRightDelay_ms", criteria, false),
    judgeAnalyzer(measured, criteria),
  ];
}

/** Vectors within the threshold criterion whose nerve is not stimulated, or far enough above. */
export function listUsableVectors(
  vectors: readonly VectorResult[],
  criteria: AcceptanceCriteria = DEFAULT_CRITERIA,
): VectorResult[] {
  return vectors.filter(({ threshold_V, phrenic }) => {
    if (threshold_V === undefined || threshold_V > criteria.mostLeftThreshold_V) return false;
    const nerve_V = phrenic.threshold_V ?? Infinity;
    return nerve_V - threshold_V >= criteria.leastPhrenicDifference_V;
  });
}

/** The usable vector with the lowest threshold, or of all where none is usable. */
export function findBestVector(
  vectors: readonly VectorResult[],
  criteria: AcceptanceCriteria,
): VectorResult | undefined {
  const usable = listUsableVectors(vectors, criteria);
  const candidates = usable.length > 0 ? usable : vectors;
  return [...candidates].sort((a, b) => (a.threshold_V ?? Infinity) - (b.threshold_V ?? Infinity))[0];
}

function judgeQLv({ qLv_ms, qrsDuration_ms }: ImplantMeasurements, criteria: AcceptanceCriteria): TestVerdict {
  const isLate = qLv_ms !== undefined && qLv_ms >= criteria.leastQLv_ms;
  const isLateForQrs =
    qLv_ms !== undefined && qrsDuration_ms !== undefined && qLv_ms > criteria.leastQLvFraction * qrsDuration_ms;
  const passes = qLv_ms === undefined ? undefined : isLate || isLateForQrs;
  return verdict(
    "q-lv",
    passes,
    false,
    `${qLv_ms} ms, at least ${criteria.leastQLv_ms} ms or half the QRS`,
    "leastQLv_ms",
  );
}

function judgeAnalyzer(measured: ImplantMeasurements, criteria: AcceptanceCriteria): TestVerdict {
  const { analyzerThreshold_V, generatorThreshold_V } = measured;
  const isMeasured = analyzerThreshold_V !== undefined && generatorThreshold_V !== undefined;
  const difference_V = isMeasured ? Math.abs(analyzerThreshold_V - generatorThreshold_V) : undefined;
  return atMost("analyzer-and-generator", difference_V, "mostAnalyzerDifference_V", criteria, false);
}

type CriterionName = keyof AcceptanceCriteria;

function verdict(
  id: string,
  passes: boolean | undefined,
  isMandatory: boolean,
  what: string,
  criterion: CriterionName,
): TestVerdict {
  const outcome = passes === undefined ? "missing" : passes ? "pass" : "fail";
  return { id, isMandatory, outcome, what, source: ACCEPTANCE_CRITERIA[criterion].source };
}

function say(value: number | undefined, unit: string): string {
  if (value === undefined) return "not measured";
  return value === Infinity ? "none" : `${value} ${unit}`;
}

function atLeast(
  id: string,
  value: number | undefined,
  name: CriterionName,
  criteria: AcceptanceCriteria,
  isMandatory: boolean,
): TestVerdict {
  const { unit } = ACCEPTANCE_CRITERIA[name];
  const what = `${say(value, unit)}, at least ${criteria[name]} ${unit}`;
  return verdict(id, value === undefined ? undefined : value >= criteria[name], isMandatory, what, name);
}

function atMost(
  id: string,
  value: number | undefined,
  name: CriterionName,
  criteria: AcceptanceCriteria,
  isMandatory: boolean,
): TestVerdict {
  const { unit } = ACCEPTANCE_CRITERIA[name];
  const what = `${say(value, unit)}, at most ${criteria[name]} ${unit}`;
  return verdict(id, value === undefined ? undefined : value <= criteria[name], isMandatory, what, name);
}

function between(
  id: string,
  value: number | undefined,
  [least, most]: readonly [CriterionName, CriterionName],
  criteria: AcceptanceCriteria,
): TestVerdict {
  const { unit } = ACCEPTANCE_CRITERIA[least];
  const passes = value === undefined ? undefined : value >= criteria[least] && value <= criteria[most];
  const what = `${say(value, unit)}, ${criteria[least]} to ${criteria[most]} ${unit}`;
  return verdict(id, passes, true, what, least);
}

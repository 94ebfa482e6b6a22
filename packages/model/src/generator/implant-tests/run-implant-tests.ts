/** Every test at implant on leads as they lie, in the order of the table: atrium, right ventricle, all left vectors. */
import type { StrengthDuration } from "../../capture/strength-duration.ts";
import { type AcceptanceCriteria, DEFAULT_CRITERIA } from "./acceptance-criteria.ts";
import { type ClosureDecision, decideClosure, type TestOverride } from "./decide-closure.ts";
import type { ElectrodePair } from "./electrode-pair.ts";
import {
  type ChamberMeasurements,
  findBestVector,
  type ImplantMeasurements,
  type ImplantScope,
  judgeImplant,
  type TestVerdict,
} from "./judge-implant.ts";
import {
  measureStrengthDuration,
  type StepDownResult,
  stepDownThreshold,
  sweepVectors,
  type VectorResult,
} from "./measure-threshold.ts";

/** The leads, truth and timing; undefined where there is none. */
export interface TestedSystem {
  readonly atrial: ElectrodePair | undefined;
  readonly right: ElectrodePair;
  /** Every vector of the left-ventricular lead; empty without one. */
  readonly left: readonly ElectrodePair[];
  readonly shockImpedance_ohm: number | undefined;
  /** By vector name: from QRS onset to the cathode, and from the right-ventricular lead to it. */
  readonly qLv_ms: ReadonlyMap<string, number>;
  readonly leftRightDelay_ms: ReadonlyMap<string, number>;
  readonly qrsDuration_ms: number | undefined;
}

/** Parts of the round that may be left out; what they would have shown is then missing. */
export const IMPLANT_TEST_PARTS = [
  "atrium",
  "right-ventricle",
  "left-vectors",
  "shock-impedance",
  "q-lv",
  "left-right-delay",
  "generator-threshold",
] as const;
export type ImplantTestPart = (typeof IMPLANT_TEST_PARTS)[number];

/** One chamber, or the chosen left vector. */
export interface ChamberTest {
  readonly pair: ElectrodePair;
  readonly stepDown: StepDownResult;
  /** Undefined where two widths did not both capture. */
  readonly curve: StrengthDuration | undefined;
}

export interface ImplantTestRound {
  /** Atrium, right ventricle and the best left vector, as far as they were tested. */
  readonly chambers: readonly ChamberTest[];
  readonly vectors: readonly VectorResult[];
  readonly best: VectorResult | undefined;
  readonly measurements: ImplantMeasurements;
  readonly verdicts: readonly TestVerdict[];
  readonly closure: ClosureDecision;
}

export interface RoundOptions {
  readonly scope: ImplantScope;
  readonly leftOut: readonly ImplantTestPart[];
  readonly overrides: readonly TestOverride[];
  readonly criteria?: AcceptanceCriteria;
}

/** Width of the criteria, and an output that surely captures a usual lead. */
const STEP_DOWN = { pulseWidth_ms: 0.5, start_V: 5, beatsPerStep: 3, releaseAfterSteps: undefined } as const;

export function runImplantTests(system: TestedSystem, options: RoundOptions): ImplantTestRound {
  const { scope, leftOut, overrides, criteria = DEFAULT_CRITERIA } = options;
  const isDone = (part: ImplantTestPart) => !leftOut.includes(part);
  const atrial = system.atrial && isDone("atrium") ? testChamber(system.atrial) : undefined;
  const right = isDone("right-ventricle") ? testChamber(system.right) : undefined;
  const vectors = isDone("left-vectors") ? sweepVectors(system.left, STEP_DOWN.pulseWidth_ms) : [];
  const best = findBestVector(vectors, criteria);
  const bestPair = system.left.find(({ name }) => name === best?.name);
  const left = bestPair && testChamber(bestPair);
  const measurements: ImplantMeasurements = {
    atrium: atrial && readChamber(atrial),
    right: right && readChamber(right),
    vectors,
    leftSignal_mV: bestPair?.signal_mV,
    qLv_ms: best && isDone("q-lv") ? system.qLv_ms.get(best.name) : undefined,
    qrsDuration_ms: system.qrsDuration_ms,
    leftRightDelay_ms: best && isDone("left-right-delay") ? system.leftRightDelay_ms.get(best.name) : undefined,
    shockImpedance_ohm: isDone("shock-impedance") ? system.shockImpedance_ohm : undefined,
    analyzerThreshold_V: best?.threshold_V,
    generatorThreshold_V: isDone("generator-threshold") ? left?.stepDown.threshold_V : undefined,
  };
  const verdicts = judgeImplant(measurements, scope, criteria);
  return {
    chambers: [atrial, right, left].filter((test) => test !== undefined),
    vectors,
    best,
    measurements,
    verdicts,
    closure: decideClosure(verdicts, overrides),
  };
}

function testChamber(pair: ElectrodePair): ChamberTest {
  return { pair, stepDown: stepDownThreshold(pair, STEP_DOWN), curve: measureStrengthDuration(pair) };
}

function readChamber({ pair, stepDown }: ChamberTest): ChamberMeasurements {
  const { signal_mV, impedance_ohm, seenChamber } = pair;
  return { signal_mV, threshold_V: stepDown.threshold_V, impedance_ohm, seenChamber };
}

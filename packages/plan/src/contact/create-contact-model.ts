import {
  type CaptureParameters,
  computePhrenicGeometry,
  createPhrenicNerve,
  DEFAULT_CAPTURE,
  DEFAULT_PHRENIC,
  electrodeShape,
  estimateCaptureThreshold,
  evaluatePhrenicThreshold,
  judgeCapture,
  judgePhrenicThreshold,
  measureMuscleDistance,
  type PacingVector,
  type PhrenicNerve,
  type PhrenicParameters,
  type PlacedElectrode,
  type Random,
  sampleCaptureParameters,
  samplePhrenicCourse,
  samplePhrenicParameters,
} from "@tributary/model";
import type { HeartModel } from "../heart/heart-model.ts";
import { PLAN_PARAMETERS } from "../plan-parameters.ts";
import type { ContactEstimates } from "../search/choose-configurations.ts";
import { quantile } from "../statistics/statistics.ts";
import type { ContactModel } from "./contact-model.ts";
import { describeContact } from "./describe-contact.ts";

/** Nerves that are drawn for one heart; draws take them in turn. */
const NERVE_COUNT = 40;
/** Nerves of which the expected threshold is the lower quartile: one such patient in four has a lower one. */
const EXPECTED_NERVE_COUNT = 20;
const CAUTIOUS_SHARE = 0.25;

const WIDTH_ms = PLAN_PARAMETERS.pulseWidth_ms.value;

/** Contact of any electrode of one heart: muscle by distance, nerve by a course that nobody has imaged and is drawn. */
export function createContactModel({ veins }: Pick<HeartModel, "veins">, random: Random): ContactModel {
  const nerves = Array.from({ length: NERVE_COUNT }, (_, index) =>
    createPhrenicNerve(veins.map, samplePhrenicCourse(random.stream(index))),
  );
  const drawn = new Map<number, ContactEstimates>();
  return {
    expected: expectContact(nerves.slice(0, EXPECTED_NERVE_COUNT)),
    draw(index) {
      const known = drawn.get(index);
      if (known) return known;
      const own = random.stream(NERVE_COUNT + index);
      const capture = sampleCaptureParameters(own);
      const phrenic = samplePhrenicParameters(own);
      const nerve = nerves[index % NERVE_COUNT]!;
      const estimates: ContactEstimates = {
        captureThreshold_V: (cathode, vector) => estimateCapture(cathode, vector, capture),
        phrenicThreshold_V: (cathode, anode) => estimateNerve(cathode, anode, nerve, phrenic),
      };
      drawn.set(index, estimates);
      return estimates;
    },
    describe: describeContact,
  };
}

/** The usual capture threshold, and the phrenic threshold that one patient in four is below; each electrode pair once. */
function expectContact(nerves: readonly PhrenicNerve[]): ContactEstimates {
  const known = new Map<PlacedElectrode, Map<PlacedElectrode | undefined, number>>();
  return {
    captureThreshold_V: (cathode, vector) => estimateCapture(cathode, vector, DEFAULT_CAPTURE),
    phrenicThreshold_V(cathode, anode) {
      const pairs = known.get(cathode) ?? new Map<PlacedElectrode | undefined, number>();
      known.set(cathode, pairs);
      const before = pairs.get(anode);
      if (before !== undefined) return before;
      const thresholds_V = nerves.map((nerve) => estimateNerve(cathode, anode, nerve, DEFAULT_PHRENIC));
      const threshold_V = lowerQuartile(thresholds_V);
      pairs.set(anode, threshold_V);
      return threshold_V;
    },
  };
}

/** Of thresholds that may be Infinity: those count as above all others. */
function lowerQuartile(thresholds_V: readonly number[]): number {
  const reached = thresholds_V.filter((threshold_V) => threshold_V < Infinity);
  if (reached.length <= CAUTIOUS_SHARE * thresholds_V.length) return Infinity;
  return quantile(reached, Math.min(1, (CAUTIOUS_SHARE * thresholds_V.length) / reached.length));
}

function estimateCapture(cathode: PlacedElectrode, vector: PacingVector, parameters: CaptureParameters): number {
  const { distanceToViable_mm } = measureMuscleDistance(cathode, parameters);
  const electrode = electrodeShape(cathode.name);
  const setting = { distanceToViable_mm, pulseWidth_ms: WIDTH_ms, electrode, kind: vector.kind };
  const outcome = judgeCapture(estimateCaptureThreshold(setting, parameters), parameters);
  return outcome.kind === "captures" ? outcome.threshold_V : Infinity;
}

function estimateNerve(
  cathode: PlacedElectrode,
  anode: PlacedElectrode | undefined,
  nerve: PhrenicNerve,
  parameters: PhrenicParameters,
): number {
  const geometry = computePhrenicGeometry(cathode, anode, nerve, parameters);
  const outcome = judgePhrenicThreshold(evaluatePhrenicThreshold(geometry, WIDTH_ms, parameters), parameters);
  return outcome.kind === "stimulates" ? outcome.threshold_V : Infinity;
}

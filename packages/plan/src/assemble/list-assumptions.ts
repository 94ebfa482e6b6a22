import {
  CAPTURE_PARAMETERS,
  CONDUCTION_PARAMETERS,
  FIT_PARAMETERS,
  type Parameter,
  PHRENIC_MARGIN_PARAMETERS,
  PHRENIC_PARAMETERS,
} from "@tributary/model";
import { CALIBRATION_PARAMETERS } from "../fields/conduction-set.ts";
import { MEASURES, type PlanAssumption } from "../plan.ts";
import type { PlanInput } from "../plan-input.ts";
import { PLAN_PARAMETERS } from "../plan-parameters.ts";
import { UTILITY_SCALES } from "../score/utilities.ts";
import { WEIGHT_SOURCES } from "../weights.ts";

/** What the plan takes for granted, each with its source. */
export function listAssumptions(input: PlanInput): PlanAssumption[] {
  return [
    ...MEASURES.map((measure) => ({
      text: `Weight of ${spell(measure)}: ${input.weights[measure]}. It is the ${UTILITY_SCALES[measure].meaning}; utility 0 at ${UTILITY_SCALES[measure].worst}, 1 at ${UTILITY_SCALES[measure].best} ${unitOf(UTILITY_SCALES[measure].unit)}`.trim(),
      source: `${WEIGHT_SOURCES[measure]}; scale: ${UTILITY_SCALES[measure].source}`,
    })),
    ...describeParameters({
      "Conduction velocity along the fiber": CONDUCTION_PARAMETERS.alongFiber_mmPerMs,
      "Capture latency": CONDUCTION_PARAMETERS.captureLatency_ms,
      "Fast layer over muscle, velocity": CALIBRATION_PARAMETERS.fastLayerRatio,
      "Along over across the fiber, velocity": CALIBRATION_PARAMETERS.anisotropyRatio,
      "Septum over free wall, velocity": CALIBRATION_PARAMETERS.septumRatio,
      "Start of the P wave to the atrial sense": PLAN_PARAMETERS.atrialSensingDelay_ms,
      "Arrival at the RV electrode to the ventricular sense": PLAN_PARAMETERS.ventricularSensingLatency_ms,
      "Margin of the chosen AV delay to that sense": PLAN_PARAMETERS.avSafetyMargin_ms,
      "Longer paced than sensed AV delay": PLAN_PARAMETERS.pacedAvOffset_ms,
      "Length of vein that is one target": PLAN_PARAMETERS.siteLength_mm,
      "Radius of muscle counted as under the cathode": PLAN_PARAMETERS.viabilityRadius_mm,
    }),
    ...describeParameters(CAPTURE_PARAMETERS, "Capture"),
    ...describeParameters(PHRENIC_PARAMETERS, "Phrenic nerve"),
    ...describeMargin(input),
    ...describeParameters(FIT_PARAMETERS, "Circulation"),
    {
      text: "Muscle, vessels and valves of the circulation are those of a published reference, fitted in five factors; pacing changes nothing but when muscle is activated.",
      source: "reference structure AHA18 published with Koopsen, BioMed Eng OnLine 2024",
    },
    { text: "Conduction does not depend on rate, direction of travel or curvature of the front.", source: "assumed" },
    { text: "The body conducts alike everywhere; lungs and blood are not told apart from it.", source: "assumed" },
  ];
}

/** What a vector must keep to the nerve: that of the table, or the difference that was asked for. */
function describeMargin({ phrenicMargin }: PlanInput): PlanAssumption[] {
  if (phrenicMargin === undefined) return describeParameters(PHRENIC_MARGIN_PARAMETERS, "Phrenic margin of a vector");
  const { leastDifference_V } = phrenicMargin;
  return [{ text: `Phrenic margin of a vector, least difference: ${leastDifference_V} V`, source: "asked for" }];
}

/** @param subject  what the parameters are of, where their names do not say it */
function describeParameters(parameters: Readonly<Record<string, Parameter>>, subject?: string): PlanAssumption[] {
  return Object.entries(parameters).map(([name, { value, unit, range, source, confirmed }]) => {
    const title = subject === undefined ? spell(name) : `${subject}, ${spell(name).toLowerCase()}`;
    const quantity = [roundFigure(value), unitOf(unit)].filter(Boolean).join(" ");
    const plausible = `plausible ${roundFigure(range[0])} to ${roundFigure(range[1])}`;
    return { text: `${title}: ${quantity} (${plausible})${confirmed ? "" : ", unconfirmed"}`, source };
  });
}

/** To three digits: ranges that are inverses of others have endless ones. */
function roundFigure(value: number): number {
  return Number(value.toPrecision(3));
}

/** An identifier in words: unit and capitals off. */
function spell(name: string): string {
  if (name.includes(" ")) return name;
  const words = name
    .replace(/_.*$/, "")
    .replace(/([a-z])([A-Z])/g, (_, a: string, b: string) => `${a} ${b.toLowerCase()}`);
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function unitOf(unit: string): string {
  return unit === "1" ? "" : unit;
}

/** The leads of a case as tests at implant would find them: what this heart tells, and for the rest usual values. */
import type { ActivationStudy, CaseLead, PreparedHeart, PreparedVeins } from "@tributary/engine";
import { INTRINSIC_SOURCE, RV_SOURCE } from "@tributary/engine";
import {
  createRandom,
  DEFAULT_CAPTURE,
  DEFAULT_PHRENIC,
  IMPEDANCE_PARAMETERS,
  impedanceClass,
  interpolateAtLocation,
  type Parameter,
  type StrengthDuration,
  strengthDurationRatio,
} from "@tributary/model";
import {
  DEFAULT_RHYTHM,
  type ElectrodePair,
  type ImplantedSystem,
  listSystemVectors,
  type TestedSystem,
} from "@tributary/model/generator";
import { createContactModel } from "../contact/create-contact-model.ts";
import { PLAN_PARAMETERS } from "../plan-parameters.ts";
import { type ExpectedVector, expectVectors } from "./choose-vector.ts";

export interface CasePairsInput {
  readonly prepared: PreparedHeart;
  readonly veins: PreparedVeins;
  readonly lead: CaseLead | undefined;
  readonly study: Pick<ActivationStudy, "fields" | "sites" | "qLv">;
  readonly system: ImplantedSystem;
  readonly qrsDuration_ms: number | undefined;
  readonly seed: number;
}

/** What no case tells of leads at the table. */
export const LEAD_PARAMETERS = {
  atrialImpedance_ohm: { value: 500, unit: "ohm", range: [300, 1000], source: "assumed", confirmed: false },
  rightImpedance_ohm: { value: 600, unit: "ohm", range: [300, 1000], source: "assumed", confirmed: false },
  shockImpedance_ohm: { value: 50, unit: "ohm", range: [30, 80], source: "assumed", confirmed: false },
} as const satisfies Record<string, Parameter>;

const WIDTH_ms = PLAN_PARAMETERS.pulseWidth_ms.value;
/** Width at which the thresholds of the rhythm hold, and the chronaxie of an endocardial lead: 0.2 to 0.5 ms (from memory). */
const ENDOCARDIAL = { pulseWidth_ms: 0.4, chronaxie_ms: 0.3 } as const;

export function testedSystemOf(input: CasePairsInput): TestedSystem {
  const expected = expectVectors(input.lead, listSystemVectors(input.system), WIDTH_ms);
  const { device } = input.system;
  return {
    atrial: device.ports.some(({ place }) => place === "RA") ? endocardialPair("RA") : undefined,
    right: endocardialPair("RV"),
    left: describeLeft(input, expected),
    shockImpedance_ohm: device.canDefibrillate ? LEAD_PARAMETERS.shockImpedance_ohm.value : undefined,
    qLv_ms: timesByVector(expected, (electrode) => input.study.qLv.find((row) => row.electrode === electrode)?.qLv_ms),
    leftRightDelay_ms: timesByVector(expected, (electrode) => conductedDelay_ms(input, electrode)),
    qrsDuration_ms: input.qrsDuration_ms,
  };
}

function endocardialPair(chamber: "RA" | "RV"): ElectrodePair {
  const isAtrial = chamber === "RA";
  const threshold_V = isAtrial ? DEFAULT_RHYTHM.atrialThreshold_V : DEFAULT_RHYTHM.rightThreshold_V;
  const { pulseWidth_ms, chronaxie_ms } = ENDOCARDIAL;
  const impedance = isAtrial ? LEAD_PARAMETERS.atrialImpedance_ohm : LEAD_PARAMETERS.rightImpedance_ohm;
  return {
    name: chamber,
    chamber,
    signal_mV: isAtrial ? DEFAULT_RHYTHM.pWave_mV : DEFAULT_RHYTHM.rWave_mV,
    impedance_ohm: impedance.value,
    capture: curveThrough(threshold_V, pulseWidth_ms, chronaxie_ms),
    phrenic: undefined,
    hasLeadNoise: false,
    seenChamber: chamber,
  };
}

/** Capture by distance to viable muscle; the nerve's lower quartile over courses that nobody has imaged. */
function describeLeft({ veins, lead, seed }: CasePairsInput, expected: readonly ExpectedVector[]): ElectrodePair[] {
  if (expected.length === 0) return [];
  const electrodes = lead?.outcome.kind === "placed" ? lead.outcome.electrodes : [];
  const { phrenicThreshold_V } = createContactModel({ veins }, createRandom(seed)).expected;
  return expected.map(({ vector, electrode, threshold_V }) => {
    const anode = electrodes.find(({ name }) => name === vector.anode);
    const nerve_V = phrenicThreshold_V(electrode, anode);
    return {
      name: vector.name,
      chamber: "LV",
      signal_mV: DEFAULT_RHYTHM.lvRWave_mV,
      impedance_ohm: IMPEDANCE_PARAMETERS[impedanceClass(vector.kind)].value,
      capture: curveThrough(threshold_V, WIDTH_ms, DEFAULT_CAPTURE.chronaxie_ms),
      phrenic: nerve_V === Infinity ? undefined : curveThrough(nerve_V, WIDTH_ms, DEFAULT_PHRENIC.chronaxie_ms),
      hasLeadNoise: false,
      seenChamber: "LV",
    };
  });
}

function curveThrough(threshold_V: number, pulseWidth_ms: number, chronaxie_ms: number): StrengthDuration {
  return { rheobase_V: threshold_V / strengthDurationRatio(pulseWidth_ms, chronaxie_ms), chronaxie_ms };
}

function timesByVector(
  expected: readonly ExpectedVector[],
  timeOf: (electrode: string) => number | undefined,
): Map<string, number> {
  return new Map(
    expected.flatMap(({ vector }): [string, number][] => {
      const time_ms = timeOf(vector.cathode);
      return time_ms === undefined ? [] : [[vector.name, Math.round(time_ms)]];
    }),
  );
}

function conductedDelay_ms({ prepared, study }: CasePairsInput, electrode: string): number | undefined {
  const field = study.fields.find(({ sourceId }) => sourceId === INTRINSIC_SOURCE);
  const [left, right] = [study.sites.get(electrode), study.sites.get(RV_SOURCE)];
  if (!field || !left || !right) return undefined;
  return (
    interpolateAtLocation(prepared.heart, field.times_ms, left) -
    interpolateAtLocation(prepared.heart, field.times_ms, right)
  );
}

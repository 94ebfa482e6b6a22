/** What it takes to capture muscle from a vein: strength-duration, electrodes, what lies between, and the spread. */
import type { Parameter } from "../units/parameter.ts";
import { type ParameterValues, takeValues } from "../units/parameter-values.ts";

const FITTED_TO_LIN = "assumed; fitted to the medians of LV1 to LV4 in Lin, PACE 2018, over generated veins";
const IRNICH = "electrode model of Irnich (from memory)";

export const CAPTURE_PARAMETERS = {
  /** Field at the muscle that captures with an endless pulse. */
  rheobaseField_VPerMm: {
    value: 0.173,
    unit: "V/mm",
    range: [0.08, 0.35],
    source: `${IRNICH}; set so that 0.7 mm give 0.78 V at 0.5 ms, the median of LV1 in Lin, PACE 2018`,
    confirmed: false,
  },
  /** Pulse width at which the threshold is twice the rheobase. */
  chronaxie_ms: {
    value: 0.3,
    unit: "ms",
    range: [0.2, 0.4],
    source:
      "LV epicardial vein (from memory); Huizar, J Cardiovasc Electrophysiol 2013 implies at most about 0.26 in most",
    confirmed: false,
  },
  /** Radius of the sphere that acts like the electrode. */
  tipRadius_mm: { value: 0.8, unit: "mm", range: [0.5, 1.2], source: IRNICH, confirmed: false },
  ringRadius_mm: {
    value: 0.9,
    unit: "mm",
    range: [0.6, 1.3],
    source: "assumed: a ring is a little larger",
    confirmed: false,
  },
  /** Vein wall and the capsule that grows around an electrode. */
  wallAndCapsule_mm: { value: 0.1, unit: "mm", range: [0.05, 0.5], source: "assumed", confirmed: false },
  /** Part of the fat under a vein that stays between a lead pressed against its wall and the muscle. */
  fatRatio: { value: 0.3, unit: "1", range: [0.1, 0.6], source: FITTED_TO_LIN, confirmed: false },
  /** Part of the free lumen (lumen minus body) that lies between lead and muscle: 0 against it, 0.5 in the middle. */
  clearanceRatio: { value: 0.55, unit: "1", range: [0.3, 0.8], source: FITTED_TO_LIN, confirmed: false },
  /** Radius of the least volume of viable muscle that, once excited, excites the rest. */
  liminalRadius_mm: { value: 1.5, unit: "mm", range: [1, 2], source: "assumed", confirmed: false },
  /** Threshold against another electrode of the lead over that against the right-ventricular lead. */
  bipolarRatio: { value: 1.05, unit: "1", range: [0.9, 1.2], source: "assumed", confirmed: false },
  /** Threshold against the can over that against the right-ventricular lead. */
  unipolarRatio: { value: 0.95, unit: "1", range: [0.85, 1.1], source: "assumed", confirmed: false },
  /** Standard deviation of ln(threshold) at a known distance. */
  thresholdSpread_ln: {
    value: 0.5,
    unit: "1",
    range: [0.3, 0.78],
    source: "what the distances of generated veins leave of 0.65 to 0.78, the spread of Lin, PACE 2018",
    confirmed: false,
  },
  /** Above this an electrode is said not to capture: the highest regulated amplitude. */
  maximumOutput_V: {
    value: 7,
    unit: "V",
    range: [5, 10],
    source: "PACEMAKER System Specification, Boston Scientific 2007",
    confirmed: true,
  },
  /** Threshold of an electrode as anode over that as cathode. */
  anodalRatio: { value: 2, unit: "1", range: [1.5, 3], source: "from memory", confirmed: false },
  /** From the ring of a right-ventricular lead to muscle it can capture. */
  rvRingDistance_mm: {
    value: 1.4,
    unit: "mm",
    range: [0.7, 2.5],
    source: "fitted: 74 % with anodal capture at 5 V, 0.4 ms (PMID 16981916, n = 38; the output is assumed)",
    confirmed: false,
  },
} as const satisfies Record<string, Parameter>;

/** The values one estimate is made with. */
export type CaptureParameters = ParameterValues<typeof CAPTURE_PARAMETERS>;

/** The parameter values above, as they stand. */
export const DEFAULT_CAPTURE: CaptureParameters = takeValues(CAPTURE_PARAMETERS);

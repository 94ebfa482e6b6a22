/** The left phrenic nerve: where it runs over the heart and what excites it. */
import type { Parameter } from "../units/parameter.ts";
import { type ParameterValues, takeValues } from "../units/parameter-values.ts";

export const PHRENIC_PARAMETERS = {
  /** Unipolar threshold of a nerve that crosses at the reference distance, at the reference width. */
  referenceThreshold_V: {
    value: 1.3,
    unit: "V",
    range: [0.6, 2.6],
    source: "assumed, below 2 V as in dogs: Biffi, Circ Arrhythm Electrophysiol 2012 (n = 6)",
    confirmed: false,
  },
  referenceDistance_mm: { value: 2.5, unit: "mm", range: [2.5, 2.5], source: "assumed", confirmed: false },
  referenceWidth_ms: {
    value: 0.5,
    unit: "ms",
    range: [0.5, 0.5],
    source: "width of thresholds in trials",
    confirmed: true,
  },
  /** Of the nerve's fibers; shorter than that of muscle. */
  chronaxie_ms: { value: 0.2, unit: "ms", range: [0.1, 0.3], source: "from memory", confirmed: false },
  /** Length over which an electrode gives its current. */
  ringLength_mm: {
    value: 1,
    unit: "mm",
    range: [0.5, 2],
    source: "fitted to bipoles of 1 and 2 mm in dogs: Biffi, Circ Arrhythm Electrophysiol 2012 (n = 6)",
    confirmed: false,
  },
  /** Unipolar threshold grows with this power of the distance: 3 for the activating function; axons near 2 (from memory). */
  distanceExponent: {
    value: 3,
    unit: "1",
    range: [2, 3],
    source: "second derivative of a point source",
    confirmed: false,
  },
  /** The nerve is never nearer to the center of an electrode: half a lead, wall of the vein, pericardium. */
  leastDistance_mm: { value: 1.5, unit: "mm", range: [1, 2.5], source: "assumed", confirmed: false },
  /** How far the nerve slides over the heart with breathing and posture; the nearest place counts. */
  excursion_mm: {
    value: 8,
    unit: "mm",
    range: [0, 12],
    source: "assumed; fitted: 5 V, 0.5 ms by one cathode of four at 32 % of lateral sites (Zanon, JAFIB 2013)",
    confirmed: false,
  },
  /** Standard deviation of ln(threshold) among patients at a known place. */
  thresholdSpread_ln: { value: 0.3, unit: "1", range: [0.1, 0.6], source: "assumed", confirmed: false },
  /** Share of people whose nerve runs over the obtuse margin; in the others it runs in front of it. */
  lateralFraction: {
    value: 0.79,
    unit: "1",
    range: [0.55, 0.9],
    source: "Sanchez-Quintana 2005 (dissection, n = 19)",
    confirmed: true,
  },
  /** Standard deviation of the course about its middle, around the heart. */
  courseSpread_rad: { value: 0.262, unit: "rad", range: [0.1, 0.5], source: "assumed", confirmed: false },
  /** From the epicardium, smallest and largest; varies with posture and breathing. */
  leastGap_mm: { value: 2, unit: "mm", range: [1, 4], source: "from memory", confirmed: false },
  largestGap_mm: { value: 10, unit: "mm", range: [6, 12], source: "from memory", confirmed: false },
  /** Threshold after a year and more over that at implant: 2.8 over 5.1 V. */
  followUpRatio: {
    value: 0.55,
    unit: "1",
    range: [0.4, 1],
    source: "Europace 2011, PMID 21242156 (n = 27, patients paced at a site with stimulation, 16 months)",
    confirmed: true,
  },
  /** Above this no threshold is sought: the highest output of a test at implant. */
  testOutput_V: {
    value: 10,
    unit: "V",
    range: [7, 10],
    source: "test at 10 V, 0.5 ms (from memory)",
    confirmed: false,
  },
} as const satisfies Record<string, Parameter>;

/** The values one estimate is made with. */
export type PhrenicParameters = ParameterValues<typeof PHRENIC_PARAMETERS>;

/** The parameter values above, as they stand. */
export const DEFAULT_PHRENIC: PhrenicParameters = takeValues(PHRENIC_PARAMETERS);

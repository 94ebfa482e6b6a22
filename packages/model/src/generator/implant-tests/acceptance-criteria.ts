/** What a test at implant must show, as a table that can be overridden. */
import type { Parameter } from "../../units/parameter.ts";
import { type ParameterValues, takeValues } from "../../units/parameter-values.ts";

const memory = { source: "from memory", confirmed: false } as const;

export const ACCEPTANCE_CRITERIA = {
  leastPWave_mV: { value: 1.5, unit: "mV", range: [1.5, 2], ...memory },
  mostAtrialThreshold_V: { value: 1.5, unit: "V", range: [1, 1.5], ...memory },
  leastRWave_mV: { value: 5, unit: "mV", range: [5, 7], ...memory },
  leastDefibrillatorRWave_mV: { value: 7, unit: "mV", range: [5, 7], ...memory },
  mostRightThreshold_V: { value: 1, unit: "V", range: [1, 1.5], ...memory },
  leastImpedance_ohm: { value: 300, unit: "ohm", range: [200, 300], ...memory },
  mostImpedance_ohm: { value: 1000, unit: "ohm", range: [1000, 2000], ...memory },
  leastShockImpedance_ohm: { value: 30, unit: "ohm", range: [20, 30], ...memory },
  mostShockImpedance_ohm: { value: 80, unit: "ohm", range: [80, 100], ...memory },
  /** In one vector at least, without phrenic stimulation. */
  mostLeftThreshold_V: {
    value: 2.5,
    unit: "V",
    range: [1.5, 3.5],
    source: "trial criterion, at 0.5 ms: NAVIGATOR, Open Heart 2024",
    confirmed: true,
  },
  idealLeftThreshold_V: { value: 1.5, unit: "V", range: [1, 2], ...memory },
  leastLeftSignal_mV: { value: 3, unit: "mV", range: [3, 5], ...memory },
  leastLeftImpedance_ohm: {
    value: 200,
    unit: "ohm",
    range: [200, 300],
    source: "range check of the iCARDEA data set, about 2011",
    confirmed: true,
  },
  mostLeftImpedance_ohm: {
    value: 2000,
    unit: "ohm",
    range: [1500, 2000],
    source: "range check of the iCARDEA data set, about 2011",
    confirmed: true,
  },
  leastPhrenicDifference_V: {
    value: 3,
    unit: "V",
    range: [2, 4],
    source: "reporting cut of a quadripolar series, Indian Heart J 2018",
    confirmed: true,
  },
  leastQLv_ms: {
    value: 95,
    unit: "ms",
    range: [70, 110],
    source: "median of Gold, Eur Heart J 2011; as a cut from memory",
    confirmed: false,
  },
  leastQLvFraction: { value: 0.5, unit: "1", range: [0.4, 0.6], ...memory },
  leastLeftRightDelay_ms: {
    value: 80,
    unit: "ms",
    range: [60, 100],
    source: "median of RALLY-X4 (87 against 77 % free of events at 18 months)",
    confirmed: true,
  },
  mostAnalyzerDifference_V: { value: 0.5, unit: "V", range: [0.3, 1], ...memory },
} as const satisfies Record<string, Parameter>;

export type AcceptanceCriteria = ParameterValues<typeof ACCEPTANCE_CRITERIA>;
export const DEFAULT_CRITERIA: AcceptanceCriteria = takeValues(ACCEPTANCE_CRITERIA);

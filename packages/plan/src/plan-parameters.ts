/** Figures of the plan itself: when pulses fall, how the search is cut, what counts as good. */
import type { Parameter } from "@tributary/model";

export const PLAN_PARAMETERS = {
  /** From the start of the P wave to the atrial sense of a lead in the right atrial appendage. */
  atrialSensingDelay_ms: { value: 30, unit: "ms", range: [10, 60], source: "assumed", confirmed: false },
  /** From the arrival of the front at the RV electrode to the ventricular sense. */
  ventricularSensingLatency_ms: { value: 10, unit: "ms", range: [5, 20], source: "assumed", confirmed: false },
  /** A chosen AV delay leaves at least this to the ventricular sense, so that a beat conducted a little earlier is still paced. */
  avSafetyMargin_ms: { value: 30, unit: "ms", range: [10, 60], source: "assumed", confirmed: false },
  /** Longer paced than sensed AV delay. */
  pacedAvOffset_ms: {
    value: 30,
    unit: "ms",
    range: [20, 50],
    source: "sensed AV offset -30 ms in a maker's programming example (CRM laboratory teaching site)",
    confirmed: false,
  },
  /** Length of vein that is one target: a lead is seen against a heart image with an error of 11.3 (9.2-14.6) mm. */
  siteLength_mm: { value: 15, unit: "mm", range: [10, 20], source: "assumed, above that error", confirmed: false },
  registrationError_mm: {
    value: 11,
    unit: "mm",
    range: [9.2, 14.6],
    source: "fluoroscopy to magnetic resonance, lead position: PMC4055519 (2014)",
    confirmed: true,
  },
  /** Above this a cathode lies in the atrioventricular groove, where its pulses reach the atrium too: no place to pace from. */
  atrioventricularGroove_ab: {
    value: 0.97,
    unit: "1",
    range: [0.95, 1],
    source: "assumed; the trunk of the veins runs along the groove on its atrial side (Heart Rhythm 2009, CT, n = 42)",
    confirmed: false,
  },
  /** Around the cathode; muscle in it is counted as viable or not. */
  viabilityRadius_mm: { value: 15, unit: "mm", range: [10, 20], source: "assumed", confirmed: false },
  /** Pulse width at which thresholds are given. */
  pulseWidth_ms: {
    value: 0.5,
    unit: "ms",
    range: [0.4, 1],
    source: "trial criterion <= 2.5 V at 0.5 ms: NAVIGATOR, Open Heart 2024",
    confirmed: true,
  },
  /** Ejection fraction of a patient in whom it was not measured; the circulation needs one. */
  assumedEjectionFraction: {
    value: 0.28,
    unit: "1",
    range: [0.2, 0.35],
    source: "assumed; 0.24 to 0.29 in trials of resynchronization such as MADIT-CRT",
    confirmed: false,
  },
  /** Least distance of two cathodes that are paced one after the other. */
  multipointDistance_mm: {
    value: 30,
    unit: "mm",
    range: [20, 40],
    source: "MORE-CRT MPP phase I, Eur Heart J 2019: benefit with wide spacing",
    confirmed: true,
  },
} as const satisfies Record<string, Parameter>;

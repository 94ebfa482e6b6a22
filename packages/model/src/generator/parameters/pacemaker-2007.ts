/** The programmable parameters of the PACEMAKER System Specification, with values, increments, nominals, tolerances. */
import type { SettingTable, ValueSegment } from "./setting-rule.ts";

const PACEMAKER = "PACEMAKER System Specification, Boston Scientific, 3 January 2007";
const TOLERANCE_FROM_MEMORY = `${PACEMAKER}; tolerance from memory`;

const RATES_ppm: readonly ValueSegment[] = [
  { from: 30, to: 50, step: 5 },
  { from: 50, to: 90, step: 1 },
  { from: 90, to: 175, step: 5 },
];
const UPPER_RATES_ppm: readonly ValueSegment[] = [{ from: 50, to: 175, step: 5 }];
const REGULATED_V: readonly ValueSegment[] = [
  { from: 0.5, to: 3.2, step: 0.1 },
  { from: 3.5, to: 7, step: 0.5 },
];
const UNREGULATED_V: readonly ValueSegment[] = [{ from: 1.25, to: 5, step: 1.25 }];
const WIDTHS_ms: readonly ValueSegment[] = [
  { from: 0.05, to: 0.05, step: 1 },
  { from: 0.1, to: 1.9, step: 0.1 },
];
const SENSITIVITIES_mV: readonly ValueSegment[] = [
  { from: 0.25, to: 0.75, step: 0.25 },
  { from: 1, to: 10, step: 0.5 },
];
const REFRACTORY_ms: readonly ValueSegment[] = [{ from: 150, to: 500, step: 10 }];

const confirmed = { source: PACEMAKER, confirmed: true, tolerance: "" } as const;
const number = { kind: "number", mayBeOff: false, ...confirmed } as const;
const numberOrOff = { ...number, mayBeOff: true } as const;
const onOff = { kind: "choice", choices: ["off", "on"], nominal: "off", ...confirmed } as const;
const unconfirmedTolerance = { source: TOLERANCE_FROM_MEMORY, confirmed: false } as const;

const amplitude = { ...numberOrOff, unit: "V", segments: REGULATED_V, nominal: 3.5, tolerance: "±12 %" } as const;
const unregulated = { ...numberOrOff, unit: "V", segments: UNREGULATED_V, nominal: 3.75 } as const;
const pulseWidth = { ...number, unit: "ms", segments: WIDTHS_ms, nominal: 0.4, tolerance: "±0.2 ms" } as const;
const sensitivity = { ...number, unit: "mV", segments: SENSITIVITIES_mV, tolerance: "±20 %", ...unconfirmedTolerance };
const refractory = {
  ...number,
  unit: "ms",
  segments: REFRACTORY_ms,
  tolerance: "±8 ms",
  ...unconfirmedTolerance,
} as const;

export const PACEMAKER_SETTINGS = {
  /** LRL: the longest pacing interval, without hysteresis, is 60 000 / LRL ms. */
  lowerRateLimit_ppm: { ...number, unit: "ppm", segments: RATES_ppm, nominal: 60, tolerance: "±8 ms" },
  /** URL: no ventricular pace follows a ventricular event sooner than 60 000 / URL ms. */
  upperRateLimit_ppm: { ...number, unit: "ppm", segments: UPPER_RATES_ppm, nominal: 120, tolerance: "±8 ms" },
  /** MSR: the fastest that the activity sensor paces. */
  maximumSensorRate_ppm: { ...number, unit: "ppm", segments: UPPER_RATES_ppm, nominal: 120, tolerance: "±4 ms" },
  /** From an atrial pace to the ventricular pace (PAV). */
  fixedAvDelay_ms: {
    ...number,
    unit: "ms",
    segments: [{ from: 70, to: 300, step: 10 }],
    nominal: 150,
    tolerance: "±8 ms",
  },
  /** On: the AV delay follows the cycle length, between the fixed and the minimum dynamic delay. */
  dynamicAvDelay: onOff,
  minimumDynamicAvDelay_ms: { ...number, unit: "ms", segments: [{ from: 30, to: 100, step: 10 }], nominal: 50 },
  /** Added to the AV delay after an atrial sense (SAV = PAV + offset). */
  sensedAvDelayOffset_ms: {
    ...numberOrOff,
    unit: "ms",
    segments: [{ from: -100, to: -10, step: 10 }],
    nominal: "off",
    tolerance: "±1 ms",
  },
  outputRegulation: { ...confirmed, kind: "choice", choices: ["regulated", "unregulated"], nominal: "regulated" },
  atrialAmplitude_V: amplitude,
  ventricularAmplitude_V: amplitude,
  atrialUnregulatedAmplitude_V: unregulated,
  ventricularUnregulatedAmplitude_V: unregulated,
  atrialPulseWidth_ms: pulseWidth,
  ventricularPulseWidth_ms: pulseWidth,
  atrialSensitivity_mV: { ...sensitivity, nominal: 0.75 },
  ventricularSensitivity_mV: { ...sensitivity, nominal: 2.5 },
  /** VRP: after a ventricular event a ventricular sense neither inhibits nor triggers. */
  ventricularRefractory_ms: { ...refractory, nominal: 320 },
  /** ARP: the same for the atrium, in single-chamber atrial modes. */
  atrialRefractory_ms: { ...refractory, nominal: 250 },
  /** PVARP: after a ventricular event an atrial sense neither inhibits an atrial pace nor starts an AV interval. */
  pvarp_ms: { ...refractory, nominal: 250 },
  /** Added to PVARP once after a PVC. */
  pvarpExtension_ms: {
    ...numberOrOff,
    unit: "ms",
    segments: [{ from: 50, to: 400, step: 50 }],
    nominal: "off",
    tolerance: "±8 ms",
    ...unconfirmedTolerance,
  },
  /** After a sense the escape interval is 60 000 / this rate ms. */
  hysteresisRateLimit_ppm: {
    ...numberOrOff,
    unit: "ppm",
    segments: RATES_ppm,
    nominal: "off",
    tolerance: "±8 ms",
    ...unconfirmedTolerance,
  },
  /** By how much of the last ventricular interval a paced one may differ from it. */
  rateSmoothing_percent: {
    ...numberOrOff,
    unit: "%",
    segments: [
      { from: 3, to: 21, step: 3 },
      { from: 25, to: 25, step: 1 },
    ],
    nominal: "off",
    tolerance: "±1 %",
    source: "PACEMAKER System Specification, 2007; tolerance: Boston Scientific CRT-D manual, about 2006",
    confirmed: false,
  },
  /** ATR: atrial tachycardia response (mode switch). */
  atrMode: onOff,
  atrDuration_cycles: {
    ...number,
    unit: "1",
    segments: [
      { from: 10, to: 10, step: 1 },
      { from: 20, to: 80, step: 20 },
      { from: 100, to: 2000, step: 100 },
    ],
    nominal: 20,
    tolerance: "±1 cycle",
    ...unconfirmedTolerance,
  },
  atrFallbackTime_min: {
    ...number,
    unit: "min",
    segments: [{ from: 1, to: 5, step: 1 }],
    nominal: 1,
    tolerance: "±1 cycle",
    ...unconfirmedTolerance,
  },
  /** PAVB: after an atrial pace the ventricular channel sees nothing. */
  ventricularBlanking_ms: { ...number, unit: "ms", segments: [{ from: 30, to: 60, step: 10 }], nominal: 40 },
  activityThreshold: {
    ...confirmed,
    kind: "choice",
    choices: ["very low", "low", "medium low", "medium", "medium high", "high", "very high"],
    nominal: "medium",
  },
  reactionTime_s: {
    ...number,
    unit: "s",
    segments: [{ from: 10, to: 50, step: 10 }],
    nominal: 30,
    tolerance: "±3 s",
    ...unconfirmedTolerance,
  },
  responseFactor: { ...number, unit: "1", segments: [{ from: 1, to: 16, step: 1 }], nominal: 8 },
  recoveryTime_min: {
    ...number,
    unit: "min",
    segments: [{ from: 2, to: 16, step: 1 }],
    nominal: 5,
    tolerance: "±30 s",
    ...unconfirmedTolerance,
  },
} as const satisfies SettingTable;

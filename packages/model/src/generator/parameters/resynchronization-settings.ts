/** What a CRT generator programs in addition. VV > 0 means the left ventricle first. */
import type { SettingTable } from "./setting-rule.ts";

const memory = { source: "from memory", confirmed: false, tolerance: "" } as const;
const assumed = { source: "assumed", confirmed: false, tolerance: "" } as const;
const onOff = { kind: "choice", choices: ["off", "on"], nominal: "off" } as const;

export const RESYNCHRONIZATION_SETTINGS = {
  ventricularPacing: { ...assumed, kind: "choice", choices: ["RV", "BiV", "LV"], nominal: "RV" },
  leftVentricularAmplitude_V: {
    kind: "number",
    unit: "V",
    segments: [
      { from: 0.5, to: 3.2, step: 0.1 },
      { from: 3.5, to: 7, step: 0.5 },
    ],
    mayBeOff: true,
    nominal: 3.5,
    tolerance: "±12 %",
    source: "assumed as in the right ventricle",
    confirmed: false,
  },
  leftVentricularPulseWidth_ms: {
    ...assumed,
    kind: "number",
    unit: "ms",
    segments: [
      { from: 0.05, to: 0.05, step: 1 },
      { from: 0.1, to: 1.9, step: 0.1 },
    ],
    mayBeOff: false,
    nominal: 0.4,
  },
  /** Second pulse after the first by |VV|. */
  vvDelay_ms: {
    kind: "number",
    unit: "ms",
    segments: [{ from: -100, to: 100, step: 5 }],
    mayBeOff: false,
    nominal: 0,
    tolerance: "",
    source: "-100 to 100 ms by 10 (Boston Scientific, from memory); makers' ranges: Int J Arrhythmia 2022, table 2",
    confirmed: false,
  },
  /** LVPP: no left-ventricular pace this long after a left-ventricular sense or pace. */
  lvProtectionPeriod_ms: {
    ...memory,
    kind: "number",
    unit: "ms",
    segments: [{ from: 300, to: 500, step: 50 }],
    mayBeOff: true,
    nominal: 400,
  },
  /** After a right-ventricular event the left-ventricular channel sees nothing. */
  lvBlanking_ms: {
    ...memory,
    kind: "number",
    unit: "ms",
    segments: [{ from: 150, to: 220, step: 10 }],
    mayBeOff: false,
    nominal: 200,
  },
  lvSensing: { ...assumed, ...onOff },
  /** A ventricular sense in the AV interval brings a left-ventricular pulse at once. */
  triggeredPacing: { ...assumed, ...onOff },
  maximumTriggeredRate_ppm: {
    kind: "number",
    unit: "ppm",
    segments: [{ from: 30, to: 185, step: 5 }],
    mayBeOff: false,
    nominal: 130,
    tolerance: "",
    source: "Boston Scientific CRT-D manual, about 2006",
    confirmed: true,
  },
  /** Multipoint: from the first to the second left-ventricular pulse. */
  multipointDelay_ms: {
    ...memory,
    kind: "number",
    unit: "ms",
    segments: [{ from: 5, to: 50, step: 5 }],
    mayBeOff: true,
    nominal: "off",
  },
  /** Multipoint: from the second left-ventricular to the right-ventricular pulse. */
  multipointRvDelay_ms: {
    ...memory,
    kind: "number",
    unit: "ms",
    segments: [{ from: 5, to: 50, step: 5 }],
    mayBeOff: false,
    nominal: 5,
  },
  /** After a left-ventricular pulse alone the right ventricle must be seen within this, or is paced next time. */
  lvOnlyBackup_ms: {
    ...assumed,
    kind: "number",
    unit: "ms",
    segments: [{ from: 150, to: 300, step: 10 }],
    mayBeOff: false,
    nominal: 200,
  },
  /** How the AV delay follows conduction; the general principle of each is published, constants are from memory. */
  avAlgorithm: {
    ...memory,
    kind: "choice",
    choices: ["off", "search", "negative-hysteresis", "intrinsic-offset", "lv-fusion"],
    nominal: "off",
  },
  /** By how much a ventricular sense shortens the AV delay, or how far before intrinsic conduction it is set. */
  avAlgorithmOffset_ms: {
    kind: "number",
    unit: "ms",
    segments: [{ from: 10, to: 120, step: 10 }],
    mayBeOff: false,
    nominal: 50,
    tolerance: "",
    source: "50 ms: Thibault, Heart Rhythm 2019; range from memory",
    confirmed: false,
  },
  /** Cycles between searches for conduction. */
  avSearchInterval_cycles: {
    kind: "number",
    unit: "1",
    segments: [
      { from: 32, to: 32, step: 1 },
      { from: 64, to: 64, step: 1 },
      { from: 128, to: 128, step: 1 },
      { from: 256, to: 1024, step: 256 },
    ],
    mayBeOff: false,
    nominal: 32,
    tolerance: "",
    source: "32 to 1024: Boston Scientific CRT-D manual, about 2006; 256: Thibault, Heart Rhythm 2019",
    confirmed: true,
  },
  avSearchDelay_ms: {
    kind: "number",
    unit: "ms",
    segments: [{ from: 150, to: 400, step: 10 }],
    mayBeOff: false,
    nominal: 300,
    tolerance: "",
    source: "30 to 400 ms: Boston Scientific CRT-D manual, about 2006",
    confirmed: true,
  },
} as const satisfies SettingTable;

/** What generators program beyond the PACEMAKER specification: blanking, safety pacing, noise, loops, mode switch. */
import type { SettingTable } from "./setting-rule.ts";

const memory = { source: "from memory", confirmed: false, tolerance: "" } as const;
const assumed = { source: "assumed", confirmed: false, tolerance: "" } as const;
const cylos = { source: "Biotronik, Cylos technical manual", confirmed: true, tolerance: "" } as const;

export const FURTHER_SETTINGS = {
  /** What the lower rate is counted by: V-V and a constant VA interval, or A-A. */
  timingScheme: { ...assumed, kind: "choice", choices: ["ventricular", "atrial"], nominal: "ventricular" },
  /** PVAB: after a ventricular event atrial deflections start no timer; in its partial part they count for the rate. */
  pvab_ms: {
    kind: "number",
    unit: "ms",
    segments: [{ from: 30, to: 150, step: 10 }],
    mayBeOff: false,
    nominal: 50,
    tolerance: "",
    source: "50 ms: Jiang, TACAS 2012; 150 ms with 30 ms absolute: cardiocases",
    confirmed: true,
  },
  /** Absolute part of PVAB, in which nothing is seen. */
  pvabAbsolute_ms: {
    kind: "number",
    unit: "ms",
    segments: [{ from: 30, to: 150, step: 10 }],
    mayBeOff: false,
    nominal: 30,
    tolerance: "",
    source: "cardiocases",
    confirmed: true,
  },
  atrialBlankingAfterPace_ms: {
    ...memory,
    kind: "number",
    unit: "ms",
    segments: [{ from: 50, to: 200, step: 10 }],
    mayBeOff: false,
    nominal: 100,
  },
  ventricularBlankingAfterPace_ms: {
    ...memory,
    kind: "number",
    unit: "ms",
    segments: [{ from: 100, to: 230, step: 10 }],
    mayBeOff: false,
    nominal: 100,
  },
  ventricularBlankingAfterSense_ms: {
    ...memory,
    kind: "number",
    unit: "ms",
    segments: [{ from: 50, to: 100, step: 10 }],
    mayBeOff: false,
    nominal: 50,
  },
  /** VSP: after an atrial pace, a ventricular sense in the cross-talk window brings a pace this long after it. */
  safetyAvDelay_ms: {
    kind: "number",
    unit: "ms",
    segments: [{ from: 70, to: 110, step: 10 }],
    mayBeOff: true,
    nominal: 110,
    tolerance: "",
    source: "100 ms: Biotronik, Stratos technical manual; 110 ms: Jiang, TACAS 2012",
    confirmed: true,
  },
  /** End of the cross-talk window after an atrial pace; it begins where PAVB ends. */
  crosstalkWindow_ms: {
    ...memory,
    kind: "number",
    unit: "ms",
    segments: [{ from: 64, to: 110, step: 1 }],
    mayBeOff: false,
    nominal: 110,
  },
  /** Deflections closer together than this keep a channel in noise reversion. */
  noiseWindow_ms: {
    ...cylos,
    kind: "number",
    unit: "ms",
    segments: [{ from: 125, to: 125, step: 1 }],
    mayBeOff: false,
    nominal: 125,
  },
  noiseResponse: {
    kind: "choice",
    choices: ["asynchronous", "inhibit"],
    nominal: "asynchronous",
    tolerance: "",
    source: "Boston Scientific CRT-D manual, about 2006",
    confirmed: true,
  },
  /** NCAP: no atrial pace sooner than this after an atrial sense in PVARP. */
  nonCompetitiveAtrialPacing_ms: {
    ...memory,
    kind: "number",
    unit: "ms",
    segments: [{ from: 300, to: 300, step: 1 }],
    mayBeOff: true,
    nominal: "off",
  },
  /** PMT: how a pacemaker-mediated tachycardia is found. */
  pmtRule: { ...assumed, kind: "choice", choices: ["off", "interval", "av-change"], nominal: "off" },
  /** VP-AS intervals below this are suspect. */
  pmtCriterion_ms: {
    kind: "number",
    unit: "ms",
    segments: [{ from: 250, to: 500, step: 10 }],
    mayBeOff: false,
    nominal: 400,
    tolerance: "",
    source: "400 ms: Medtronic Academy; 250 to 500 ms: Biotronik, Stratos technical manual",
    confirmed: true,
  },
  /** PVARP of the one cycle that is to end a loop. */
  pmtPvarp_ms: {
    kind: "number",
    unit: "ms",
    segments: [{ from: 400, to: 500, step: 10 }],
    mayBeOff: false,
    nominal: 400,
    tolerance: "",
    source: "400 ms: Medtronic Academy; 500 ms: Jiang, TACAS 2012",
    confirmed: true,
  },
  /** How an atrial tachycardia is found: 8 of 10 intervals, or a counter that rises and falls. */
  modeSwitchRule: { ...assumed, kind: "choice", choices: ["8 of 10", "counter"], nominal: "8 of 10" },
  /** Atrial rate that counts as fast with the counter; with 8 of 10 it is the URL. */
  modeSwitchRate_ppm: {
    ...memory,
    kind: "number",
    unit: "ppm",
    segments: [{ from: 100, to: 300, step: 10 }],
    mayBeOff: false,
    nominal: 170,
  },
  modeSwitchEntryCount: {
    kind: "number",
    unit: "1",
    segments: [{ from: 1, to: 8, step: 1 }],
    mayBeOff: false,
    nominal: 8,
    tolerance: "",
    source: "Liryc teaching example",
    confirmed: true,
  },
  modeSwitchExitCount: {
    kind: "number",
    unit: "1",
    segments: [{ from: 1, to: 8, step: 1 }],
    mayBeOff: false,
    nominal: 8,
    tolerance: "",
    source: "Liryc teaching example",
    confirmed: true,
  },
  modeSwitchMode: {
    kind: "choice",
    choices: ["VVI", "DDI"],
    nominal: "VVI",
    tolerance: "",
    source: "PACEMAKER System Specification, 2007 (VVIR); DDI assumed",
    confirmed: true,
  },
} as const satisfies SettingTable;

import { DEFAULT_RHYTHM, type RhythmSettings } from "../heart/rhythm-parameters.ts";
import { type GeneratorSettings, NOMINAL_CRT_SETTINGS, NOMINAL_SETTINGS } from "../parameters/generator-settings.ts";
import { NOMINAL_TACHYCARDIA } from "../tachycardia/tachycardia-settings.ts";
import type { Scenario, ScriptedAction } from "./scenario.ts";

/** A closed loop worth looking at. */
export interface NamedScenario {
  /** kebab-case, stable. */
  readonly id: string;
  /** What happens and what should be seen, one sentence. */
  readonly what: string;
  readonly scenario: Scenario;
}

const MINUTE_ms = 60_000;
const BLOCKED: RhythmSettings = { ...DEFAULT_RHYTHM, conductsAntegrade: false };
const RETROGRADE: RhythmSettings = { ...BLOCKED, conductsRetrograde: true };
const PVC: ScriptedAction = { time_ms: 5000, action: { kind: "pvc" } };
const CRT_D: GeneratorSettings = { ...NOMINAL_CRT_SETTINGS, tachycardia: NOMINAL_TACHYCARDIA };
const EXCITABLE: RhythmSettings = { ...BLOCKED, ventricularRefractory_ms: 190 };

/** Sinus interval of a rate. */
function atRate(rhythm: RhythmSettings, rate_bpm: number): RhythmSettings {
  return { ...rhythm, sinusInterval_ms: MINUTE_ms / rate_bpm };
}

function minute(
  settings: Partial<GeneratorSettings>,
  rhythm: RhythmSettings,
  script: readonly ScriptedAction[] = [],
): Scenario {
  return { settings: { ...NOMINAL_SETTINGS, ...settings }, rhythm, script, duration_ms: MINUTE_ms };
}

/** A premature beat 400 ms after every paced one, for half a minute. */
const BIGEMINY = Array.from(
  { length: 18 },
  (_, i): ScriptedAction => ({
    time_ms: 5700 + 1400 * i,
    action: { kind: "pvc" },
  }),
);

/** The rhythms and faults that a generator is usually tried on. */
export const NAMED_SCENARIOS: readonly NamedScenario[] = [
  {
    id: "tracking",
    what: "Sinus rhythm of 70 a minute with AV block is tracked 1:1.",
    scenario: minute({}, atRate(BLOCKED, 70)),
  },
  {
    id: "wenckebach",
    what: "At 140 a minute, above the upper rate of 120, every third P wave is dropped: 93.3 a minute.",
    scenario: minute({}, atRate(BLOCKED, 140)),
  },
  {
    id: "two-to-one",
    what: "At 151 a minute, above 60 000 / TARP, every second P wave is dropped: 75.5 a minute.",
    scenario: minute({}, atRate(BLOCKED, 151)),
  },
  {
    id: "pmt",
    what: "After a premature beat, conduction back in 300 ms is tracked in a loop of 500 ms.",
    scenario: minute({}, { ...atRate(RETROGRADE, 45), retrogradeConduction_ms: 300 }, [PVC]),
  },
  {
    id: "pmt-ended",
    what: "The same loop is found by a changed AV delay and ended by one long PVARP.",
    scenario: minute({ pmtRule: "av-change" }, { ...atRate(RETROGRADE, 45), retrogradeConduction_ms: 300 }, [PVC]),
  },
  {
    id: "short-va",
    what: "Conduction back in 90 ms falls into PVAB and drives nothing.",
    scenario: minute({ pvab_ms: 150 }, { ...atRate(RETROGRADE, 45), retrogradeConduction_ms: 90 }, [PVC]),
  },
  {
    id: "bigeminy",
    what: "Premature beats extend PVARP every other time at most.",
    scenario: minute({ pvarpExtension_ms: 400 }, atRate(BLOCKED, 70), BIGEMINY),
  },
  {
    id: "atrial-fibrillation",
    what: "Atrial fibrillation changes the mode after its duration, and its end changes it back.",
    scenario: minute({ atrMode: "on" }, atRate(BLOCKED, 70), [
      { time_ms: 5000, action: { kind: "atrial-tachycardia", interval_ms: 200, spreadFraction: 0.25 } },
      { time_ms: 45_000, action: { kind: "atrial-tachycardia-end" } },
    ]),
  },
  {
    id: "loss-of-left-capture",
    what: "With a left threshold of 5 V every beat is resynchronized as delivered and none as captured.",
    scenario: minute(NOMINAL_CRT_SETTINGS, { ...BLOCKED, leftThreshold_V: 5 }),
  },
  {
    id: "anodal-capture",
    what: "The left pulse captures at the right ring: the right pulse 40 ms later captures nothing.",
    scenario: minute({ ...NOMINAL_CRT_SETTINGS, vvDelay_ms: 40 }, { ...BLOCKED, capturesAtAnode: true }),
  },
  {
    id: "t-wave-oversensing",
    what: "T waves beyond VRP are taken for beats and slow the pacing to 44.8 a minute.",
    scenario: minute({ mode: "VVI" }, { ...BLOCKED, tWave_mV: 4, tWaveDelay_ms: 340 }),
  },
  {
    id: "crosstalk",
    what: "The atrial pulse is seen in the ventricle 60 ms later: every beat is a safety pace.",
    scenario: minute({}, { ...atRate(BLOCKED, 40), crosstalk_mV: 5 }),
  },
  {
    id: "noise",
    what: "Ten seconds of noise in the ventricle: pacing goes on at the lower rate.",
    scenario: minute({ mode: "VVI" }, BLOCKED, [
      { time_ms: 20_000, action: { kind: "noise", channel: "V", interval_ms: 20 } },
      { time_ms: 30_000, action: { kind: "noise-end", channel: "V" } },
    ]),
  },
  {
    id: "magnet",
    what: "A magnet for ten seconds: asynchronous pacing at 100 a minute.",
    scenario: minute({}, atRate(BLOCKED, 70), [
      { time_ms: 20_000, action: { kind: "magnet", isOn: true } },
      { time_ms: 30_000, action: { kind: "magnet", isOn: false } },
    ]),
  },
  {
    id: "tachycardia-paced",
    what: "A ventricular tachycardia of 320 ms is ended by a burst.",
    scenario: minute(CRT_D, EXCITABLE, [
      { time_ms: 5000, action: { kind: "ventricular-tachycardia", interval_ms: 320 } },
    ]),
  },
  {
    id: "fibrillation-shocked",
    what: "Ventricular fibrillation (240 ms) that no burst ends is shocked.",
    scenario: minute(CRT_D, { ...EXCITABLE, atpPulsesToEnd: "never" }, [
      { time_ms: 5000, action: { kind: "ventricular-tachycardia", interval_ms: 240 } },
    ]),
  },
];

/** Random closed loops: any generator with any heart and any disturbances, the same for the same seed. */
import type { Random } from "../../numerics/random.ts";
import type { HeartAction } from "../heart/heart-script.ts";
import { DEFAULT_RHYTHM, type RhythmSettings } from "../heart/rhythm-parameters.ts";
import { findForbidden } from "../parameters/find-conflicts.ts";
import { GENERATOR_SETTINGS, type GeneratorSettings, NOMINAL_SETTINGS } from "../parameters/generator-settings.ts";
import { listNumbers, type SettingRule } from "../parameters/setting-rule.ts";
import { connectAll, GENERATOR_DEVICES } from "../system/implanted-system.ts";
import { NOMINAL_TACHYCARDIA } from "../tachycardia/tachycardia-settings.ts";
import type { GeneratorAction, Scenario } from "./scenario.ts";

export interface ScenarioShape {
  readonly duration_ms: number;
  /** At most. */
  readonly actionCount: number;
}

/** A scenario that a programmer would accept; draws again until the settings contradict each other nowhere. */
export function drawScenario(random: Random, { duration_ms, actionCount }: ScenarioShape): Scenario {
  const settings = drawSettings(random);
  const rhythm = drawRhythm(random);
  const count = drawWhole(random, 0, actionCount);
  const script = Array.from({ length: count }, () => ({
    time_ms: drawWhole(random, 1, duration_ms - 1),
    action: drawAction(random),
  }));
  return { settings, rhythm, script: script.sort((a, b) => a.time_ms - b.time_ms), duration_ms };
}

/** Dual-chamber tracking most often. */
const MODES = [
  ...["DDD", "DDD", "DDD", "VDD", "DDI", "VVI", "AAI", "VVT", "AAT", "DOO", "VOO", "AOO", "OOO", "ODO", "OVO", "OAO"],
  ...["DDDR", "VDDR", "DDIR", "VVIR", "AAIR"],
];

const VARIED = [
  ...["lowerRateLimit_ppm", "upperRateLimit_ppm", "maximumSensorRate_ppm", "fixedAvDelay_ms", "dynamicAvDelay"],
  ...["minimumDynamicAvDelay_ms", "sensedAvDelayOffset_ms", "ventricularRefractory_ms", "atrialRefractory_ms"],
  ...["pvarp_ms", "pvarpExtension_ms", "hysteresisRateLimit_ppm", "rateSmoothing_percent", "atrMode"],
  ...["ventricularBlanking_ms", "responseFactor", "timingScheme", "pvab_ms", "pvabAbsolute_ms", "safetyAvDelay_ms"],
  ...["atrialBlankingAfterPace_ms", "ventricularBlankingAfterPace_ms", "ventricularBlankingAfterSense_ms"],
  ...["crosstalkWindow_ms", "noiseResponse", "nonCompetitiveAtrialPacing_ms", "pmtRule", "modeSwitchRule"],
  ...["modeSwitchEntryCount", "modeSwitchExitCount", "modeSwitchMode", "modeSwitchRate_ppm", "ventricularPacing"],
  ...["vvDelay_ms", "lvProtectionPeriod_ms", "lvBlanking_ms", "lvSensing", "triggeredPacing"],
  ...["maximumTriggeredRate_ppm", "multipointDelay_ms", "avAlgorithm", "avAlgorithmOffset_ms"],
] as (keyof typeof GENERATOR_SETTINGS)[];

/** Short counts, so that a minute sees a mode switch and a search for conduction. */
const BASE: GeneratorSettings = {
  ...NOMINAL_SETTINGS,
  atrDuration_cycles: 10,
  avSearchInterval_cycles: 32,
  lvVector: "LV1 → can",
  lvSecondVector: "LV3 → can",
};

const NOMINAL_SHARE = 2 / 3;
const DEFIBRILLATOR_SHARE = 1 / 5;
const CRT_D = connectAll(GENERATOR_DEVICES["CRT-D"]);

function drawSettings(random: Random): GeneratorSettings {
  for (;;) {
    const varied = VARIED.map((name) => [
      name,
      drawValue(random, GENERATOR_SETTINGS[name], name === "atrMode" ? 0 : NOMINAL_SHARE),
    ]);
    const settings: GeneratorSettings = {
      ...BASE,
      ...Object.fromEntries(varied),
      mode: choose(random, MODES),
      tachycardia: random.uniform() < DEFIBRILLATOR_SHARE ? NOMINAL_TACHYCARDIA : undefined,
    };
    if (findForbidden(settings, CRT_D).length === 0) return settings;
  }
}

/** A programmable value, the nominal one in a share of draws; mode switch is as often on as off, or few runs would see one. */
function drawValue(random: Random, rule: SettingRule, nominalShare: number): string | number {
  if (random.uniform() < nominalShare) return rule.nominal;
  if (rule.kind === "choice") return choose(random, rule.choices);
  return choose<string | number>(random, [...(rule.mayBeOff ? ["off"] : []), ...listNumbers(rule)]);
}

/** A heart with any conduction, far field, cross-talk, T wave and thresholds. */
function drawRhythm(random: Random): RhythmSettings {
  const from = (least: number, most: number) => drawWhole(random, least, most);
  const one = (...values: readonly number[]) => choose(random, values);
  return {
    ...DEFAULT_RHYTHM,
    sinusInterval_ms: from(330, 1800),
    sinusSpreadFraction: one(0, 0, 0.02, 0.2),
    avConduction_ms: from(100, 380),
    avDecrement_ms: from(0, 300),
    avRefractory_ms: from(120, 450),
    retrogradeConduction_ms: from(90, 390),
    rightToLeft_ms: from(0, 160),
    pacedTransit_ms: from(60, 200),
    farFieldDelay_ms: from(10, 140),
    tWaveDelay_ms: from(250, 420),
    crosstalkDelay_ms: from(5, 118),
    pWave_mV: one(3, 3, 3, 0.5),
    rWave_mV: one(10, 10, 10, 1),
    farField_mV: one(0, 0, 2),
    tWave_mV: one(0, 0, 0, 4),
    crosstalk_mV: one(0, 0, 5),
    atrialThreshold_V: one(0.8, 0.8, 6),
    rightThreshold_V: one(0.7, 0.7, 0.7, 6),
    leftThreshold_V: one(1.1, 1.1, 6),
    conductsAntegrade: random.uniform() < 0.5,
    conductsRetrograde: random.uniform() < 0.5,
    seed: from(0, 2 ** 31 - 1),
  };
}

type ActionDraw = (random: Random) => HeartAction | GeneratorAction;

const ACTION_DRAWS: readonly ActionDraw[] = [
  () => ({ kind: "pvc" }),
  () => ({ kind: "pvc" }),
  () => ({ kind: "pac" }),
  (random) => ({
    kind: "atrial-tachycardia",
    interval_ms: drawWhole(random, 130, 400),
    spreadFraction: choose(random, [0, 0.3]),
  }),
  () => ({ kind: "atrial-tachycardia-end" }),
  (random) => ({ kind: "ventricular-tachycardia", interval_ms: drawWhole(random, 255, 600) }),
  () => ({ kind: "ventricular-tachycardia-end" }),
  (random) => ({ kind: "noise", channel: choose(random, ["A", "V"]), interval_ms: drawWhole(random, 15, 140) }),
  () => ({ kind: "noise-end", channel: "A" }),
  () => ({ kind: "noise-end", channel: "V" }),
  (random) => ({
    kind: "rhythm",
    change: { sinusInterval_ms: drawWhole(random, 330, 1800), conductsAntegrade: random.uniform() < 0.5 },
  }),
  (random) => ({ kind: "magnet", isOn: random.uniform() < 0.5 }),
  (random) => ({ kind: "activity", activityFraction: choose(random, [0, 0.4, 0.7, 1]) }),
  () => ({ kind: "pace-now" }),
];

function drawAction(random: Random): HeartAction | GeneratorAction {
  return choose(random, ACTION_DRAWS)(random);
}

function choose<T>(random: Random, values: readonly T[]): T {
  return values[Math.floor(random.uniform() * values.length)]!;
}

/** A whole number, both ends possible. */
function drawWhole(random: Random, least: number, most: number): number {
  return least + Math.floor(random.uniform() * (most - least + 1));
}

import fc from "fast-check";
import type { HeartAction } from "../heart/heart-script.ts";
import { DEFAULT_RHYTHM, type RhythmSettings } from "../heart/rhythm-parameters.ts";
import { findForbidden } from "../parameters/find-conflicts.ts";
import { GENERATOR_SETTINGS, type GeneratorSettings, NOMINAL_SETTINGS } from "../parameters/generator-settings.ts";
import { listNumbers, type NumberRule } from "../parameters/setting-rule.ts";
import { connectAll, GENERATOR_DEVICES } from "../system/implanted-system.ts";
import { NOMINAL_TACHYCARDIA } from "../tachycardia/tachycardia-settings.ts";
import type { GeneratorAction, Scenario, ScriptedAction } from "./scenario.ts";

const CRT_D = connectAll(GENERATOR_DEVICES["CRT-D"]);

const MODES = [
  ...["DDD", "DDD", "DDD", "VDD", "DDI", "VVI", "AAI", "VVT", "AAT", "DOO", "VOO", "AOO", "OOO", "ODO", "OVO", "OAO"],
  ...["DDDR", "VDDR", "DDIR", "VVIR", "AAIR"],
];

/** A programmable value of a setting, the nominal one most often and first when shrinking. */
function value<N extends keyof typeof GENERATOR_SETTINGS>(name: N): fc.Arbitrary<GeneratorSettings[N]> {
  const rule = GENERATOR_SETTINGS[name];
  const values =
    rule.kind === "choice"
      ? [...rule.choices]
      : [...(rule.mayBeOff ? ["off"] : []), ...listNumbers(rule as NumberRule)];
  const nominal = fc.constant(rule.nominal);
  return fc.oneof({ weight: 2, arbitrary: nominal }, { weight: 1, arbitrary: fc.constantFrom(...values) }) as never;
}

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

/** Settings that a programmer would accept, in any mode, with every lead in place. */
function arbitrarySettings(modes: readonly string[] = MODES): fc.Arbitrary<GeneratorSettings> {
  const varied = fc.record(Object.fromEntries(VARIED.map((name) => [name, value(name)])));
  return fc
    .record({
      mode: fc.constantFrom(...modes),
      varied,
      hasDefibrillator: fc.oneof({ weight: 4, arbitrary: fc.constant(false) }, fc.constant(true)),
    })
    .map(
      ({ mode, varied, hasDefibrillator }): GeneratorSettings => ({
        ...NOMINAL_SETTINGS,
        ...(varied as Partial<GeneratorSettings>),
        atrDuration_cycles: 10,
        avSearchInterval_cycles: 32,
        mode,
        lvVector: "LV1 → can",
        lvSecondVector: "LV3 → can",
        tachycardia: hasDefibrillator ? NOMINAL_TACHYCARDIA : undefined,
      }),
    )
    .filter((settings) => findForbidden(settings, CRT_D).length === 0);
}

function milliseconds(min: number, max: number): fc.Arbitrary<number> {
  return fc.integer({ min, max });
}

/** A heart with any conduction, far field, cross-talk, T wave and thresholds. */
function arbitraryRhythm(): fc.Arbitrary<RhythmSettings> {
  return fc
    .record({
      sinusInterval_ms: milliseconds(330, 1800),
      sinusSpreadFraction: fc.constantFrom(0, 0, 0.02, 0.2),
      avConduction_ms: milliseconds(100, 380),
      avDecrement_ms: milliseconds(0, 300),
      avRefractory_ms: milliseconds(120, 450),
      retrogradeConduction_ms: milliseconds(90, 390),
      rightToLeft_ms: milliseconds(0, 160),
      pacedTransit_ms: milliseconds(60, 200),
      farFieldDelay_ms: milliseconds(10, 140),
      tWaveDelay_ms: milliseconds(250, 420),
      crosstalkDelay_ms: milliseconds(5, 118),
      pWave_mV: fc.constantFrom(3, 3, 3, 0.5),
      rWave_mV: fc.constantFrom(10, 10, 10, 1),
      farField_mV: fc.constantFrom(0, 0, 2),
      tWave_mV: fc.constantFrom(0, 0, 0, 4),
      crosstalk_mV: fc.constantFrom(0, 0, 5),
      atrialThreshold_V: fc.constantFrom(0.8, 0.8, 6),
      rightThreshold_V: fc.constantFrom(0.7, 0.7, 0.7, 6),
      leftThreshold_V: fc.constantFrom(1.1, 1.1, 6),
      conductsAntegrade: fc.boolean(),
      conductsRetrograde: fc.boolean(),
      seed: fc.nat(),
    })
    .map((rhythm) => ({ ...DEFAULT_RHYTHM, ...rhythm }));
}

function arbitraryAction(): fc.Arbitrary<HeartAction | GeneratorAction> {
  const constant = <T extends HeartAction | GeneratorAction>(action: T) => fc.constant(action);
  return fc.oneof(
    constant({ kind: "pvc" }),
    constant({ kind: "pvc" }),
    constant({ kind: "pac" }),
    fc.record({
      kind: fc.constant("atrial-tachycardia" as const),
      interval_ms: milliseconds(130, 400),
      spreadFraction: fc.constantFrom(0, 0.3),
    }),
    constant({ kind: "atrial-tachycardia-end" }),
    fc.record({ kind: fc.constant("ventricular-tachycardia" as const), interval_ms: milliseconds(255, 600) }),
    constant({ kind: "ventricular-tachycardia-end" }),
    fc.record({
      kind: fc.constant("noise" as const),
      channel: fc.constantFrom("A" as const, "V" as const),
      interval_ms: milliseconds(15, 140),
    }),
    constant({ kind: "noise-end", channel: "A" }),
    constant({ kind: "noise-end", channel: "V" }),
    fc.record({
      kind: fc.constant("rhythm" as const),
      change: fc.record({ sinusInterval_ms: milliseconds(330, 1800), conductsAntegrade: fc.boolean() }),
    }),
    fc.record({ kind: fc.constant("magnet" as const), isOn: fc.boolean() }),
    fc.record({ kind: fc.constant("activity" as const), activityFraction: fc.constantFrom(0, 0.4, 0.7, 1) }),
    constant({ kind: "pace-now" }),
  );
}

export interface ScenarioShape {
  readonly duration_ms: number;
  readonly actionCount: number;
  readonly settings?: fc.Arbitrary<GeneratorSettings>;
}

/** A closed loop of any generator with any heart and any disturbances. */
export function arbitraryScenario({ duration_ms, actionCount, settings }: ScenarioShape): fc.Arbitrary<Scenario> {
  const scripted = fc.record({ time_ms: milliseconds(1, duration_ms - 1), action: arbitraryAction() });
  return fc
    .record({
      settings: settings ?? arbitrarySettings(),
      rhythm: arbitraryRhythm(),
      script: fc.array(scripted, { maxLength: actionCount }),
    })
    .map(({ script, ...rest }) => ({ ...rest, script: inOrder(script), duration_ms }));
}

function inOrder(script: readonly ScriptedAction[]): ScriptedAction[] {
  return [...script].sort((a, b) => a.time_ms - b.time_ms);
}

import { describe, expect, test } from "vitest";
import { runStepped } from "../closed-loop/run-stepped.ts";
import type { ScriptedAction } from "../closed-loop/scenario.ts";
import { expandLog } from "../log/event-log.ts";
import { MARKER, ORIGIN } from "../log/marker.ts";
import { type GeneratorSettings, NOMINAL_CRT_SETTINGS, NOMINAL_SETTINGS } from "../parameters/generator-settings.ts";
import { DEFAULT_RHYTHM, type RhythmSettings } from "./rhythm-parameters.ts";

/** The heart with a generator that paces nothing, or the one given. */
function run(
  rhythm: Partial<RhythmSettings>,
  script: readonly ScriptedAction[] = [],
  settings: GeneratorSettings = { ...NOMINAL_SETTINGS, mode: "ODO" },
) {
  const scenario = { settings, rhythm: { ...DEFAULT_RHYTHM, ...rhythm }, script, duration_ms: 60_000 };
  const log = expandLog(runStepped(scenario));
  return (kind: number, detail?: number) =>
    [...log.times_us]
      .filter((_, i) => log.kinds[i] === kind && (detail === undefined || log.details[i] === detail))
      .map((t) => t / 1000);
}

describe("the heart alone", () => {
  test("beats at the sinus rate and conducts after the AV time", () => {
    const find = run({ avDecrement_ms: 0 });
    expect(find(MARKER.ATRIUM).slice(0, 3)).toEqual([850, 1700, 2550]);
    expect(find(MARKER.VENTRICLE).slice(0, 3)).toEqual([1030, 1880, 2730]);
  });

  test("the AV time grows as exp(-rest / recovery) of the decrement", () => {
    const find = run({ sinusInterval_ms: 500, avConduction_ms: 150, avDecrement_ms: 100, avRecovery_ms: 200 });
    const [first, second] = find(MARKER.VENTRICLE);
    expect(first).toBe(650);
    expect(second! - 1000).toBeCloseTo(150 + 100 * Math.exp(-350 / 200), 2);
  });

  test("Wenckebach in the AV node: delays grow to a dropped beat, then the pattern starts again", () => {
    const find = run({ sinusInterval_ms: 480, avDecrement_ms: 300, avRefractory_ms: 210, avRecovery_ms: 200 });
    const atria = find(MARKER.ATRIUM);
    const delays = find(MARKER.VENTRICLE).map((t) => t - atria.findLast((a) => a < t)!);
    expect(find(MARKER.VENTRICLE).length).toBeLessThan(0.95 * atria.length);
    expect(delays[1]!).toBeGreaterThan(delays[0]!);
    expect(delays[2]!).toBeGreaterThan(delays[1]!);
  });

  test("with complete block the ventricles are silent", () => {
    expect(run({ conductsAntegrade: false })(MARKER.VENTRICLE)).toEqual([]);
  });

  test("an ectopic ventricular beat conducts back and resets the sinus node", () => {
    const find = run({ conductsRetrograde: true, retrogradeConduction_ms: 200 }, [
      { time_ms: 2_200, action: { kind: "pvc" } },
    ]);
    expect(find(MARKER.ATRIUM, ORIGIN.RETROGRADE)).toEqual([2400]);
    expect(find(MARKER.ATRIUM).find((t) => t > 2400)).toBe(2400 + 850);
  });

  test("a beat on its way down and one on its way up extinguish each other", () => {
    const find = run({ conductsRetrograde: true }, [{ time_ms: 1750, action: { kind: "pvc" } }]);
    expect(find(MARKER.ATRIUM, ORIGIN.RETROGRADE)).toEqual([]);
    expect(find(MARKER.VENTRICLE).slice(0, 2)).toEqual([1030, 1750]);
  });

  test("atrial fibrillation is conducted irregularly, flutter at a fixed interval regularly", () => {
    const spread = (spreadFraction: number) => {
      const action = { kind: "atrial-tachycardia", interval_ms: 200, spreadFraction } as const;
      const beats = run({}, [{ time_ms: 5000, action }])(MARKER.VENTRICLE).filter((t) => t > 8000);
      const intervals = beats.slice(1).map((t, i) => Math.round(t - beats[i]!));
      return new Set(intervals).size;
    };
    expect(spread(0)).toBeLessThan(5);
    expect(spread(0.3)).toBeGreaterThan(40);
  });

  test("the same seed gives the same beats, another one others", () => {
    const beats = (seed: number) => run({ sinusSpreadFraction: 0.1, seed })(MARKER.ATRIUM);
    expect(beats(3)).toEqual(beats(3));
    expect(beats(3)).not.toEqual(beats(4));
  });
});

describe("the heart and pulses", () => {
  const BLOCKED = { conductsAntegrade: false };

  test("a pulse below threshold captures nothing", () => {
    const find = run({ ...BLOCKED, rightThreshold_V: 3.6 }, [], NOMINAL_SETTINGS);
    expect(find(MARKER.VENTRICLE)).toEqual([]);
    expect(find(MARKER.NO_CAPTURE, ORIGIN.RIGHT_PACE)).toEqual(find(MARKER.VP));
  });

  test("loss of atrial capture does not change the ventricular rate: it is invisible without an atrial signal", () => {
    const rhythm = { ...BLOCKED, sinusInterval_ms: 1e9, atrialThreshold_V: 6 };
    const find = run(rhythm, [], NOMINAL_SETTINGS);
    expect(find(MARKER.NO_CAPTURE, ORIGIN.ATRIAL_PACE).length).toBeGreaterThan(50);
    expect(find(MARKER.VP)).toEqual(run({ ...rhythm, atrialThreshold_V: 1 }, [], NOMINAL_SETTINGS)(MARKER.VP));
  });

  test("the second pulse of a pair that comes before the front of the first is fusion, later it is pseudo-fusion", () => {
    const pair = (vvDelay_ms: number, pacedTransit_ms: number) =>
      run({ ...BLOCKED, pacedTransit_ms }, [], { ...NOMINAL_CRT_SETTINGS, vvDelay_ms })(
        MARKER.NO_CAPTURE,
        ORIGIN.RIGHT_PACE,
      ).length;
    expect(pair(80, 130)).toBe(0);
    expect(pair(80, 60)).toBeGreaterThan(50);
  });

  test.each([0, 30, 80])(
    "with capture at the anode a right pulse %d ms later captures nothing: VV has no effect",
    (vv) => {
      const rhythm = { ...BLOCKED, capturesAtAnode: true };
      const find = run(rhythm, [], { ...NOMINAL_CRT_SETTINGS, vvDelay_ms: vv });
      expect(find(MARKER.NO_CAPTURE, ORIGIN.RIGHT_PACE)).toEqual(find(MARKER.VP));
    },
  );

  test("a left lead that sees the atrium withholds left-ventricular pacing by its protection period", () => {
    const settings = { ...NOMINAL_CRT_SETTINGS, lvSensing: "on" } as const;
    const find = run({ ...BLOCKED, leftFarFieldP_mV: 3 }, [], settings);
    expect(find(MARKER.LW).length).toBe(find(MARKER.VP).length);
    expect(find(MARKER.LP)).toEqual([]);
  });

  test("far field, T wave and cross-talk are seen when they are larger than the sensitivity", () => {
    const seen = (change: Partial<RhythmSettings>, kind: number, settings = NOMINAL_SETTINGS) =>
      run({ ...BLOCKED, ...change }, [], settings)(kind).length;
    expect(seen({ farField_mV: 0.7, farFieldDelay_ms: 60 }, MARKER.AR)).toBe(0);
    expect(seen({ farField_mV: 0.8, farFieldDelay_ms: 60 }, MARKER.AR)).toBeGreaterThan(50);
    expect(seen({ tWave_mV: 2.6, tWaveDelay_ms: 340 }, MARKER.PVC)).toBeGreaterThan(50);
    expect(seen({ crosstalk_mV: 5, sinusInterval_ms: 1500 }, MARKER.VX)).toBeGreaterThan(50);
  });
});

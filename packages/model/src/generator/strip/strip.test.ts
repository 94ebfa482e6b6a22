import { describe, expect, test } from "vitest";
import { runStepped } from "../closed-loop/run-stepped.ts";
import type { ScriptedAction } from "../closed-loop/scenario.ts";
import { DEFAULT_RHYTHM, type RhythmSettings } from "../heart/rhythm-parameters.ts";
import { expandLog } from "../log/event-log.ts";
import { ORIGIN } from "../log/marker.ts";
import { type GeneratorSettings, NOMINAL_CRT_SETTINGS } from "../parameters/generator-settings.ts";
import { annotateMarkers } from "./annotate-markers.ts";
import { listBeats } from "./list-beats.ts";
import { sampleElectrograms } from "./sample-electrograms.ts";

function run(
  settings: Partial<GeneratorSettings> = {},
  rhythm: Partial<RhythmSettings> = {},
  script: readonly ScriptedAction[] = [],
) {
  const heart = { ...DEFAULT_RHYTHM, ...rhythm };
  const scenario = { settings: { ...NOMINAL_CRT_SETTINGS, ...settings }, rhythm: heart, script, duration_ms: 10_000 };
  return { log: expandLog(runStepped(scenario)), heart };
}

function labels(log: Parameters<typeof annotateMarkers>[0]): string[] {
  return annotateMarkers(log).marks.map(({ label }) => label);
}

describe("marks", () => {
  test("pulses of both ventricles are one mark at the first of them, whichever comes first", () => {
    for (const vvDelay_ms of [-40, 0, 40]) {
      const { log } = run({ vvDelay_ms });
      expect(labels(log).slice(0, 4)).toEqual(["AS", "BV", "AS", "BV"]);
      const [sense, pace] = annotateMarkers(log).marks;
      expect(pace!.time_ms - sense!.time_ms).toBe(100);
    }
  });

  test("a pulse of one ventricle alone, a safety pace and a triggered pulse are told apart", () => {
    expect(labels(run({ ventricularPacing: "LV" }).log)).toContain("LV");
    expect(labels(run({ ventricularPacing: "RV", lvVector: undefined }).log)).toContain("VP");
    expect(labels(run({}, { sinusInterval_ms: 1500, crosstalk_mV: 5 }).log)).toContain("BVs");
    expect(labels(run({ triggeredPacing: "on" }, { avConduction_ms: 90 }).log)).toContain("VS/LV");
  });

  test("a magnet is a word over the strip", () => {
    const { log } = run({}, {}, [{ time_ms: 3000, action: { kind: "magnet", isOn: true } }]);
    expect(annotateMarkers(log).notes).toEqual([{ time_ms: 3000, text: "magnet" }]);
  });
});

describe("beats", () => {
  test("a biventricular beat begins with one pulse and holds both; without left capture the front comes by the muscle", () => {
    const { log, heart } = run({ vvDelay_ms: -30 });
    const [beat] = listBeats(log, heart);
    expect(beat!.origin).toBe(ORIGIN.RIGHT_PACE);
    expect(beat!.leftPulse_ms! - beat!.rightPulse_ms!).toBe(30);
    const lost = run({ vvDelay_ms: -30 }, { leftThreshold_V: 8 });
    const [alone] = listBeats(lost.log, lost.heart);
    expect(alone!.leftPulse_ms).toBeUndefined();
    expect(alone!.leftSite_ms - alone!.rightSite_ms).toBe(lost.heart.pacedTransit_ms);
  });

  test("a conducted beat is at the left electrode later by the conduction of the bundle branch block", () => {
    const { log, heart } = run({ mode: "ODO", ventricularPacing: "RV", lvVector: undefined });
    const [beat] = listBeats(log, heart);
    expect(beat!.origin).toBe(ORIGIN.CONDUCTED);
    expect(beat!.leftSite_ms - beat!.rightSite_ms).toBe(heart.rightToLeft_ms);
  });
});

test("an electrogram has its largest deflection around the front, of the size that the heart gives", () => {
  const { log, heart } = run({ mode: "ODO", ventricularPacing: "RV", lvVector: undefined });
  const beats = listBeats(log, heart);
  const { left_mV } = sampleElectrograms(log, beats, heart, { start_ms: 0, duration_ms: 1700 });
  const peak = left_mV.reduce((best, value, i) => (value > left_mV[best]! ? i : best), 0);
  expect(Math.abs(peak - beats[0]!.leftSite_ms)).toBeLessThan(8);
  expect(left_mV[peak]!).toBeCloseTo(heart.lvRWave_mV, 0);
});

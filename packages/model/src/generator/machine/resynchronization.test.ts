import { describe, expect, test } from "vitest";
import { MARKER, PACE_DETAIL } from "../log/marker.ts";
import { type GeneratorSettings, NOMINAL_CRT_SETTINGS } from "../parameters/generator-settings.ts";
import { createGeneratorState } from "./generator-state.ts";
import { compileTiming } from "./generator-timing.ts";
import { playGenerator, repeatStimulus, type Stimulus, tell, timesOf } from "./play-generator.fixture.ts";
import { stepGenerator } from "./step-generator.ts";

// Nominal CRT: LRL 50, PAV 130, SAV 100. An atrial sense at 800 ms brings the ventricular event at 900 ms.
function play(change: Partial<GeneratorSettings>, stimuli: readonly Stimulus[], until_ms: number) {
  return playGenerator({ ...NOMINAL_CRT_SETTINGS, ...change }, stimuli, until_ms);
}

describe("pulses of one ventricular event", () => {
  test("VV +30 is the left ventricle at the AV delay, the right 30 ms later", () => {
    expect(tell(play({ vvDelay_ms: 30 }, [[800, "A"]], 1000))).toEqual(["AS 800", "LP 900", "VP 930"]);
  });

  test("VV -30 is the right ventricle first", () => {
    expect(tell(play({ vvDelay_ms: -30 }, [[800, "A"]], 1000))).toEqual(["AS 800", "VP 900", "LP 930"]);
  });

  test("multipoint is LV1, LV2, RV", () => {
    const settings = { multipointDelay_ms: 20, multipointRvDelay_ms: 10, lvSecondVector: "LV3 → can" };
    expect(tell(play(settings, [[800, "A"]], 1000))).toEqual(["AS 800", "LP 900", "LP2 920", "VP 930"]);
  });

  test("PVARP and the lower rate start at the first pulse", () => {
    const played = play(
      { vvDelay_ms: 80 },
      [
        [800, "A"],
        [1149, "A"],
        [1150, "A"],
      ],
      1160,
    );
    expect(tell(played).slice(3)).toEqual(["AR 1149"].concat("AN 1150"));
    expect(timesOf(play({ vvDelay_ms: 80 }, [[800, "A"]], 2200), "LP")).toEqual([900, 2100]);
  });

  test("the second pulse blanks its own chamber for 100 ms and refractory covers that", () => {
    const settings = { vvDelay_ms: 100, ventricularRefractory_ms: 150 };
    const answer = (time_ms: number) =>
      tell(
        play(
          settings,
          [
            [800, "A"],
            [time_ms, "V"],
          ],
          time_ms,
        ),
      ).at(-1);
    expect(answer(1099.999)).toBe("VP 1000");
    expect(answer(1100)).toBe("PVC 1100");
  });

  test("the second pulse starts partial blanking of the atrium anew", () => {
    const stimuli: Stimulus[] = [
      [800, "A"],
      [1100, "A"],
    ];
    expect(tell(play({ vvDelay_ms: 80 }, stimuli, 1100)).slice(2)).toEqual(["VP 980", "Ab 1100"]);
  });

  test("a left-ventricular sense in refractory of nothing else times nothing", () => {
    const settings = { lvSensing: "on" } as const;
    expect(tell(play(settings, [[500, "LV"]], 1200)).slice(0, 3)).toEqual(["LS 500", "AP 1070", "LP 1200"]);
  });
});

describe("left-ventricular protection period", () => {
  test("LVPP 400 at an upper rate of 160 withholds the left pulse, the right one comes in its place", () => {
    const settings = { upperRateLimit_ppm: 160, lvProtectionPeriod_ms: 400 } as const;
    const played = play({ ...settings, pvarp_ms: 150 }, repeatStimulus("A", 800, 380, 3), 1800);
    expect(tell(played)).toEqual([
      ...["AS 800", "LP 900", "VP 900"],
      ...["AS 1180", "LW 1280", "VP 1280"],
      ...["AS 1560", "LP 1660", "VP 1660"],
    ]);
  });

  test("a left-ventricular sense starts it", () => {
    const played = play(
      { lvSensing: "on" },
      [
        [700, "LV"],
        [800, "A"],
      ],
      1000,
    );
    expect(tell(played)).toEqual(["LS 700", "AS 800", "LW 900", "VP 900"]);
  });
});

test("a step takes a left-ventricular deflection", () => {
  const timing = compileTiming({ ...NOMINAL_CRT_SETTINGS, lvSensing: "on" });
  const { out, state } = stepGenerator(createGeneratorState(timing, 0), timing, { kind: "LV", time_us: 500_000 });
  expect([out.count, out.kinds[0]]).toEqual([1, MARKER.LS]);
  expect(state.leftProtectedUntil_us).toBe(900_000);
});

describe("intrinsic conduction in the AV interval", () => {
  test("10 ms before its end inhibits both pulses", () => {
    expect(
      tell(
        play(
          {},
          [
            [800, "A"],
            [890, "V"],
          ],
          1000,
        ),
      ),
    ).toEqual(["AS 800", "VS 890"]);
  });

  test("with triggered pacing it brings a left pulse within 10 ms, marked as triggered", () => {
    const played = play(
      { triggeredPacing: "on" },
      [
        [800, "A"],
        [890, "V"],
      ],
      1000,
    );
    expect(tell(played)).toEqual(["AS 800", "VS 890", "LP 890"]);
    expect(played.events[2]!.detail).toBe(PACE_DETAIL.TRIGGERED);
  });

  test("a triggered left pulse protects against the next one for the protection period", () => {
    const settings = { mode: "VVI", triggeredPacing: "on", maximumTriggeredRate_ppm: 185 } as const;
    const stimuli: Stimulus[] = [
      [500, "V"],
      [899.999, "V"],
      [1300, "V"],
    ];
    expect(tell(play(settings, stimuli, 1300))).toEqual([
      ...["VS 500", "LP 500"],
      ...["VS 899.999", "LW 899.999"],
      ...["VS 1300", "LP 1300"],
    ]);
  });

  test("faster than the highest triggered rate it brings none", () => {
    const settings = { triggeredPacing: "on", maximumTriggeredRate_ppm: 130, lvProtectionPeriod_ms: "off" } as const;
    const stimuli: Stimulus[] = [
      [800, "A"],
      [890, "V"],
      [1250, "A"],
      [1340, "V"],
    ];
    expect(timesOf(play(settings, stimuli, 1400), "LP")).toEqual([890]);
  });
});

describe("left-ventricular pacing alone", () => {
  const settings = { ventricularPacing: "LV" } as const;

  test("withholds the right pulse while the right ventricle is seen after it", () => {
    const stimuli = [800, 1800].flatMap((t): Stimulus[] => [
      [t, "A"],
      [t + 230, "V"],
    ]);
    expect(timesOf(play(settings, stimuli, 2200), "VP")).toEqual([]);
  });

  test("paces the right ventricle too in the beat after one that it was not seen in", () => {
    const played = play(settings, repeatStimulus("A", 800, 1000, 3), 3200);
    expect(timesOf(played, "LP")).toEqual([900, 1900, 2900]);
    expect(timesOf(played, "VP")).toEqual([1900]);
  });
});

describe("AV delays that follow conduction", () => {
  /** Atrial beats every 900 ms, conducted in 180 ms. */
  function conducted(count: number): Stimulus[] {
    return repeatStimulus("A", 800, 900, count).flatMap((beat): Stimulus[] => [beat, [beat[0] + 180, "V"]]);
  }

  function delays(change: Partial<GeneratorSettings>, count: number): number[] {
    const played = play({ avSearchInterval_cycles: 32, ...change }, conducted(count), 800 + 900 * count);
    const senses = timesOf(played, "AS");
    return timesOf(played, "LP").map((pace_ms) => pace_ms - senses.findLast((t) => t <= pace_ms)!);
  }

  test("an offset before conduction: 180 - 50 ms after a search of three cycles", () => {
    const found = delays({ avAlgorithm: "intrinsic-offset", avAlgorithmOffset_ms: 50 }, 60);
    expect(found.slice(0, 32)).toEqual(Array(32).fill(100));
    expect(found.slice(32)).toEqual(Array(found.length - 32).fill(130));
    expect(found.length).toBe(57);
  });

  test("left-ventricular fusion: 70 % of conduction (after a pace 210 ms, so 147 - 30 after a sense), left alone", () => {
    const change = { avAlgorithm: "lv-fusion" } as const;
    expect(delays(change, 60).at(-1)).toBe(117);
    const played = play({ avSearchInterval_cycles: 32, ...change }, conducted(60), 54_000);
    expect(timesOf(played, "VP").every((pace_ms) => pace_ms < 32 * 900 + 800)).toBe(true);
  });

  test("negative hysteresis: a sense shortens the delay by its offset", () => {
    const stimuli: Stimulus[] = [
      [800, "A"],
      [870, "V"],
      [1800, "A"],
    ];
    const settings = { avAlgorithm: "negative-hysteresis", avAlgorithmOffset_ms: 60 } as const;
    expect(timesOf(play(settings, stimuli, 2000), "LP")).toEqual([1840]);
  });
});

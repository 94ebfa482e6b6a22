import { describe, expect, test } from "vitest";
import { type GeneratorSettings, NOMINAL_CRT_SETTINGS } from "../parameters/generator-settings.ts";
import { inOrder, playGenerator, repeatStimulus, type Stimulus, tell, timesOf } from "./play-generator.fixture.ts";

/** A microsecond. */
const US = 0.001;

/** What the generator makes of a deflection: its marker, or nothing. */
function answerTo(
  change: Partial<GeneratorSettings>,
  before: readonly Stimulus[],
  [time_ms, channel]: Stimulus,
): string | undefined {
  const all = playGenerator(change, [...before, [time_ms, channel]], time_ms).events;
  const played = playGenerator(change, before, time_ms).events;
  return all.length > played.length ? all.findLast((event) => event.time_ms === time_ms)?.marker : undefined;
}

const VVI = { mode: "VVI" };
const AAI = { mode: "AAI" };
const CRT = { ...NOMINAL_CRT_SETTINGS, lvSensing: "on" } as const;

// Each window: a deflection one microsecond before its end, and one at its end.
describe("the ends of windows", () => {
  test.each<
    [string, Partial<GeneratorSettings>, Stimulus[], number, Stimulus[1], string | undefined, string | undefined]
  >([
    ["ventricular blanking after a pace, 100 ms", VVI, [], 1100, "V", undefined, "VR"],
    ["ventricular blanking after a sense, 50 ms", VVI, [[500, "V"]], 550, "V", undefined, "VR"],
    ["VRP after a pace, 320 ms", VVI, [], 1320, "V", "VR", "VS"],
    ["atrial blanking after a pace, 100 ms", AAI, [], 1100, "A", undefined, "AR"],
    ["ARP, 250 ms", AAI, [], 1250, "A", "AR", "AS"],
    ["ventricular blanking after an atrial pace, 40 ms", {}, [], 890, "V", undefined, "VX"],
    ["the cross-talk window, 64 ms", { crosstalkWindow_ms: 64 }, [], 914, "V", "VX", "VS"],
    ["absolute PVAB, 30 ms", { pvab_ms: 150 }, [], 1030, "A", undefined, "Ab"],
    ["partial PVAB, 150 ms", { pvab_ms: 150 }, [], 1150, "A", "Ab", "AR"],
    ["PVARP, 250 ms", {}, [], 1250, "A", "AR", "AS"],
    [
      "extended PVARP, 650 ms",
      { pvarpExtension_ms: 400 },
      [
        [300, "V"],
        [700, "V"],
      ],
      1350,
      "A",
      "AR",
      "AS",
    ],
    ["left-ventricular blanking, 200 ms", CRT, [[500, "V"]], 700, "LV", undefined, "LS"],
    [
      "noise in the ventricle, 125 ms",
      { ...VVI, ventricularRefractory_ms: 150 },
      [
        [500, "V"],
        [626, "V"],
      ],
      751,
      "V",
      "VN",
      "VS",
    ],
    [
      "noise in the atrium, 125 ms",
      AAI,
      [
        [500, "A"],
        [700, "A"],
      ],
      825,
      "A",
      "AN",
      "AS",
    ],
  ])("%s", (_name, change, before, end_ms, channel, inside, after) => {
    expect(answerTo(change, before, [end_ms - US, channel])).toBe(inside);
    expect(answerTo(change, before, [end_ms, channel])).toBe(after);
  });

  test("left-ventricular protection, 400 ms after a sense: a pulse at its end is delivered", () => {
    const pulse = (sense_ms: number) =>
      tell(
        playGenerator(
          CRT,
          [
            [sense_ms, "LV"],
            [1000, "A"],
          ],
          1100,
        ),
      ).at(-2);
    expect(pulse(700)).toBe("LP 1100");
    expect(pulse(700 + US)).toBe("LW 1100");
  });

  test("left-ventricular protection, 400 ms after a pulse", () => {
    const fast = { ...NOMINAL_CRT_SETTINGS, upperRateLimit_ppm: 175, pvarp_ms: 150 } as const;
    const second = (time_ms: number) =>
      timesOf(
        playGenerator(
          fast,
          [
            [800, "A"],
            [time_ms, "A"],
          ],
          1310,
        ),
        "LP",
      );
    expect(second(1200)).toEqual([900, 1300]);
    expect(second(1200 - US)).toEqual([900]);
  });

  test("the right ventricle seen 200 ms after a left pulse needs no backup, a microsecond later it does", () => {
    const settings = { ...NOMINAL_CRT_SETTINGS, ventricularPacing: "LV" } as const;
    const backup = (seen_ms: number) =>
      timesOf(
        playGenerator(
          settings,
          [
            [800, "A"],
            [seen_ms, "V"],
            [1800, "A"],
          ],
          1900,
        ),
        "VP",
      ).length;
    expect(backup(1100)).toBe(0);
    expect(backup(1100 + US)).toBe(1);
  });

  test("triggered pacing up to 130 a minute: 461.538 ms after the last ventricular event", () => {
    const settings = { ...NOMINAL_CRT_SETTINGS, triggeredPacing: "on", lvProtectionPeriod_ms: "off" } as const;
    const paced = (sense_ms: number) =>
      timesOf(
        playGenerator(
          settings,
          [
            [500, "V"],
            [sense_ms - 80, "A"],
            [sense_ms, "V"],
          ],
          sense_ms,
        ),
        "LP",
      ).length;
    expect(paced(961.538)).toBe(1);
    expect(paced(961.538 - US)).toBe(0);
  });
});

describe("atrial pacing that does not compete", () => {
  const settings = { nonCompetitiveAtrialPacing_ms: 300, pvarp_ms: 450, lowerRateLimit_ppm: 75 } as const;

  test("waits to 300 ms after the refractory sense; the ventricle is paced at the lower rate all the same", () => {
    expect(tell(playGenerator(settings, [[1220, "A"]], 1600)).slice(2)).toEqual(["AR 1220", "AP 1520", "VP 1600"]);
  });

  test("is left out where less than 30 ms to the ventricular pace would be left", () => {
    const late = { ...settings, pvarp_ms: 500 };
    expect(tell(playGenerator(late, [[1270, "A"]], 1600)).slice(2)).toEqual(["AR 1270", "AP 1570", "VP 1600"]);
    expect(tell(playGenerator(late, [[1270 + US, "A"]], 1600)).slice(2)).toEqual([`AR ${1270 + US}`, "VP 1600"]);
  });
});

describe("rates of the sensor", () => {
  test("DDDR paces at the sensor's highest rate, above the upper rate of tracking", () => {
    const settings = { mode: "DDDR", maximumSensorRate_ppm: 150, responseFactor: 16, reactionTime_s: 10 } as const;
    const paces = timesOf(playGenerator(settings, [[1, "activity"]], 40_000), "VP");
    expect(paces.at(-1)! - paces.at(-2)!).toBe(400);
  });

  test("from the lower rate to the highest it takes the reaction time", () => {
    const settings = { mode: "VVIR", responseFactor: 16, reactionTime_s: 20 } as const;
    const paces = timesOf(playGenerator(settings, [[1, "activity"]], 60_000), "VP");
    const firstAtTop = paces.findIndex((pace_ms, i) => paces[i + 1]! - pace_ms === 500);
    expect(paces[firstAtTop]! / 1000).toBeGreaterThan(20);
    expect(paces[firstAtTop]! / 1000).toBeLessThan(22);
  });
});

describe("the highest ventricular rate", () => {
  test("is kept after a ventricular sense too: a P wave 260 ms after it is paced at URI", () => {
    expect(
      tell(
        playGenerator(
          {},
          [
            [700, "V"],
            [960, "A"],
          ],
          1200,
        ),
      ),
    ).toEqual(["VS 700", "AS 960", "VP 1200"]);
  });

  test("with rate smoothing upward a tracked beat comes no sooner than the share below the last interval", () => {
    const settings = { rateSmoothing_percent: 12 } as const;
    const played = playGenerator(settings, [[1300, "A"]], 2000);
    expect(timesOf(played, "VP")).toEqual([1000, 1880]);
  });
});

describe("A-A timing", () => {
  test("a ventricular event without an atrial one is counted from itself: AP at V + LRI - PAV", () => {
    const settings = { timingScheme: "atrial" } as const;
    expect(timesOf(playGenerator(settings, [[1500, "V"]], 2400), "AP").at(-1)).toBe(2350);
  });

  test("a tracked beat keeps the atrial interval", () => {
    const settings = { timingScheme: "atrial" } as const;
    expect(timesOf(playGenerator(settings, [[1500, "A"]], 2600), "AP").at(-1)).toBe(2500);
  });

  test("the atrial pace keeps 150 ms from the ventricular event where the AV delay was very long", () => {
    const settings = {
      timingScheme: "atrial",
      lowerRateLimit_ppm: 110,
      upperRateLimit_ppm: 120,
      pvarp_ms: 150,
    } as const;
    const played = playGenerator(settings, repeatStimulus("A", 900, 420, 2), 2200);
    const [, second] = timesOf(played, "VP");
    expect(timesOf(played, "AP").find((t) => t > second!)! - second!).toBeGreaterThanOrEqual(150);
  });
});

describe("the mode switch and silence", () => {
  const ON = { atrMode: "on", atrDuration_cycles: 10 } as const;
  const fast = repeatStimulus("A", 900, 250, 60);

  test("an atrium that falls silent ends it: after 2 s each ventricular event counts as slow", () => {
    const played = playGenerator(ON, fast, 60_000);
    const [end_ms] = timesOf(played, "ATR_END");
    const late = timesOf(played, "VP").filter((t) => t > fast.at(-1)![0] + 2000);
    expect(late.indexOf(end_ms!)).toBe(4);
  });

  test("the fallback starts from the mean of the last ten ventricular intervals", () => {
    // Each interval is 1 ms longer than the last.
    const beats = Array.from({ length: 50 }, (_, i): Stimulus => [3000 + 560 * i + (i * (i - 1)) / 2, "V"]);
    const atria = repeatStimulus("A", 2900, 140, 300);
    const settings = { ...ON, atrDuration_cycles: 20, pvarp_ms: 500, fixedAvDelay_ms: 300 } as const;
    const stimuli = inOrder(beats, atria);
    const [fallback_ms] = timesOf(playGenerator(settings, stimuli, 40_000), "ATR_FALLBACK");
    const until = stimuli.filter(([time_ms]) => time_ms <= fallback_ms!);
    const { atrRate_ppm } = playGenerator(settings, until, fallback_ms!).state;
    const cycles = until.filter(([, kind]) => kind === "V").map(([time_ms]) => time_ms);
    expect(60_000 / atrRate_ppm).toBeCloseTo((cycles.at(-1)! - cycles.at(-11)!) / 10, 3);
  });
});

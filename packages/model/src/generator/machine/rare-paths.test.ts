import { describe, expect, test } from "vitest";
import { type GeneratorSettings, NOMINAL_CRT_SETTINGS, NOMINAL_SETTINGS } from "../parameters/generator-settings.ts";
import { compileTiming } from "./generator-timing.ts";
import { inOrder, playGenerator, repeatStimulus, type Stimulus, tell, timesOf } from "./play-generator.fixture.ts";
import { sensorTarget_ppm } from "./sensor-rate.ts";

describe("AAI", () => {
  test("rate smoothing counts atrial intervals", () => {
    const played = playGenerator(
      { mode: "AAI", rateSmoothing_percent: 12 },
      [
        [400, "A"],
        [1000, "A"],
      ],
      2500,
    );
    expect(timesOf(played, "AP")).toEqual([1672, 2424.64]);
  });

  test("noise that is to inhibit holds the atrial pace until one interval after its last deflection", () => {
    const settings = { mode: "AAI", noiseResponse: "inhibit" } as const;
    const played = playGenerator(settings, repeatStimulus("A", 500, 50, 60), 5000);
    expect(timesOf(played, "AN").at(-1)).toBe(3450);
    expect(timesOf(played, "AP")).toEqual([4450]);
  });

  test("noise that is not to inhibit leaves pacing at the lower rate", () => {
    const played = playGenerator({ mode: "AAI" }, repeatStimulus("A", 500, 50, 60), 3500);
    expect(timesOf(played, "AP")).toEqual([1500, 2500, 3500]);
  });

  test("AAT paces on top of a sense", () => {
    expect(tell(playGenerator({ mode: "AAT" }, [[600, "A"]], 1600))).toEqual(["AS 600", "AP 600", "AP 1600"]);
  });
});

test("the sensor's rate begins to rise with the first interval, not at the first atrial event", () => {
  const settings = { mode: "AAIR", responseFactor: 16, reactionTime_s: 10 } as const;
  expect(timesOf(playGenerator(settings, [[1, "activity"]], 2000), "AP")).toEqual([1000, 2000]);
});

describe("sensor rate above the upper rate of tracking", () => {
  const settings = { mode: "DDDR", maximumSensorRate_ppm: 150, responseFactor: 16, reactionTime_s: 10 } as const;
  const last_ms = timesOf(playGenerator(settings, [[1, "activity"]], 30_000), "VP").at(-1)!;

  test("a P wave is tracked at URI, not at the sensor's interval", () => {
    const played = playGenerator(
      settings,
      [
        [1, "activity"],
        [last_ms + 250, "A"],
      ],
      last_ms + 600,
    );
    // The sensor's atrial pace is due at 400 - 150 = 250 ms; the sense at that instant goes first.
    expect(timesOf(played, "VP").at(-1)! - last_ms).toBe(500);
  });

  test("activity asks for nothing below its threshold, and for the highest rate with full response", () => {
    const timing = compileTiming({ ...NOMINAL_SETTINGS, mode: "VVIR" });
    expect(sensorTarget_ppm(timing, 0.3)).toBe(60);
    expect(sensorTarget_ppm(timing, 0.65)).toBe(90);
    expect(sensorTarget_ppm(timing, 1)).toBe(120);
  });
});

test("a search keeps the conduction of one of its cycles though the others have none", () => {
  const settings = { ...NOMINAL_CRT_SETTINGS, avAlgorithm: "intrinsic-offset" } as const;
  const beats = repeatStimulus("A", 800, 900, 40);
  const conducted: Stimulus = [beats[32]![0] + 200, "V"];
  const played = playGenerator(settings, inOrder(beats, [conducted]), 800 + 900 * 40);
  const last_ms = timesOf(played, "LP").at(-1)!;
  expect(Math.round(last_ms - beats.findLast(([t]) => t < last_ms)![0])).toBe(150);
});

test("a generator at rest does not claim its sensor", () => {
  const played = playGenerator({ mode: "DDDR" }, [], 3000);
  expect(new Set(played.events.map(({ detail }) => detail))).toEqual(new Set([0]));
});

test("noise that is to inhibit holds the pace of a P wave within it to its end", () => {
  const settings = { noiseResponse: "inhibit", sensedAvDelayOffset_ms: -80 } as const;
  // Deflections from 300 ms on, 20 ms apart; the last at 700 keeps noise to 825 ms, the P wave at 705 is due at 775.
  const played = playGenerator(settings, [...repeatStimulus("V", 300, 20, 21), [705, "A"]], 900);
  expect(timesOf(played, "VN").at(-1)).toBe(700);
  expect(timesOf(played, "VP")).toEqual([825]);
});

test("noise that is to inhibit ends an AV interval that began before it goes on", () => {
  const noise = repeatStimulus("V", 300, 20, 21);
  const played = playGenerator({ noiseResponse: "inhibit" }, inOrder(noise, [[655, "A"]]), 1800);
  expect(timesOf(played, "AS")).toEqual([655]);
  expect(timesOf(played, "VP")).toEqual([1700]);
});

test("noise that is to inhibit holds the first pace of Pace-Now too", () => {
  const noise = repeatStimulus("V", 1, 15, 62);
  const played = playGenerator({ noiseResponse: "inhibit" }, [...noise, [917, "pace now"]], 1500);
  expect(timesOf(played, "VP")).toEqual([916 + 125]);
});

test("Pace-Now ends a safety pace that is pending", () => {
  const played = playGenerator(
    {},
    [
      [900, "V"],
      [920, "pace now"],
    ],
    1000,
  );
  expect(tell(played)).toEqual(["AP 850", "VX 900", "PACE_NOW 920"]);
});

test("Pace-Now counts from a sense that the mode before it did not heed", () => {
  const stimuli: Stimulus[] = [
    [100, "pace now"],
    [1500, "magnet on"],
    [1600, "magnet off"],
    [4000, "V"],
    [4030, "pace now"],
  ];
  expect(timesOf(playGenerator({ mode: "OVO" }, stimuli, 5000), "VP")).toEqual([1023.077, 4923.077]);
});

test("after Pace-Now no AV interval runs, so a deflection in the cross-talk window is a sense", () => {
  const stimuli: Stimulus[] = [
    [860, "pace now"],
    [900, "V"],
  ];
  expect(tell(playGenerator({}, stimuli, 1000))).toEqual(["AP 850", "PACE_NOW 860", "VS 900"]);
});

test("an offset never makes the sensed AV delay shorter than 30 ms", () => {
  const settings = { dynamicAvDelay: "on", minimumDynamicAvDelay_ms: 50, sensedAvDelayOffset_ms: -100 } as const;
  const played = playGenerator(
    { ...settings, pvarp_ms: 150 },
    [
      [400, "V"],
      [800, "V"],
      [1350, "A"],
    ],
    1400,
  );
  expect(timesOf(played, "VP")).toEqual([1380]);
});

test("triggered pacing without left pacing emits nothing", () => {
  const settings = { ...NOMINAL_CRT_SETTINGS, ventricularPacing: "RV", triggeredPacing: "on" } as const;
  expect(
    tell(
      playGenerator(
        settings,
        [
          [800, "A"],
          [890, "V"],
        ],
        900,
      ),
    ),
  ).toEqual(["AS 800", "VS 890"]);
});

describe("AV algorithms at their limits", () => {
  /** Delay of the left pulse after a search, with conduction in `conduction_ms` and atrial beats `pp_ms` apart. */
  function fusionDelay(conduction_ms: number, pp_ms: number): number {
    const beats = repeatStimulus("A", 800, pp_ms, 40);
    const stimuli = inOrder(
      beats,
      beats.map(([t]): Stimulus => [t + conduction_ms, "V"]),
    );
    const settings: Partial<GeneratorSettings> = {
      ...NOMINAL_CRT_SETTINGS,
      fixedAvDelay_ms: 300,
      sensedAvDelayOffset_ms: "off",
      avAlgorithm: "lv-fusion",
      avSearchDelay_ms: 300,
      pvarp_ms: 150,
    };
    const played = playGenerator(settings, stimuli, 800 + 40 * pp_ms);
    const paces = timesOf(played, "LP");
    const senses = timesOf(played, "AS");
    return paces.length === 0 ? 0 : paces.at(-1)! - senses.findLast((t) => t < paces.at(-1)!)!;
  }

  test("the left pulse comes at least 40 ms before conduction, else at 70 % of it", () => {
    expect(fusionDelay(100, 900)).toBe(60);
    expect(fusionDelay(200, 900)).toBe(140);
  });

  test("conduction of up to 250 ms is normal, longer is not", () => {
    expect(fusionDelay(250, 900)).toBe(175);
    expect(fusionDelay(250.001, 900)).toBe(0);
  });

  test("up to 100 a minute the left ventricle is paced alone, faster not", () => {
    expect(fusionDelay(200, 600)).toBe(140);
    expect(fusionDelay(200, 599.999)).toBe(0);
  });

  test("negative hysteresis ends after its cycles without a sense", () => {
    const settings = {
      avAlgorithm: "negative-hysteresis",
      avAlgorithmOffset_ms: 60,
      avSearchInterval_cycles: 32,
    } as const;
    const beats = repeatStimulus("A", 700, 900, 40);
    const played = playGenerator(settings, inOrder(beats, [[800, "V"]]), 700 + 40 * 900);
    const delays = timesOf(played, "VP").map((t) => Math.round(t - beats.findLast(([a]) => a < t)![0]));
    expect(delays.slice(0, 32)).toEqual(Array(32).fill(90));
    expect(delays[32]).toBe(150);
  });
});

describe("rules against loops at their limits", () => {
  /** Paces 500 ms apart with an atrial beat after each, the VP-AS intervals given. */
  function loop(va_ms: readonly number[], change: Partial<GeneratorSettings>) {
    let stimuli: Stimulus[] = [];
    for (const va of va_ms) {
      const last_ms = timesOf(playGenerator(change, stimuli, 60_000), "VP").find(
        (t) => t > (stimuli.at(-1)?.[0] ?? 0),
      )!;
      stimuli = [...stimuli, [last_ms + va, "A"]];
    }
    return playGenerator(change, stimuli, stimuli.at(-1)![0] + 600);
  }

  test("an interval at the criterion of 400 ms is not suspect", () => {
    const rule = { pmtRule: "interval" } as const;
    expect(timesOf(loop(Array(9).fill(399.999), rule), "PMT_FOUND").length).toBe(1);
    expect(timesOf(loop([...Array(7).fill(399.999), 400, 399.999], rule), "PMT_FOUND")).toEqual([]);
  });

  test("seven short intervals are no loop", () => {
    expect(timesOf(loop(Array(7).fill(300), { pmtRule: "interval" }), "PMT_FOUND")).toEqual([]);
  });

  test("a changed AV delay is tried when eight intervals lie within 25 ms of each other", () => {
    const rule = { pmtRule: "av-change" } as const;
    const within = [300, 325, 300, 325, 300, 325, 300, 325];
    const beyond = [300, 325.001, 300, 325.001, 300, 325.001, 300, 325.001];
    expect(loop(within, rule).state.pmtTest).toBe(1);
    expect(loop(beyond, rule).state.pmtTest).toBe(0);
  });

  test("the AV delay is changed by 50 ms", () => {
    const paces = timesOf(loop(Array(8).fill(320), { pmtRule: "av-change" }), "VP");
    expect(paces.at(-1)! - paces.at(-2)!).toBe(550);
  });

  test("after a rejection the rule rests for 8 cycles", () => {
    const rule = { pmtRule: "av-change" } as const;
    // Eight equal ones, one that shifts by 50 ms, 8 of rest, and 8 more until the next test.
    const played = loop([...Array(8).fill(320), 270, ...Array(8).fill(320), ...Array(8).fill(320)], rule);
    expect(timesOf(played, "PMT_REJECTED").length).toBe(1);
    expect(played.state.pmtTest).toBe(1);
    const shorter = loop([...Array(8).fill(320), 270, ...Array(15).fill(320)], rule);
    expect(shorter.state.pmtTest).toBe(0);
  });
});

describe("magnet and emergency in dual-chamber modes", () => {
  test("a magnet on DDD paces both chambers at 100 a minute, atrium 150 ms before", () => {
    const played = playGenerator({}, [[1100, "magnet on"]], 2300);
    expect(tell(played).slice(2)).toEqual(["MAGNET_ON 1100", "AP 1450", "VP 1600", "AP 2050", "VP 2200"]);
  });

  test("without the magnet the lower rate counts from the last ventricular event again", () => {
    const played = playGenerator(
      {},
      [
        [1100, "magnet on"],
        [1700, "magnet off"],
      ],
      2700,
    );
    expect(timesOf(played, "VP")).toEqual([1000, 1600, 2600]);
    expect(timesOf(played, "AP")).toEqual([850, 1450, 2450]);
  });

  test("a magnet on AAI paces 600 ms after the last atrial event, and lets it go at the lower rate", () => {
    const played = playGenerator(
      { mode: "AAI" },
      [
        [700, "A"],
        [900, "magnet on"],
        [2000, "magnet off"],
      ],
      3000,
    );
    expect(timesOf(played, "AP")).toEqual([1300, 1900, 2900]);
  });

  test("a magnet in an AV interval lets it end; Pace-Now does not", () => {
    expect(
      timesOf(
        playGenerator(
          {},
          [
            [1300, "A"],
            [1350, "magnet on"],
          ],
          1500,
        ),
        "VP",
      ),
    ).toEqual([1000, 1500]);
    const emergency = playGenerator(
      {},
      [
        [1300, "A"],
        [1350, "pace now"],
      ],
      2000,
    );
    expect(timesOf(emergency, "VP").map((t) => Math.round(t))).toEqual([1000, 1923]);
    expect(timesOf(emergency, "AP")).toEqual([850]);
  });

  test("Pace-Now has VRP 320 ms", () => {
    const settings = { mode: "VVI", ventricularRefractory_ms: 200 };
    const answer = (time_ms: number) =>
      tell(
        playGenerator(
          settings,
          [
            [100, "pace now"],
            [time_ms, "V"],
          ],
          time_ms,
        ),
      ).at(-1);
    expect(answer(1343.076)).toBe("VR 1343.076");
    expect(answer(1343.077)).toBe("VS 1343.077");
  });

  test("with a lower rate of 170 the VA interval stays at 150 ms and the AV delay gives way", () => {
    const settings = { lowerRateLimit_ppm: 170, upperRateLimit_ppm: 175, fixedAvDelay_ms: 300 } as const;
    const played = playGenerator(settings, [], 3000);
    const [, , , pace_ms] = timesOf(played, "VP");
    expect(timesOf(played, "AP").find((t) => t > pace_ms!)! - pace_ms!).toBe(150);
  });
});

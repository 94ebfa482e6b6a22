import { describe, expect, test } from "vitest";
import { PACE_DETAIL } from "../log/marker.ts";
import { playGenerator, repeatStimulus, tell, timesOf } from "./play-generator.fixture.ts";

describe("VVI", () => {
  const VVI = { mode: "VVI" };

  test("paces at the lower rate", () => {
    expect(tell(playGenerator(VVI, [], 3500))).toEqual(["VP 1000", "VP 2000", "VP 3000"]);
  });

  test("a sense outside VRP starts the escape again, one inside does not", () => {
    expect(tell(playGenerator(VVI, [[1319, "V"]], 2000))).toEqual(["VP 1000", "VR 1319", "VP 2000"]);
    expect(tell(playGenerator(VVI, [[1320, "V"]], 2320))).toEqual(["VP 1000", "VS 1320", "VP 2320"]);
  });

  test("a sense at the instant of the pace inhibits it", () => {
    expect(tell(playGenerator(VVI, [[1000, "V"]], 1500))).toEqual(["VS 1000"]);
  });

  test("hysteresis lengthens the escape after a sense, not after a pace", () => {
    const settings = { ...VVI, hysteresisRateLimit_ppm: 50 };
    expect(timesOf(playGenerator(settings, [[900, "V"]], 3200), "VP")).toEqual([2100, 3100]);
  });

  test("rate smoothing lets a paced interval be at most its share longer than the last", () => {
    const settings = { ...VVI, rateSmoothing_percent: 12 } as const;
    const played = playGenerator(
      settings,
      [
        [400, "V"],
        [1000, "V"],
      ],
      4000,
    );
    expect(timesOf(played, "VP")).toEqual([1672, 2424.64, 3267.597]);
  });

  test("noise: deflections closer than 125 ms beyond VRP do not inhibit; pacing is asynchronous at the lower rate", () => {
    const played = playGenerator(VVI, repeatStimulus("V", 500, 50, 60), 3500);
    expect(timesOf(played, "VS")).toEqual([500]);
    expect(timesOf(played, "VP")).toEqual([1500, 2500, 3500]);
    expect(played.events.find(({ marker }) => marker === "VP")!.detail).toBe(PACE_DETAIL.ASYNCHRONOUS);
  });

  test("noise that is to inhibit holds the pace until it is over", () => {
    const settings = { ...VVI, noiseResponse: "inhibit" } as const;
    const played = playGenerator(settings, repeatStimulus("V", 500, 50, 60), 5000);
    expect(timesOf(played, "VN").at(-1)).toBe(3450);
    expect(timesOf(played, "VP")).toEqual([4450]);
  });

  test("deflections 126 ms apart are beats, not noise", () => {
    const played = playGenerator({ ...VVI, ventricularRefractory_ms: 150 }, repeatStimulus("V", 500, 126, 3), 900);
    expect(tell(played)).toEqual(["VS 500", "VR 626", "VS 752"]);
  });
});

describe("other single-chamber modes", () => {
  test("VVT paces on top of a sense", () => {
    const played = playGenerator({ mode: "VVT" }, [[600, "V"]], 1600);
    expect(tell(played)).toEqual(["VS 600", "VP 600", "VP 1600"]);
    expect(played.events[1]!.detail).toBe(PACE_DETAIL.TRIGGERED);
  });

  test("AAI senses and paces the atrium with ARP 250 ms", () => {
    const played = playGenerator(
      { mode: "AAI" },
      [
        [600, "A"],
        [849, "A"],
        [1400, "A"],
      ],
      2400,
    );
    expect(tell(played)).toEqual(["AS 600", "AR 849", "AS 1400", "AP 2400"]);
  });

  test("VOO and AOO heed nothing", () => {
    expect(tell(playGenerator({ mode: "VOO" }, [[600, "V"]], 2000))).toEqual(["VP 1000", "VP 2000"]);
    expect(tell(playGenerator({ mode: "AOO" }, [[600, "A"]], 2000))).toEqual(["AP 1000", "AP 2000"]);
  });

  test.each(["OOO", "ODO", "OVO", "OAO"])("%s emits no pulse", (mode) => {
    const played = playGenerator({ mode }, repeatStimulus("V", 300, 400, 10), 20_000);
    expect(played.events.filter(({ marker }) => marker.endsWith("P"))).toEqual([]);
  });

  test("Pace-Now is VVI 65", () => {
    const played = playGenerator({ mode: "AAI" }, [[1500, "pace now"]], 4000);
    expect(timesOf(played, "VP").map(Math.round)).toEqual([2423, 3346]);
  });

  test("a magnet paces at 100 a minute whatever is sensed, and what it takes ends with it", () => {
    const played = playGenerator(
      { mode: "VVI" },
      [
        [1100, "magnet on"],
        [2000, "V"],
        [3000, "magnet off"],
      ],
      5000,
    );
    expect(timesOf(played, "VP")).toEqual([1000, 1600, 2200, 2800, 3800, 4800]);
  });

  test("rate response: full activity brings VVIR from 60 to the sensor rate within the reaction time", () => {
    const settings = { mode: "VVIR", reactionTime_s: 10, responseFactor: 16 };
    const paces = timesOf(playGenerator(settings, [[1, "activity"]], 30_000), "VP");
    const intervals = paces.slice(1).map((pace_ms, i) => pace_ms - paces[i]!);
    expect(intervals.at(-1)).toBe(500);
    const arrived_ms = paces[intervals.indexOf(500)]!;
    expect(arrived_ms).toBeGreaterThan(9000);
    expect(arrived_ms).toBeLessThan(12_500);
  });
});

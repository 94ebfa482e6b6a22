import { describe, expect, test } from "vitest";
import { playGenerator, timesOf } from "./play-generator.fixture.ts";

/** A heart that conducts each atrial pace in 120 ms: the stimuli follow the paces. */
function conductedIntervals(timingScheme: "ventricular" | "atrial"): number[] {
  const stimuli: (readonly [number, "V"])[] = [];
  for (let beat = 0; beat < 8; beat++) {
    const pace_ms = timesOf(playGenerator({ timingScheme }, stimuli, 20_000), "AP")[beat]!;
    stimuli.push([pace_ms + 120, "V"]);
  }
  const paces = timesOf(playGenerator({ timingScheme }, stimuli, 20_000), "AP").slice(0, 8);
  return paces.slice(1).map((pace_ms, i) => pace_ms - paces[i]!);
}

describe("lower rate 60, AV delay 150 ms, conduction in 120 ms", () => {
  test("counted by the ventricle the atrium is paced every 850 + 120 ms (61.9 a minute)", () => {
    expect(new Set(conductedIntervals("ventricular"))).toEqual(new Set([970]));
  });

  test("counted by the atrium it is paced every 1000 ms", () => {
    expect(new Set(conductedIntervals("atrial"))).toEqual(new Set([1000]));
  });
});

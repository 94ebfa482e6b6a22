import { describe, expect, test } from "vitest";
import { playGenerator, repeatStimulus, tell, timesOf } from "./play-generator.fixture.ts";

describe("PVARP extension 400 ms after a PVC", () => {
  const settings = { pvarpExtension_ms: 400 };

  test("in a row of beats without an atrial event, every other cycle at most is extended", () => {
    const played = playGenerator(settings, repeatStimulus("V", 500, 450, 20), 9500);
    const pvcs = timesOf(played, "PVC");
    expect(pvcs.length).toBe(19);
    expect(timesOf(played, "PVARP_EXTENDED")).toEqual(pvcs.filter((_, i) => i % 2 === 0));
  });

  test("a P wave 500 ms after a PVC is refractory once; in the next cycle PVARP is 250 ms again", () => {
    const stimuli = [
      [300, "V"],
      [700, "V"],
      [1200, "A"],
      [1500, "V"],
      [1800, "A"],
    ] as const;
    const expected = ["VS 300", "PVC 700", "PVARP_EXTENDED 700", "AR 1200", "VS 1500", "AS 1800"];
    expect(tell(playGenerator(settings, stimuli, 1900))).toEqual(expected);
  });
});

import { describe, expect, test } from "vitest";
import { PACE_DETAIL } from "../log/marker.ts";
import { playGenerator, tell } from "./play-generator.fixture.ts";

// Nominal DDD: the first atrial pace comes at 850 ms, PAV 150 ms, PAVB 40 ms, safety AV delay 110 ms.
describe("cross-talk", () => {
  test("a ventricular spike 60 ms after an atrial pace brings a safety pace at 110 ms", () => {
    const played = playGenerator({}, [[910, "V"]], 965);
    expect(tell(played)).toEqual(["AP 850", "VX 910", "VP 960"]);
    expect(played.events[2]!.detail & PACE_DETAIL.SAFETY).toBe(PACE_DETAIL.SAFETY);
  });

  test("VRP starts at the safety pace: a sense 319 ms after it is refractory, at 320 ms it is not", () => {
    expect(
      tell(
        playGenerator(
          {},
          [
            [910, "V"],
            [1279, "V"],
          ],
          1279,
        ),
      ).at(-1),
    ).toBe("VR 1279");
    expect(
      tell(
        playGenerator(
          {},
          [
            [910, "V"],
            [1280, "V"],
          ],
          1280,
        ),
      ).at(-1),
    ).toBe("PVC 1280");
  });

  test("with a shorter AV delay the safety pace comes at that", () => {
    expect(tell(playGenerator({ fixedAvDelay_ms: 80 }, [[980, "V"]], 1005))).toEqual(["AP 920", "VX 980", "VP 1000"]);
  });

  test("a spike at 20 ms is blanked", () => {
    expect(tell(playGenerator({}, [[870, "V"]], 1000))).toEqual(["AP 850", "VP 1000"]);
  });

  test("a spike at the end of blanking is seen, one after the window is a beat that inhibits", () => {
    expect(tell(playGenerator({}, [[890, "V"]], 960))).toEqual(["AP 850", "VX 890", "VP 960"]);
    expect(tell(playGenerator({}, [[960, "V"]], 1000))).toEqual(["AP 850", "VS 960"]);
  });

  test("after an atrial sense there is no safety pace", () => {
    expect(
      tell(
        playGenerator(
          {},
          [
            [800, "A"],
            [860, "V"],
          ],
          1000,
        ),
      ),
    ).toEqual(["AS 800", "VS 860"]);
  });
});

import { describe, expect, test } from "vitest";
import { createRandom } from "../numerics/random.ts";
import { anodeChamber, estimateAnodalThreshold, judgeAnodalCapture } from "./anodal-capture.ts";
import { DEFAULT_CAPTURE } from "./capture-parameters.ts";
import { estimateCaptureThreshold } from "./capture-threshold.ts";

const PULSE = { pulseWidth_ms: 0.4 };

describe("anodal capture", () => {
  test("a coil and the can never capture, whatever the output", () => {
    for (const anode of ["RVcoil", "can"] as const) {
      expect(estimateAnodalThreshold({ anode, ...PULSE })).toBe(Infinity);
      expect(judgeAnodalCapture(7, { anode, ...PULSE })).toEqual({
        threshold_V: Infinity,
        isCaptured: false,
        likelihood: "unlikely",
      });
    }
  });

  test("an electrode of the lead captures as anode at twice its threshold as cathode", () => {
    const cathodal = estimateCaptureThreshold({ distanceToViable_mm: 0.8, electrode: "ring", ...PULSE });
    const anodal = estimateAnodalThreshold({ anode: "LV3", anodeDistance_mm: 0.8, ...PULSE });
    expect(anodal / cathodal).toBeCloseTo(DEFAULT_CAPTURE.anodalRatio, 12);
  });

  test("an electrode whose distance is not known is not said to capture", () => {
    expect(estimateAnodalThreshold({ anode: "LV3", ...PULSE })).toBe(Infinity);
  });

  test("the RV ring captures near 3.5 V, and at 5 V in 74 % of patients", () => {
    const threshold_V = estimateAnodalThreshold({ anode: "RVring", ...PULSE });
    expect(Math.abs(threshold_V - 3.5)).toBeLessThan(0.25);
    const random = createRandom(5);
    let count = 0;
    for (let i = 0; i < 20_000; i++) {
      if (5 >= threshold_V * Math.exp(DEFAULT_CAPTURE.thresholdSpread_ln * random.normal())) count++;
    }
    expect(Math.abs(count / 20_000 - 0.74)).toBeLessThan(0.03);
  });

  test("it grows likelier with output", () => {
    const judge = (output_V: number) => judgeAnodalCapture(output_V, { anode: "RVring", ...PULSE });
    expect(judge(1).likelihood).toBe("unlikely");
    expect(judge(2.5).likelihood).toBe("possible");
    expect(judge(4)).toMatchObject({ likelihood: "likely", isCaptured: true });
  });

  test.each([
    ["LV2", "LV"],
    ["RVring", "RV"],
    ["RVcoil", "RV"],
    ["can", undefined],
  ] as const)("%s lies in %s", (anode, chamber) => {
    expect(anodeChamber(anode)).toBe(chamber);
  });
});

import { expect, test } from "vitest";
import {
  describeTiming,
  describeVvDelay,
  nameStretch,
  spellVeinsIn,
  writeDelays,
  writeEstimate,
  writeRanks,
} from "./plan-words.ts";
import { createSamplePlan } from "./sample-plan.fixture.ts";

const plan = createSamplePlan();
const best = plan.sites[0]!;

test("delays are said by who comes first; pulses that are not delivered are named", () => {
  expect(describeVvDelay(0)).toBe("LV and RV together");
  expect(describeVvDelay(-30)).toBe("RV 30 ms before LV");
  expect(describeTiming(best.settings)).toBe("AV 120 ms, LV 20 ms before RV");
  expect(describeTiming({ ...best.settings, avDelay_ms: undefined, rvPulse: "not delivered" })).toBe(
    "LV 20 ms before RV; RV pulse not delivered",
  );
});

test("a stretch is named by vein, depths and wall", () => {
  expect(nameStretch(best)).toBe("Left marginal vein 62 to 71 mm, mid lateral");
});

test("estimates keep their decimals, so that columns of them can be read", () => {
  expect(writeEstimate({ value: 1, low: 0.7, high: 1.36 }, 1)).toBe("1.0 (0.7 to 1.4)");
  expect(writeEstimate({ value: -0.04, low: -3.2, high: Number.NaN }, 0)).toBe("0 (−3 to –)");
});

test("an interval whose ends read alike is left out", () => {
  expect(writeEstimate({ value: 158, low: 157.8, high: 158.3 })).toBe("158");
});

test("ranks are whole and hold their interval", () => {
  expect(writeRanks([4, 8.1])).toBe("4 to 9");
  expect(writeRanks([2, 2])).toBe("2");
});

test("delays in tables carry the sign of who comes first", () => {
  expect(writeDelays(best.settings)).toBe("AV 120, VV +20");
  expect(writeDelays({ ...best.settings, avDelay_ms: undefined, vvDelay_ms: -30 })).toBe("VV −30");
});

test("identifiers of veins in a sentence are spelled out, other words stay", () => {
  expect(spellVeinsIn("66.7 mm into middleCardiacVein the lumen is narrow")).toBe(
    "66.7 mm into middle cardiac vein the lumen is narrow",
  );
  expect(spellVeinsIn("behind the Vein in vein 7")).toBe("behind the Vein in vein 7");
});

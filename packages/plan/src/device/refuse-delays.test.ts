import { NOMINAL_CRT_SETTINGS } from "@tributary/model/generator";
import { describe, expect, test } from "vitest";
import { refuseDelays } from "./refuse-delays.ts";

const INPUT = { lead: { electrodeCount: 4 }, rvLead: "ring", heartRate_perMin: 72 } as const;
const CONDUCTED = { intrinsicStart_ms: 150, rvSense_ms: 179 };
const BLOCKED = { intrinsicStart_ms: undefined, rvSense_ms: undefined };

function refuse(
  avDelays_ms: readonly (number | undefined)[],
  changes: object = {},
  rhythm: typeof CONDUCTED | typeof BLOCKED = CONDUCTED,
) {
  const grid = { avDelays_ms, vvDelays_ms: [-80, 0, 80] };
  return refuseDelays(rhythm, grid, { ...INPUT, ...changes });
}

describe("delays that a generator cannot deliver", () => {
  test("an AV delay longer than conduction: the sense inhibits both pulses, whatever the VV delay", () => {
    const why = "the conducted beat is sensed 179 ms after the atrium and inhibits both pulses";
    expect(refuse([120, 180])).toEqual([undefined, undefined, undefined, why, why, why]);
  });

  test("one that ends just before conduction leaves too little", () => {
    expect(refuse([160])[1]).toMatch(/^less than 30 ms are left to the conducted beat/);
    expect(refuse([140])[1]).toBeUndefined();
  });

  test("an interlock: with a PVARP of 400 ms the upper interval of 462 ms is shorter than TARP", () => {
    const base = { ...NOMINAL_CRT_SETTINGS, pvarp_ms: 400 };
    expect(refuse([60, 80], { base })).toEqual([
      ...[undefined, undefined, undefined],
      ...Array(3).fill("the programmer refuses it: interval of the upper rate 462 ms, TARP (SAV + PVARP) 480 ms"),
    ]);
  });

  test("a value that the programmer does not have", () => {
    expect(refuse([20])[0]).toMatch(/^the programmer refuses it: allowed: 70 to 300 ms/);
  });

  test("the protection period: at 125 a minute one of 500 ms withholds left pulses", () => {
    const base = { ...NOMINAL_CRT_SETTINGS, lvProtectionPeriod_ms: 500 };
    expect(refuse([100], { base, heartRate_perMin: 125 }, { intrinsicStart_ms: 150, rvSense_ms: 200 })[1]).toMatch(
      /^the protection period of 500 ms withholds \d+ of \d+ left pulses$/,
    );
  });

  test("with AV block every pair of delays is delivered", () => {
    expect(refuse([undefined], {}, BLOCKED)).toEqual([undefined, undefined, undefined]);
    expect(refuse([undefined], { rvLead: "coil", lead: { electrodeCount: 2 } }, BLOCKED)).toEqual([
      ...[undefined, undefined, undefined],
    ]);
  });
});

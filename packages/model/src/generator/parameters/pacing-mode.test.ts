import { describe, expect, test } from "vitest";
import { PERMANENT_MODES, parsePacingMode, TEMPORARY_MODES } from "./pacing-mode.ts";

describe("NBG code", () => {
  test("every mode of the PACEMAKER specification is read, positions IV and V are O where left out", () => {
    for (const mode of [...PERMANENT_MODES, ...TEMPORARY_MODES]) {
      expect(parsePacingMode(mode).code.startsWith(mode)).toBe(true);
      expect(parsePacingMode(mode).multisite).toBe("O");
    }
  });

  test.each([
    ["DDDRV", { paced: "D", sensed: "D", response: "D", isRateModulated: true, multisite: "V" }],
    ["VVIRV", { paced: "V", sensed: "V", response: "I", isRateModulated: true, multisite: "V" }],
    ["AAI", { paced: "A", sensed: "A", response: "I", isRateModulated: false, multisite: "O" }],
    ["Off", { paced: "O", sensed: "O", response: "O", isRateModulated: false }],
  ])("%s", (text, expected) => {
    expect(parsePacingMode(text)).toMatchObject(expected);
  });

  test.each(["V00", "DD", "DDDX", "ADI", "AAIOV", "DDDRVV", ""])("%j is no mode of the generator", (text) => {
    expect(() => parsePacingMode(text)).toThrow(expect.objectContaining({ code: "unknown-mode" }));
  });

  test("a zero is told from the letter O", () => {
    expect(() => parsePacingMode("V00")).toThrow(/letter O/);
  });
});

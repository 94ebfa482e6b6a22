import { describe, expect, test } from "vitest";
import { PACEMAKER_SETTINGS } from "./pacemaker-2007.ts";
import { describeRule, findNumberFault, listNumbers, type NumberRule, type SettingRule } from "./setting-rule.ts";

const TABLE: Readonly<Record<string, SettingRule>> = PACEMAKER_SETTINGS;

function numberRule(name: string): NumberRule {
  const rule = TABLE[name]!;
  if (rule.kind !== "number") throw new Error(`${name} is no number`);
  return rule;
}

// PACEMAKER System Specification, 3 January 2007: values, number of them, nominal, tolerance.
describe("the PACEMAKER 2007 parameter table", () => {
  test.each([
    ["lowerRateLimit_ppm", "30 to 50 ppm by 5, 50 to 90 ppm by 1, 90 to 175 ppm by 5", 62, 60, "±8 ms"],
    ["upperRateLimit_ppm", "50 to 175 ppm by 5", 26, 120, "±8 ms"],
    ["maximumSensorRate_ppm", "50 to 175 ppm by 5", 26, 120, "±4 ms"],
    ["fixedAvDelay_ms", "70 to 300 ms by 10", 24, 150, "±8 ms"],
    ["minimumDynamicAvDelay_ms", "30 to 100 ms by 10", 8, 50, ""],
    ["sensedAvDelayOffset_ms", "off, -100 to -10 ms by 10", 10, "off", "±1 ms"],
    ["atrialAmplitude_V", "off, 0.5 to 3.2 V by 0.1, 3.5 to 7 V by 0.5", 36, 3.5, "±12 %"],
    ["ventricularAmplitude_V", "off, 0.5 to 3.2 V by 0.1, 3.5 to 7 V by 0.5", 36, 3.5, "±12 %"],
    ["atrialUnregulatedAmplitude_V", "off, 1.25 to 5 V by 1.25", 4, 3.75, ""],
    ["ventricularUnregulatedAmplitude_V", "off, 1.25 to 5 V by 1.25", 4, 3.75, ""],
    ["atrialPulseWidth_ms", "0.05 ms, 0.1 to 1.9 ms by 0.1", 20, 0.4, "±0.2 ms"],
    ["ventricularPulseWidth_ms", "0.05 ms, 0.1 to 1.9 ms by 0.1", 20, 0.4, "±0.2 ms"],
    ["atrialSensitivity_mV", "0.25 to 0.75 mV by 0.25, 1 to 10 mV by 0.5", 22, 0.75, "±20 %"],
    ["ventricularSensitivity_mV", "0.25 to 0.75 mV by 0.25, 1 to 10 mV by 0.5", 22, 2.5, "±20 %"],
    ["ventricularRefractory_ms", "150 to 500 ms by 10", 36, 320, "±8 ms"],
    ["atrialRefractory_ms", "150 to 500 ms by 10", 36, 250, "±8 ms"],
    ["pvarp_ms", "150 to 500 ms by 10", 36, 250, "±8 ms"],
    ["pvarpExtension_ms", "off, 50 to 400 ms by 50", 8, "off", "±8 ms"],
    ["hysteresisRateLimit_ppm", "off, 30 to 50 ppm by 5, 50 to 90 ppm by 1, 90 to 175 ppm by 5", 62, "off", "±8 ms"],
    ["rateSmoothing_percent", "off, 3 to 21 % by 3, 25 %", 8, "off", "±1 %"],
    ["atrDuration_cycles", "10, 20 to 80 by 20, 100 to 2000 by 100", 25, 20, "±1 cycle"],
    ["atrFallbackTime_min", "1 to 5 min by 1", 5, 1, "±1 cycle"],
    ["ventricularBlanking_ms", "30 to 60 ms by 10", 4, 40, ""],
    ["reactionTime_s", "10 to 50 s by 10", 5, 30, "±3 s"],
    ["responseFactor", "1 to 16 by 1", 16, 8, ""],
    ["recoveryTime_min", "2 to 16 min by 1", 15, 5, "±30 s"],
  ])("%s: %s", (name, words, count, nominal, tolerance) => {
    const rule = numberRule(name);
    expect(describeRule(rule)).toBe(words);
    expect(listNumbers(rule).length).toBe(count);
    expect(rule.nominal).toBe(nominal);
    expect(rule.tolerance).toBe(tolerance);
  });

  test.each([
    ["dynamicAvDelay", ["off", "on"], "off"],
    ["atrMode", ["off", "on"], "off"],
    ["activityThreshold", ["very low", "low", "medium low", "medium", "medium high", "high", "very high"], "medium"],
  ])("%s is one of %j", (name, choices, nominal) => {
    expect(TABLE[name]).toMatchObject({ kind: "choice", choices, nominal });
  });

  test.each([
    ["upperRateLimit_ppm", 50, undefined],
    ["lowerRateLimit_ppm", 30, undefined],
    ["lowerRateLimit_ppm", 47, "off-increment"],
    ["lowerRateLimit_ppm", 91, "off-increment"],
    ["lowerRateLimit_ppm", 180, "out-of-range"],
    ["atrialSensitivity_mV", 0.7, "off-increment"],
    ["atrialAmplitude_V", 3.3, "off-increment"],
    ["atrialAmplitude_V", 0.3, "out-of-range"],
    ["rateSmoothing_percent", 24, "off-increment"],
    ["pvarp_ms", Number.NaN, "out-of-range"],
  ])("%s of %d is %s", (name, value, fault) => {
    expect(findNumberFault(numberRule(name), value)).toBe(fault);
  });

  test("every listed value may be programmed", () => {
    for (const rule of Object.values(TABLE)) {
      if (rule.kind === "number")
        for (const value of listNumbers(rule)) expect(findNumberFault(rule, value)).toBeUndefined();
    }
  });
});

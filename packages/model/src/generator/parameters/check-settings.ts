import { suggestNames } from "../../errors/suggest-names.ts";
import { TributaryError } from "../../errors/tributary-error.ts";
import { GENERATOR_SETTINGS, type GeneratorSettings, type SettingName } from "./generator-settings.ts";
import { parsePacingMode } from "./pacing-mode.ts";
import { describeRule, findNumberFault, type SettingRule } from "./setting-rule.ts";

const FREE_NAMES: readonly string[] = ["mode", "lvVector", "lvSecondVector", "tachycardia"];

/**
 * Checks each value of a change by itself: known name, in range, on the increment.
 *
 * @throws TributaryError "unknown-setting", "unknown-mode", "setting-out-of-range", "setting-off-increment",
 *   "setting-not-a-choice"
 */
export function checkSettings(change: Partial<GeneratorSettings>): void {
  for (const [name, value] of Object.entries(change)) {
    if (name === "mode") parsePacingMode(String(value));
    else if (!FREE_NAMES.includes(name)) checkSetting(name, value);
  }
}

function checkSetting(name: string, value: unknown): void {
  const rule: SettingRule | undefined = GENERATOR_SETTINGS[name as SettingName];
  if (!rule) throw unknownSetting(name);
  if (rule.kind === "choice") {
    if (!rule.choices.includes(value as string)) throw badValue({ code: "setting-not-a-choice", name, value, rule });
    return;
  }
  if (value === "off" && rule.mayBeOff) return;
  if (typeof value !== "number") throw badValue({ code: "setting-out-of-range", name, value, rule });
  const fault = findNumberFault(rule, value);
  if (fault === "out-of-range") throw badValue({ code: "setting-out-of-range", name, value, rule });
  if (fault === "off-increment") throw badValue({ code: "setting-off-increment", name, value, rule });
}

interface BadValue {
  readonly code: string;
  readonly name: string;
  readonly value: unknown;
  readonly rule: SettingRule;
}

function badValue(bad: BadValue): TributaryError {
  const { name, value, rule } = bad;
  return new TributaryError({
    code: bad.code,
    what: `${name} cannot be programmed to ${JSON.stringify(value)}.`,
    where: `setting ${name}`,
    why: `allowed: ${describeRule(rule)}`,
    fix: "Choose an allowed value; nothing was programmed.",
  });
}

function unknownSetting(name: string): TributaryError {
  const near = suggestNames(name, [...FREE_NAMES, ...Object.keys(GENERATOR_SETTINGS)]);
  return new TributaryError({
    code: "unknown-setting",
    what: `The generator has no setting "${name}".`,
    where: `setting ${name}`,
    why: "names are those of the parameter table, with their units",
    fix: near.length > 0 ? `Did you mean ${near.join(" or ")}?` : "Look the name up in the parameter table.",
  });
}

import { GENERATOR_SETTINGS, type GeneratorSettings, programmedOutput_V } from "@tributary/model/generator";
import type { CaseProgram } from "@tributary/plan";

function value(amount: number | string | undefined, unit: string): string {
  if (amount === undefined) return "none";
  return typeof amount === "number" ? `${amount} ${unit}` : amount;
}

function output(amplitude_V: number | "off", pulseWidth_ms: number): string {
  return amplitude_V === "off" ? "off" : `${amplitude_V} V at ${pulseWidth_ms} ms`;
}

/** What is programmed, as a programmer's first screen shows it. */
export function listProgram({ system, settings, vector }: CaseProgram): [string, string][] {
  const offset_ms = settings.sensedAvDelayOffset_ms === "off" ? 0 : settings.sensedAvDelayOffset_ms;
  const expected = vector ? `; expected threshold ${vector.threshold_V.toFixed(1)} V` : "";
  return [
    ["generator", system.device.name],
    ["mode", settings.mode],
    ["lower, upper rate", `${settings.lowerRateLimit_ppm}, ${settings.upperRateLimit_ppm} /min`],
    ["AV delay paced, sensed", `${settings.fixedAvDelay_ms}, ${settings.fixedAvDelay_ms + offset_ms} ms`],
    ["ventricular pacing", `${settings.ventricularPacing}, VV ${settings.vvDelay_ms} ms (above 0: left first)`],
    ["left vector", `${value(settings.lvVector, "")}${expected}`],
    ["PVARP, VRP", `${settings.pvarp_ms}, ${settings.ventricularRefractory_ms} ms`],
    ["LV protection period", value(settings.lvProtectionPeriod_ms, "ms")],
    ["output A", output(programmedOutput_V(settings, "atrial"), settings.atrialPulseWidth_ms)],
    ["output RV", output(programmedOutput_V(settings, "ventricular"), settings.ventricularPulseWidth_ms)],
    ["output LV", output(settings.leftVentricularAmplitude_V, settings.leftVentricularPulseWidth_ms)],
    ["tachycardia zones", describeZones(settings)],
    ...listChanged(settings),
  ];
}

function describeZones({ tachycardia }: GeneratorSettings): string {
  return tachycardia
    ? tachycardia.zones.map(({ name, rate_bpm }) => `${name} from ${rate_bpm} /min`).join(", ")
    : "none";
}

const SHOWN: readonly string[] = [
  ...["lowerRateLimit_ppm", "upperRateLimit_ppm", "fixedAvDelay_ms", "sensedAvDelayOffset_ms", "ventricularPacing"],
  ...["vvDelay_ms", "pvarp_ms", "ventricularRefractory_ms", "lvProtectionPeriod_ms", "atrialAmplitude_V"],
  ...["ventricularAmplitude_V", "leftVentricularAmplitude_V", "atrialPulseWidth_ms", "ventricularPulseWidth_ms"],
  "leftVentricularPulseWidth_ms",
];

/** Whatever else is not as it leaves the factory. */
function listChanged(settings: GeneratorSettings): [string, string][] {
  return Object.entries(GENERATOR_SETTINGS)
    .filter(
      ([name, { nominal }]) => !SHOWN.includes(name) && settings[name as keyof typeof GENERATOR_SETTINGS] !== nominal,
    )
    .map(([name, rule]) => {
      const amount = settings[name as keyof typeof GENERATOR_SETTINGS];
      return [name, value(amount, "unit" in rule && rule.unit !== "1" ? rule.unit : "").trim()];
    });
}

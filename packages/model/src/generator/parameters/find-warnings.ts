import { estimateLongevity_years, type PacingOutput } from "../../capture/longevity.ts";
import { programmedOutput_V } from "../heart/heart-timing.ts";
import { hasLead, type ImplantedSystem } from "../system/implanted-system.ts";
import type { Conflict } from "./find-conflicts.ts";
import type { GeneratorSettings } from "./generator-settings.ts";

/** An output from here on, with a battery that lasts no longer than this, is asked about; assumed. */
const HIGH_OUTPUT_V = 4;
const SHORT_LONGEVITY_years = 6;
/** The upper rate should stay this far below the slowest therapy zone; assumed. */
const ZONE_DISTANCE_bpm = 10;
/** Impedance that longevity is estimated with before it is measured; assumed. */
const ASSUMED_IMPEDANCE_ohm = 500;
/** The shortest VA interval; the AV delay gives way to it. Assumed. */
const SHORTEST_VA_ms = 150;

function warn(id: string, why: string, settings: readonly string[]): Conflict {
  return { id, level: "warn", why, settings };
}

/** What may be programmed but wants a confirmation, which is logged. */
export function findWarnings(settings: GeneratorSettings, system: ImplantedSystem): Conflict[] {
  return [
    ...warnOfProtection(settings),
    ...warnOfLeftOff(settings, system),
    ...warnOfLongevity(settings),
    ...warnOfSafetyPace(settings),
    ...warnOfZone(settings),
    ...warnOfShortVa(settings),
  ];
}

function warnOfProtection(settings: GeneratorSettings): Conflict[] {
  const uri_ms = 60_000 / settings.upperRateLimit_ppm;
  const { lvProtectionPeriod_ms, ventricularPacing } = settings;
  if (ventricularPacing === "RV" || lvProtectionPeriod_ms === "off" || uri_ms >= lvProtectionPeriod_ms) return [];
  const why = `above ${(60_000 / lvProtectionPeriod_ms).toFixed(0)} ppm the left ventricle is not paced (LVPP)`;
  return [warn("upper-interval-below-lv-protection", why, ["upperRateLimit_ppm", "lvProtectionPeriod_ms"])];
}

function warnOfLeftOff(settings: GeneratorSettings, system: ImplantedSystem): Conflict[] {
  const isOff = settings.ventricularPacing === "RV" || settings.leftVentricularAmplitude_V === "off";
  if (!hasLead(system, "LV") || !isOff) return [];
  return [warn("left-ventricle-off", "no resynchronization", ["ventricularPacing", "leftVentricularAmplitude_V"])];
}

/** Sizes of the outputs in force, each paced in every beat. */
function listOutputs(settings: GeneratorSettings): PacingOutput[] {
  const always = { impedance_ohm: ASSUMED_IMPEDANCE_ohm, pacedFraction: 1 };
  const right_V = programmedOutput_V(settings, "ventricular");
  const right: PacingOutput[] =
    right_V === "off" || settings.ventricularPacing === "LV"
      ? []
      : [{ ...always, amplitude_V: right_V, pulseWidth_ms: settings.ventricularPulseWidth_ms }];
  const left_V = settings.leftVentricularAmplitude_V;
  const left: PacingOutput[] =
    left_V === "off" || settings.ventricularPacing === "RV"
      ? []
      : [{ ...always, amplitude_V: left_V, pulseWidth_ms: settings.leftVentricularPulseWidth_ms }];
  return [...right, ...left];
}

function warnOfLongevity(settings: GeneratorSettings): Conflict[] {
  const outputs = listOutputs(settings);
  const years = estimateLongevity_years(outputs, Math.max(60, settings.lowerRateLimit_ppm));
  if (years > SHORT_LONGEVITY_years || !outputs.some(({ amplitude_V }) => amplitude_V >= HIGH_OUTPUT_V)) return [];
  const why = `the battery is estimated to last ${years.toFixed(1)} years at these outputs`;
  return [warn("high-output-short-longevity", why, ["ventricularAmplitude_V", "leftVentricularAmplitude_V"])];
}

function warnOfSafetyPace({ safetyAvDelay_ms, fixedAvDelay_ms, mode }: GeneratorSettings): Conflict[] {
  if (!mode.startsWith("D") || safetyAvDelay_ms === "off" || safetyAvDelay_ms <= fixedAvDelay_ms) return [];
  const why = `safety AV delay ${safetyAvDelay_ms} ms, AV delay ${fixedAvDelay_ms} ms: a safety pace comes at the AV delay`;
  return [warn("safety-delay-above-av-delay", why, ["safetyAvDelay_ms", "fixedAvDelay_ms"])];
}

function warnOfZone({ tachycardia, upperRateLimit_ppm }: GeneratorSettings): Conflict[] {
  const slowest = tachycardia?.zones.find(({ therapies }) => therapies.length > 0);
  if (!slowest || upperRateLimit_ppm + ZONE_DISTANCE_bpm <= slowest.rate_bpm) return [];
  const why = `upper rate ${upperRateLimit_ppm} ppm, therapy from ${slowest.rate_bpm} bpm`;
  return [warn("upper-rate-near-therapy-zone", why, ["upperRateLimit_ppm", "tachycardia"])];
}

function warnOfShortVa({ mode, lowerRateLimit_ppm, fixedAvDelay_ms }: GeneratorSettings): Conflict[] {
  const va_ms = 60_000 / lowerRateLimit_ppm - fixedAvDelay_ms;
  if (!mode.startsWith("D") || va_ms >= SHORTEST_VA_ms) return [];
  const why = `VA interval ${va_ms.toFixed(0)} ms at the lower rate: the AV delay is shortened to keep ${SHORTEST_VA_ms} ms`;
  return [warn("va-interval-short", why, ["lowerRateLimit_ppm", "fixedAvDelay_ms"])];
}

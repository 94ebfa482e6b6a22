import type { GeneratorSettings } from "../parameters/generator-settings.ts";
import { hasChamber, parsePacingMode } from "../parameters/pacing-mode.ts";

/** What the properties compare with, worked out from the settings alone. */
export interface MonitoredLimits {
  readonly settings: GeneratorSettings;
  readonly pacesAtrium: boolean;
  readonly pacesVentricle: boolean;
  readonly sensesAtrium: boolean;
  readonly sensesVentricle: boolean;
  readonly heedsSenses: boolean;
  readonly tracks: boolean;
  readonly isDual: boolean;
  readonly hasSensor: boolean;
  readonly lri_us: number;
  readonly uri_us: number;
  readonly sensorInterval_us: number;
  /** Longest escape after a sense. */
  readonly hysteresis_us: number;
  readonly vrp_us: number;
  readonly pvarp_us: number;
  readonly pvarpExtension_us: number;
  readonly pmtPvarp_us: number;
  readonly arp_us: number;
  readonly longestAv_us: number;
  /** By how much a search for conduction lengthens the AV delay. */
  readonly searchExtension_us: number;
  readonly noiseWindow_us: number;
}

/** The markers of times are exact; this is what the specification allows an escape interval. */
export const RATE_TOLERANCE_us = 8_000;
/** Magnet and emergency rates of the PACEMAKER System Specification, 2007. */
export const MAGNET_INTERVAL_us = 600_000;
export const EMERGENCY_INTERVAL_us = 923_077;
export const EMERGENCY_REFRACTORY_us = 320_000;

const SEARCHING: readonly string[] = ["search", "intrinsic-offset", "lv-fusion"];

function intervalOf(rate_ppm: number): number {
  return Math.round(60_000_000 / rate_ppm);
}

export function deriveLimits(settings: GeneratorSettings): MonitoredLimits {
  const { paced, sensed, response, isRateModulated } = parsePacingMode(settings.mode);
  const pacesAtrium = hasChamber(paced, "A");
  const pacesVentricle = hasChamber(paced, "V");
  const sensesAtrium = hasChamber(sensed, "A");
  const lri_us = intervalOf(settings.lowerRateLimit_ppm);
  const mayHysterese = ["AAI", "VVI", "DDD"].includes(`${paced}${sensed}${response}`);
  const hysteresisRate_ppm = settings.hysteresisRateLimit_ppm;
  const search_ms = SEARCHING.includes(settings.avAlgorithm) ? settings.avSearchDelay_ms : 0;
  return {
    settings,
    pacesAtrium,
    pacesVentricle,
    sensesAtrium,
    sensesVentricle: hasChamber(sensed, "V"),
    heedsSenses: response !== "O",
    tracks: response === "D" && pacesVentricle && sensesAtrium,
    isDual: pacesVentricle && (pacesAtrium || sensesAtrium),
    hasSensor: isRateModulated,
    lri_us,
    uri_us: intervalOf(settings.upperRateLimit_ppm),
    sensorInterval_us: intervalOf(settings.maximumSensorRate_ppm),
    hysteresis_us: mayHysterese && hysteresisRate_ppm !== "off" ? intervalOf(hysteresisRate_ppm) : lri_us,
    vrp_us: 1000 * settings.ventricularRefractory_ms,
    pvarp_us: 1000 * settings.pvarp_ms,
    pvarpExtension_us: settings.pvarpExtension_ms === "off" ? 0 : 1000 * settings.pvarpExtension_ms,
    pmtPvarp_us: 1000 * settings.pmtPvarp_ms,
    arp_us: 1000 * settings.atrialRefractory_ms,
    longestAv_us: 1000 * Math.max(settings.fixedAvDelay_ms, search_ms),
    searchExtension_us: 1000 * Math.max(0, search_ms - settings.fixedAvDelay_ms),
    noiseWindow_us: 1000 * settings.noiseWindow_ms,
  };
}

import { hasLead, type ImplantedSystem, listSystemVectors } from "../system/implanted-system.ts";
import type { GeneratorSettings } from "./generator-settings.ts";
import { hasChamber, parsePacingMode } from "./pacing-mode.ts";

/** Settings that contradict each other. "forbid": nothing is programmed; "warn": it needs a confirmation. */
export interface Conflict {
  readonly id: string;
  readonly level: "forbid" | "warn";
  /** With the numbers involved. */
  readonly why: string;
  readonly settings: readonly string[];
}

/** A sensed AV delay is at least this; assumed. */
const SHORTEST_SENSED_AV_ms = 30;

/** What an interlock looks at. */
interface Looked {
  readonly settings: GeneratorSettings;
  readonly system: ImplantedSystem;
  readonly uri_ms: number;
  readonly sav_ms: number;
  readonly pacesAtrium: boolean;
  readonly pacesVentricle: boolean;
  readonly tracks: boolean;
  readonly isRateModulated: boolean;
}

type Interlock = (looked: Looked) => Conflict | undefined;

/**
 * Every conflict of a whole set of settings that must not be programmed.
 *
 * @param settings  each value already checked by `checkSettings`
 */
export function findForbidden(settings: GeneratorSettings, system: ImplantedSystem): Conflict[] {
  const looked = lookAt(settings, system);
  return FORBIDDEN.flatMap((interlock) => interlock(looked) ?? []);
}

function lookAt(settings: GeneratorSettings, system: ImplantedSystem): Looked {
  const { paced, sensed, response, isRateModulated } = parsePacingMode(settings.mode);
  const pacesVentricle = hasChamber(paced, "V");
  const offset_ms = settings.sensedAvDelayOffset_ms === "off" ? 0 : settings.sensedAvDelayOffset_ms;
  return {
    settings,
    system,
    uri_ms: 60_000 / settings.upperRateLimit_ppm,
    sav_ms: settings.fixedAvDelay_ms + offset_ms,
    pacesAtrium: hasChamber(paced, "A"),
    pacesVentricle,
    tracks: response === "D" && pacesVentricle && hasChamber(sensed, "A"),
    isRateModulated,
  };
}

function forbid(id: string, why: string, settings: readonly string[]): Conflict {
  return { id, level: "forbid", why, settings };
}

const FORBIDDEN: readonly Interlock[] = [
  forbidShortTrackingInterval,
  forbidCrossedRates,
  forbidLowSensorRate,
  forbidHighHysteresis,
  forbidLongRefractory,
  forbidShortSensedAv,
  forbidMissingLeads,
  forbidForeignVector,
  forbidTrackingIntoZone,
  forbidTherapyWithoutPacing,
];

function forbidShortTrackingInterval({ settings, tracks, uri_ms, sav_ms }: Looked): Conflict | undefined {
  const tarp_ms = sav_ms + settings.pvarp_ms;
  if (!tracks || uri_ms >= tarp_ms) return undefined;
  const why = `interval of the upper rate ${uri_ms.toFixed(0)} ms, TARP (SAV + PVARP) ${tarp_ms} ms`;
  return forbid("upper-interval-below-tarp", why, ["upperRateLimit_ppm", "fixedAvDelay_ms", "pvarp_ms"]);
}

function forbidCrossedRates({ settings }: Looked): Conflict | undefined {
  const { lowerRateLimit_ppm, upperRateLimit_ppm } = settings;
  if (lowerRateLimit_ppm < upperRateLimit_ppm) return undefined;
  const why = `lower rate ${lowerRateLimit_ppm}, upper rate ${upperRateLimit_ppm} ppm`;
  return forbid("lower-rate-not-below-upper", why, ["lowerRateLimit_ppm", "upperRateLimit_ppm"]);
}

function forbidLowSensorRate({ settings, isRateModulated }: Looked): Conflict | undefined {
  const { lowerRateLimit_ppm, maximumSensorRate_ppm } = settings;
  if (!isRateModulated || maximumSensorRate_ppm >= lowerRateLimit_ppm) return undefined;
  const why = `sensor rate up to ${maximumSensorRate_ppm}, lower rate ${lowerRateLimit_ppm} ppm`;
  return forbid("sensor-rate-below-lower", why, ["maximumSensorRate_ppm", "lowerRateLimit_ppm"]);
}

function forbidHighHysteresis({ settings }: Looked): Conflict | undefined {
  const { hysteresisRateLimit_ppm, lowerRateLimit_ppm } = settings;
  if (hysteresisRateLimit_ppm === "off" || hysteresisRateLimit_ppm < lowerRateLimit_ppm) return undefined;
  const why = `hysteresis rate ${hysteresisRateLimit_ppm}, lower rate ${lowerRateLimit_ppm} ppm`;
  return forbid("hysteresis-not-below-lower", why, ["hysteresisRateLimit_ppm", "lowerRateLimit_ppm"]);
}

/** A pace must never be due in refractory. */
function forbidLongRefractory({ settings, uri_ms, pacesVentricle, isRateModulated }: Looked): Conflict | undefined {
  const sensor_ms = isRateModulated ? 60_000 / settings.maximumSensorRate_ppm : Infinity;
  const shortest_ms = Math.min(uri_ms, sensor_ms);
  const refractory_ms = pacesVentricle ? settings.ventricularRefractory_ms : settings.atrialRefractory_ms;
  if (refractory_ms < shortest_ms) return undefined;
  const why = `refractory ${refractory_ms} ms, shortest pacing interval ${shortest_ms.toFixed(0)} ms`;
  return forbid("refractory-covers-interval", why, ["ventricularRefractory_ms", "atrialRefractory_ms"]);
}

function forbidShortSensedAv({ tracks, sav_ms }: Looked): Conflict | undefined {
  if (!tracks || sav_ms >= SHORTEST_SENSED_AV_ms) return undefined;
  const why = `AV delay with offset ${sav_ms} ms, at least ${SHORTEST_SENSED_AV_ms} ms`;
  return forbid("sensed-av-delay-too-short", why, ["fixedAvDelay_ms", "sensedAvDelayOffset_ms"]);
}

function forbidMissingLeads({ settings, system }: Looked): Conflict | undefined {
  const { paced, sensed } = parsePacingMode(settings.mode);
  const missing = (["A", "V"] as const)
    .filter((chamber) => hasChamber(paced, chamber) || hasChamber(sensed, chamber))
    .map((chamber) => (chamber === "A" ? "RA" : "RV"))
    .filter((place) => !hasLead(system, place));
  const needsLeft = settings.ventricularPacing !== "RV" || settings.lvSensing === "on";
  if (needsLeft && !hasLead(system, "LV")) missing.push("LV" as never);
  if (missing.length === 0) return undefined;
  return forbid("lead-missing", `no lead at ${missing.join(", ")}`, ["mode", "ventricularPacing", "lvSensing"]);
}

function forbidForeignVector({ settings, system }: Looked): Conflict | undefined {
  const names = listSystemVectors(system).map(({ name }) => name);
  const needed = settings.ventricularPacing === "RV" ? [] : [settings.lvVector];
  if (settings.multipointDelay_ms !== "off") needed.push(settings.lvSecondVector);
  const set = [settings.lvVector, settings.lvSecondVector].filter((name) => name !== undefined);
  const wrong = [...needed, ...set].filter((name) => name === undefined || !names.includes(name));
  if (wrong.length === 0) return undefined;
  const why = `${wrong[0] ?? "no vector"}; the lead has ${names.length === 0 ? "none" : names.join(", ")}`;
  return forbid("vector-not-on-lead", why, ["lvVector", "lvSecondVector"]);
}

function forbidTrackingIntoZone({ settings }: Looked): Conflict | undefined {
  const slowest = settings.tachycardia?.zones.find(({ therapies }) => therapies.length > 0);
  if (!slowest || settings.upperRateLimit_ppm < slowest.rate_bpm) return undefined;
  const why = `upper rate ${settings.upperRateLimit_ppm} ppm, therapy from ${slowest.rate_bpm} bpm`;
  return forbid("upper-rate-in-therapy-zone", why, ["upperRateLimit_ppm", "tachycardia"]);
}

/** A mode that paces nothing emits nothing, no antitachycardia pacing either; and a zone needs a ventricle to sense. */
function forbidTherapyWithoutPacing({ settings }: Looked): Conflict | undefined {
  const { paced, sensed } = parsePacingMode(settings.mode);
  const isServed = hasChamber(paced, "V") && hasChamber(sensed, "V");
  if (settings.tachycardia === undefined || isServed) return undefined;
  return forbid("therapy-without-ventricle", `mode ${settings.mode}`, ["mode", "tachycardia"]);
}

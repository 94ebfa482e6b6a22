/** What a device asks for over a life: battery, exchange, MRI, turning off, death. */
import type { SourceId } from "../figures/source-catalog.ts";
import { origin, type RuleOrigin, unconfirmed } from "../rules/clinical-rule.ts";

export interface LifeStation extends RuleOrigin {
  readonly id: string;
  readonly title: string;
  readonly act: string;
  readonly only?: "defibrillator";
}

function station(
  id: string,
  title: string,
  act: string,
  only?: "defibrillator",
  sourceId: SourceId = "practice",
): LifeStation {
  const ruleOrigin = sourceId === "practice" ? unconfirmed("practice", "(from memory)") : origin(sourceId, title, true);
  return { ...ruleOrigin, id, title, act, ...(only && { only }) };
}

const LIFE_STATIONS: readonly LifeStation[] = [
  station("remote", "remote checks", "continuous connection kept; every 90 days a planned check", undefined, "rm23"),
  station("connectionLost", "connection lost", "a process that finds and reconnects the patient", undefined, "rm23"),
  station("battery", "battery near its end", "checks every one to three months until the replacement time"),
  station(
    "exchange",
    "exchange of the generator",
    "decide again: still indicated, still wanted, with or without defibrillator, infection risk",
  ),
  station("mri", "MRI", "state of the whole system judged anew, and after every change of a lead"),
  station(
    "operation",
    "other operations and radiation",
    "device team asked beforehand; therapies off for cautery, on afterwards",
    "defibrillator",
  ),
  station(
    "deactivation",
    "turning shocks off",
    "talk early and again; a decision of the patient; order, who and when are recorded",
    "defibrillator",
  ),
  station(
    "pacingAtEnd",
    "pacing at the end of life",
    "not turned off without a talk; in dependent patients with the palliative team",
  ),
  station(
    "death",
    "death",
    "therapies off before handling; device removed before cremation; remote checks ended",
    undefined,
  ),
];

/** The stations that concern a device. */
export function listLifeStations(device: "CRT-P" | "CRT-D"): LifeStation[] {
  return LIFE_STATIONS.filter(({ only }) => only === undefined || device === "CRT-D");
}

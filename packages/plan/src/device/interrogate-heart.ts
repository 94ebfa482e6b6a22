import type { CaseLead } from "@tributary/engine";
import {
  type ImplantedSystem,
  type InterrogationSnapshot,
  impedancesOfPairs,
  interrogate,
  measureChambers,
  rhythmAtEnd,
  runImplantTests,
  runSkipping,
  type Scenario,
  type TestedSystem,
} from "@tributary/model/generator";
import { scopeOf } from "./scope-of.ts";

/** A generator that has run with a heart, and its leads. */
export interface InterrogatedHeart {
  readonly system: ImplantedSystem;
  readonly lead: CaseLead["lead"] | undefined;
  readonly tested: TestedSystem;
  readonly scenario: Scenario;
  /** Moment of the session with its zone. */
  readonly time: string;
}

const us_PER_MS = 1000;

/** Runs the scenario, tests each lead at its end, and reads all of it out. */
export function interrogateHeart({ system, lead, tested, scenario, time }: InterrogatedHeart): InterrogationSnapshot {
  const { settings } = scenario;
  const named = nameParts(system, lead);
  const round = runImplantTests(tested, { scope: scopeOf(tested, system, settings), leftOut: [], overrides: [] });
  const parts = {
    session: { time, kind: "in clinic" as const },
    system: named,
    settings,
    chambers: measureChambers(rhythmAtEnd(scenario), settings, named, impedancesOfPairs(tested, settings)),
    shockImpedance_ohm: tested.shockImpedance_ohm,
    tests: round.verdicts,
  };
  return interrogate(parts, runSkipping(scenario), us_PER_MS * scenario.duration_ms);
}

/** The generator is this program's; the left-ventricular lead has its maker and model; of the others nothing is told. */
function nameParts(system: ImplantedSystem, lead: CaseLead["lead"] | undefined): ImplantedSystem {
  const identity = lead && { manufacturer: lead.maker, model: lead.model };
  return {
    ...system,
    identity: { manufacturer: "Tributary", model: `modeled ${system.device.name}` },
    leads: system.leads.map((one) => (one.place === "LV" && identity ? { ...one, identity } : one)),
  };
}

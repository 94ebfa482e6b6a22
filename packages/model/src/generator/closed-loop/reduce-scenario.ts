import { DEFAULT_RHYTHM } from "../heart/rhythm-parameters.ts";
import { findForbidden } from "../parameters/find-conflicts.ts";
import { NOMINAL_SETTINGS } from "../parameters/generator-settings.ts";
import { connectAll, GENERATOR_DEVICES } from "../system/implanted-system.ts";
import type { Scenario } from "./scenario.ts";

const CRT_D = connectAll(GENERATOR_DEVICES["CRT-D"]);

/**
 * The simplest scenario found that still breaks: actions are left out, settings made nominal and the heart made usual, one at
 * a time, as long as what is broken stays so.
 *
 * @param isBroken  of the scenario given it must be true
 *
 * Cost: one run of the loop for each action, setting and value of the heart that differs, some times over.
 */
export function reduceScenario(scenario: Scenario, isBroken: (scenario: Scenario) => boolean): Scenario {
  let reduced = scenario;
  for (;;) {
    const simpler = listSimpler(reduced).find(isBroken);
    if (!simpler) return reduced;
    reduced = simpler;
  }
}

function listSimpler(scenario: Scenario): Scenario[] {
  const { settings, rhythm, script } = scenario;
  const lastAction_ms = script.at(-1)?.time_ms ?? 0;
  const shorter_ms = (lastAction_ms + scenario.duration_ms) / 2;
  return [
    ...script.map((_, i) => ({ ...scenario, script: script.filter((_action, other) => other !== i) })),
    ...differingNames(settings, NOMINAL_SETTINGS).map((name) => ({
      ...scenario,
      settings: { ...settings, [name]: NOMINAL_SETTINGS[name] },
    })),
    ...differingNames(rhythm, DEFAULT_RHYTHM).map((name) => ({
      ...scenario,
      rhythm: { ...rhythm, [name]: DEFAULT_RHYTHM[name] },
    })),
    ...(scenario.duration_ms - lastAction_ms > SHORTEST_TAIL_ms ? [{ ...scenario, duration_ms: shorter_ms }] : []),
  ].filter((simpler) => findForbidden(simpler.settings, CRT_D).length === 0);
}

/** After the last action a run is not cut closer than this. */
const SHORTEST_TAIL_ms = 2000;

function differingNames<T extends object>(values: T, usual: T): (keyof T)[] {
  return (Object.keys(values) as (keyof T)[]).filter((name) => values[name] !== usual[name]);
}

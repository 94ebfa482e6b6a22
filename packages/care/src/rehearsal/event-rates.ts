/** Events that a rehearsal may meet: published rates, the step they happen at, and what they lead to. */
import type { Figure } from "../figures/figure.ts";
import type { StepId } from "../procedure/step.ts";

export interface EventRate {
  readonly complication: string;
  readonly step: StepId;
  readonly rate: Figure;
}

function rate(value: number, sourceId: Figure["sourceId"], locator: string, n?: number): Figure {
  return { value, unit: "%", sourceId, locator, confirmed: true, ...(n !== undefined && { n }) };
}

export const EVENT_RATES: readonly EventRate[] = [
  { complication: "pneumothorax", step: "venousAccess", rate: rate(0.9, "vanRees2011", "trials, pneumothorax") },
  { complication: "sinusDissection", step: "csCannulation", rate: rate(0.58, "csInjury2020", "29 of 5011", 5011) },
  { complication: "sinusPerforation", step: "leadAdvance", rate: rate(0.12, "csInjury2020", "6 of 5011", 5011) },
  { complication: "perforation", step: "rvLead", rate: rate(0.32, "nisPerforation", "in hospital, CRT-D") },
  { complication: "phrenicStimulation", step: "lvTest", rate: rate(7.2, "performa2015", "any that needed action") },
  { complication: "dislodgement", step: "guideRemoval", rate: rate(1.16, "cheng2010", "before discharge") },
];

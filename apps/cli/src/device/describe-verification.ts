import type { BrokenScenario, HeartTally, Verification } from "@tributary/model/generator";
import { renderTextTable } from "../output/text-table.ts";
import { renderListItem } from "../output/wrap-text.ts";
import type { SearchedGenerator } from "./verify.ts";

export interface DescribedVerification {
  readonly seed: number;
  readonly duration_ms: number;
  readonly actionCount: number;
  readonly verification: Verification;
  readonly depth: number;
  readonly searched: readonly SearchedGenerator[];
}

const PROPERTY_WORDS: Readonly<Record<string, string>> = {
  S1: "no ventricular pace within VRP of a ventricular sense",
  S2: "no ventricular pace tracks an atrial sense in PVARP",
  S3: "from a ventricular event to a tracked pace at least the upper-rate interval",
  S4: "no escape sooner than the lower-rate interval",
  S5: "every deflection outside blanking is answered; noise brings the programmed response",
  S6: "no atrial pace in an AV interval",
  S7: "a mode switch ends once the atrium is slow",
  S8: "PVARP returns after an extension, and no two cycles in a row are extended",
  S9: "no interval longer than hysteresis allows",
  S10: "modes that pace nothing emit nothing",
  P1: "something is due to the end",
  P2: "two ventricular events are at most the lower-rate interval apart",
  P3: "from a ventricular event to the next pace at least the upper-rate interval",
  exemption: "a pace that claims an exemption has the ground for it",
  PMT: "a rule against loops ends them; without one a loop has its interval",
};

const HEART_WORDS: Readonly<Record<keyof HeartTally, string>> = {
  ventricularBeats: "ventricular beats",
  unseenAtrial: "atrial deflections that nothing answered: blanking, or a mode that does not look",
  unseenVentricular: "ventricular deflections that nothing answered",
  uncapturedAtrial: "atrial pulses without capture: threshold, or muscle refractory",
  uncapturedRight: "right-ventricular pulses without capture",
  uncapturedLeft: "left-ventricular pulses without capture",
  longestPause_ms: "longest pause, ms",
  pausesOver2s: "pauses over 2 s",
};

export function describeVerification(told: DescribedVerification): string {
  const { seed, duration_ms, actionCount, verification, depth, searched } = told;
  const { scenarioCount, eventCount, properties, heart, broken } = verification;
  return [
    `${scenarioCount} random closed loops of ${duration_ms / 1000} s, seed ${seed}, up to ${actionCount} disturbances each; ${eventCount} events`,
    "",
    renderTextTable(
      ["property", "judged:", "exempted:", "broken:", "what it says"],
      properties.map(({ property, judged, exempted, broken: count }) => [
        property,
        ...[judged, exempted, count].map(String),
        PROPERTY_WORDS[property] ?? "",
      ]),
    ),
    "",
    renderTextTable(
      ["what the heart did; none of it breaks a property", "count:"],
      (Object.keys(HEART_WORDS) as (keyof HeartTally)[]).map((name) => [HEART_WORDS[name], heart[name].toFixed(0)]),
    ),
    "",
    ...broken.flatMap((scenario) => [renderListItem(describeBroken(scenario, seed)), ""]),
    `Bounded search, ${depth} senses in a row, every 25 ms and around each end of a timer (P1, P2, P3, S1, S2, S6)`,
    "",
    renderTextTable(
      ["generator", "visited:", "merged:", "steps judged:", "broken:", "new states at each depth"],
      searched.map(describeSearch),
    ),
    "",
    ...searched.map(describeEnd),
    "",
    "Research, planning and training use; not for diagnosis or live care.",
  ].join("\n");
}

function describeBroken({ index, violation, reduced }: BrokenScenario, seed: number): string {
  const { property, time_us, what } = violation;
  return `Scenario ${index} of seed ${seed} breaks ${property} at ${time_us / 1e6} s: ${what}. Reduced to: ${JSON.stringify(reduced)}`;
}

function describeSearch({ name, exploration, stepCount, brokenCount }: SearchedGenerator): string[] {
  const { visited, merged, newAtDepth } = exploration;
  return [name, ...[visited, merged, stepCount, brokenCount].map(String), newAtDepth.join(", ")];
}

function describeEnd({ name, exploration, first }: SearchedGenerator): string {
  const { isClosed, isCutOff, newAtDepth } = exploration;
  const broken = first ? ` First broken: ${first.property}, ${first.what}.` : "";
  if (isClosed)
    return `${name}: no new state at depth ${newAtDepth.length - 1}; every reachable state was visited.${broken}`;
  const why = isCutOff
    ? "the search was cut off at its limit of states"
    : "deeper senses lead to states not yet visited";
  return `${name}: no depth without a new state up to ${newAtDepth.length - 1}; ${why}.${broken}`;
}

import { suggestNames } from "@tributary/model";
import { checkRhythm, DISTURBANCES, readAssignments } from "@tributary/model/generator";
import type { ScenarioRequest } from "@tributary/plan";
import type { OptionValues } from "../command.ts";
import { usage } from "../usage-error.ts";
import { listTexts, readPositive } from "./device-options.ts";

export const SCENARIO_OPTIONS = {
  scenario: { type: "string" },
  seconds: { type: "string" },
  hours: { type: "string" },
  heart: { type: "string", multiple: true },
} as const;

const DEFAULT_ms = 60_000;
const LONGEST_s = 86_400;
/** Ten years. */
const LONGEST_h = 87_660;

const IDS = DISTURBANCES.map(({ id }) => id);

export const SCENARIO_OPTIONS_HELP = [
  "  --seconds N, --hours N  how long (default 60 s); steady rhythm is skipped, so years take no time",
  "  --scenario NAME       what happens to heart and leads (default none):",
  ...DISTURBANCES.map(({ id, what }) => `      ${id.padEnd(25)}${what}`),
  "  --heart NAME=VALUE    changes a value of the heart: pacedTransit_ms=150",
].join("\n");

/** What the heart does, as asked for on the command line. */
export function readScenario(options: OptionValues): ScenarioRequest {
  const { scenario: id = "none", seconds, hours } = options;
  const disturbance = DISTURBANCES.find((known) => known.id === id);
  if (!disturbance) {
    const near = suggestNames(String(id), IDS);
    throw usage(
      "--scenario",
      `there is no "${id}"; ${near.length > 0 ? `did you mean ${near.join(" or ")}?` : `there are ${IDS.join(", ")}`}`,
    );
  }
  if (seconds !== undefined && hours !== undefined) throw usage("--hours", "--seconds is given too");
  const seconds_s = readPositive("--seconds", seconds, LONGEST_s);
  const hours_h = readPositive("--hours", hours, LONGEST_h);
  const duration_ms =
    seconds_s !== undefined ? 1000 * seconds_s : hours_h !== undefined ? 3_600_000 * hours_h : DEFAULT_ms;
  return { disturbance, duration_ms, change: checkRhythm(readAssignments(listTexts(options, "heart"))) };
}

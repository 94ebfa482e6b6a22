// How many years of a generator's life are computed in a second, stepped and with steady rhythm skipped.
import {
  countEvents,
  DEFAULT_RHYTHM,
  type LogBlock,
  NOMINAL_CRT_SETTINGS,
  NOMINAL_SETTINGS,
  runSkipping,
  runStepped,
  type Scenario,
} from "@tributary/model/generator";
import type { BenchRow } from "./run-activation-bench.ts";
import { measureOnce } from "./timing.ts";

const DAY_ms = 86_400_000;
const YEAR_ms = 365.25 * DAY_ms;
const STEPPED_DAYS = 2;
const SKIPPED_YEARS = 10;
const LEAST_STEPPED = 0.02;
const LEAST_SKIPPED = 200;

/** Sinus rhythm of 70 a minute with complete AV block: each beat is tracked and paced. */
function scenarioOf(settings: Scenario["settings"], duration_ms: number, sinusSpreadFraction = 0): Scenario {
  const rhythm = { ...DEFAULT_RHYTHM, sinusInterval_ms: 850, conductsAntegrade: false, sinusSpreadFraction };
  return { settings, rhythm, script: [], duration_ms };
}

/** Device-years a second of one run, after a shorter one that warms up. */
function measureRate(run: (scenario: Scenario) => LogBlock[], scenario: Scenario): { rate: number; events: number } {
  run({ ...scenario, duration_ms: scenario.duration_ms / 20 });
  let events = 0;
  const time_ms = measureOnce(() => {
    events = countEvents(run(scenario));
  });
  return { rate: scenario.duration_ms / YEAR_ms / (time_ms / 1000), events };
}

export function runGeneratorBench(): BenchRow[] {
  const steppedDual = measureRate(runStepped, scenarioOf(NOMINAL_SETTINGS, STEPPED_DAYS * DAY_ms));
  const steppedCrt = measureRate(runStepped, scenarioOf(NOMINAL_CRT_SETTINGS, STEPPED_DAYS * DAY_ms));
  const skipped = measureRate(runSkipping, scenarioOf(NOMINAL_CRT_SETTINGS, SKIPPED_YEARS * YEAR_ms));
  const unsteady = measureRate(runSkipping, scenarioOf(NOMINAL_CRT_SETTINGS, STEPPED_DAYS * DAY_ms, 0.05));
  return [
    row("dual-chamber generator stepped, full log", steppedDual.rate, LEAST_STEPPED),
    row("resynchronization generator stepped, full log", steppedCrt.rate, LEAST_STEPPED),
    row(`the same with skipping, exactly periodic rhythm (${skipped.events} events)`, skipped.rate, LEAST_SKIPPED),
    row("the same with skipping, sinus intervals spread by 5 %", unsteady.rate),
  ];
}

function row(quantity: string, rate: number, least?: number): BenchRow {
  const goal = least === undefined ? "" : `>= ${least}`;
  const pass = least === undefined ? undefined : rate >= least;
  return { quantity, unit: "device-years/s", median: rate, min: rate, max: rate, goal, pass };
}

if (import.meta.main)
  for (const { quantity, median, unit, goal } of runGeneratorBench())
    console.log(`${quantity}: ${median.toPrecision(3)} ${unit} ${goal}`);

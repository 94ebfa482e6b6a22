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

const DAY_ms = 86_400_000;
const YEAR_ms = 365.25 * DAY_ms;
const STEPPED_DAYS = 2;
const us_PER_S = 1e6;
const RUN_COUNT = 5;
/** A run is repeated until it has taken this much: shorter ones are lost in the clock's grain. */
const LEAST_RUN_us = 50_000;
const SKIPPED_YEARS = 10;
const LEAST_STEPPED = 0.02;
const LEAST_SKIPPED = 200;

/** Sinus rhythm of 70 a minute with complete AV block: each beat is tracked and paced. */
function scenarioOf(settings: Scenario["settings"], duration_ms: number, sinusSpreadFraction = 0): Scenario {
  const rhythm = { ...DEFAULT_RHYTHM, sinusInterval_ms: 850, conductsAntegrade: false, sinusSpreadFraction };
  return { settings, rhythm, script: [], duration_ms };
}

interface MeasuredRates {
  /** Device-years a second of processor time, which other programs do not take; by run, rising. */
  readonly rates: readonly number[];
  readonly events: number;
}

/** Rates of some runs, after a shorter one that warms up. */
function measureRates(run: (scenario: Scenario) => LogBlock[], scenario: Scenario): MeasuredRates {
  run({ ...scenario, duration_ms: scenario.duration_ms / 20 });
  let events = 0;
  const rates = Array.from({ length: RUN_COUNT }, () => {
    const start = process.cpuUsage();
    let [repeats, used_us] = [0, 0];
    while (used_us < LEAST_RUN_us) {
      events = countEvents(run(scenario));
      repeats++;
      const { user, system } = process.cpuUsage(start);
      used_us = user + system;
    }
    return (repeats * scenario.duration_ms) / YEAR_ms / (used_us / us_PER_S);
  });
  return { rates: rates.sort((a, b) => a - b), events };
}

export function runGeneratorBench(): BenchRow[] {
  const steppedDual = measureRates(runStepped, scenarioOf(NOMINAL_SETTINGS, STEPPED_DAYS * DAY_ms));
  const steppedCrt = measureRates(runStepped, scenarioOf(NOMINAL_CRT_SETTINGS, STEPPED_DAYS * DAY_ms));
  const skipped = measureRates(runSkipping, scenarioOf(NOMINAL_CRT_SETTINGS, SKIPPED_YEARS * YEAR_ms));
  const unsteady = measureRates(runSkipping, scenarioOf(NOMINAL_CRT_SETTINGS, STEPPED_DAYS * DAY_ms, 0.05));
  return [
    row("dual-chamber generator stepped, full log", steppedDual.rates, LEAST_STEPPED),
    row("resynchronization generator stepped, full log", steppedCrt.rates, LEAST_STEPPED),
    row(`the same with skipping, exactly periodic rhythm (${skipped.events} events)`, skipped.rates, LEAST_SKIPPED),
    row("the same with skipping, sinus intervals spread by 5 %", unsteady.rates),
  ];
}

/** The fastest run is held to the floor: other work on the machine can only slow a run, by its use of the caches. */
function row(quantity: string, rates: readonly number[], least?: number): BenchRow {
  const [min, max] = [rates[0]!, rates.at(-1)!];
  const goal = least === undefined ? "" : `>= ${least}`;
  const pass = least === undefined ? undefined : max >= least;
  return { quantity, unit: "device-years/s per core", median: rates[rates.length >> 1]!, min, max, goal, pass };
}

if (import.meta.main)
  for (const { quantity, median, unit, goal } of runGeneratorBench())
    console.log(`${quantity}: ${median.toPrecision(3)} ${unit} ${goal}`);

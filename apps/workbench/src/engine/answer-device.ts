// The test bench in the worker: one heart of the plan for each place of the lead, one run for each setting.
import { TributaryError } from "@tributary/model";
import { DISTURBANCES, listUsableVectors, runImplantTests, stepDownThreshold } from "@tributary/model/generator";
import {
  type BenchSetup,
  compareSystems,
  createDeviceBench,
  type DeviceBench,
  type DeviceRun,
  type LeadPlace,
  type PlanExplorer,
  scopeOf,
} from "@tributary/plan";
import { drawRunStrip, drawStrengthDuration, measureStrip_ms } from "@tributary/report";
import type { BenchRequest, DeviceAnswer, DeviceAnswers, DeviceQuestion, TestedLead } from "./device-messages.ts";

const STRIP_LEADS = ["II", "V1"] as const;
/** As long as a strip can be scrolled. */
const RUN_ms = 60_000;
/** Paced beats from here on: the first ones still find the rhythm before the test. */
const OUTPUT_STRIP_ms = 1500;

type Asked<Ask extends DeviceQuestion["ask"]> = Extract<DeviceQuestion, { ask: Ask }>;

export function createDeviceAnswer(explorer: PlanExplorer): (question: DeviceQuestion) => DeviceAnswer {
  let held: { readonly key: string; readonly bench: DeviceBench } | undefined;
  let ran: { readonly key: string; readonly run: DeviceRun } | undefined;

  function benchAt(place: LeadPlace): DeviceBench {
    const key = `${place.vein} ${place.tipDepth_mm} ${place.rvSite}`;
    if (held?.key !== key) held = { key, bench: createDeviceBench(placeLead(explorer, place), STRIP_LEADS) };
    return held.bench;
  }
  /** Undisturbed, unless a question says otherwise. */
  function setUp(bench: DeviceBench, { system, settings, faultSeed }: BenchRequest): BenchSetup {
    const fault = faultSeed === undefined ? undefined : bench.drawFault(system, faultSeed);
    return { system, settings, fault, disturbance: DISTURBANCES[0]!, duration_ms: RUN_ms };
  }
  function answerStrip(bench: DeviceBench, question: Asked<"strip">): DeviceAnswers["strip"] {
    const { disturbance: id, start_ms, speed_mmPerS } = question;
    const disturbance = DISTURBANCES.find((known) => known.id === id) ?? DISTURBANCES[0]!;
    const setup = { ...setUp(bench, question.bench), disturbance };
    const key = JSON.stringify([question.bench, id]);
    if (ran?.key !== key) ran = { key, run: bench.run(setup) };
    const { run } = ran;
    const { counters, intervals, tally, violations, eventCount } = run;
    return {
      picture: drawStrip(bench, setup, run, { start_ms, speed_mmPerS }),
      run: { counters, intervals, tally, violations, eventCount },
      heart: bench.describeHeart(setup),
    };
  }
  return (question) => {
    const bench = benchAt(question.bench.place);
    const setup = setUp(bench, question.bench);
    switch (question.ask) {
      case "strip":
        return answerStrip(bench, question);
      case "tests":
        return answerTests(bench, setup, question);
      case "output": {
        const run = bench.runOutputTest(setup, question.test);
        const window = { start_ms: OUTPUT_STRIP_ms, speed_mmPerS: question.speed_mmPerS };
        return { picture: drawStrip(bench, { ...setup, settings: run.scenario.settings }, run, window) };
      }
      case "stepDown":
        return { result: stepDownThreshold(findPair(bench, setup, question.tested), question.options) };
      case "diagnosis":
        return answerDiagnosis(bench, setup, question);
      case "readOut":
        return { snapshot: bench.readOut({ ...setup, duration_ms: question.duration_ms }, question.time) };
    }
  };
}

function placeLead(explorer: PlanExplorer, place: LeadPlace) {
  const heart = explorer.placeLead(place);
  if (heart) return heart;
  throw new TributaryError({
    code: "lead-not-placed",
    what: "The lead does not lie at this place.",
    where: `${place.vein}, tip ${place.tipDepth_mm} mm from the mouth`,
    why: "the plan found no placement there",
    fix: "Choose a depth that the plan offers.",
  });
}

function drawStrip(
  bench: DeviceBench,
  { settings, system }: BenchSetup,
  run: DeviceRun,
  { start_ms, speed_mmPerS }: { readonly start_ms: number; readonly speed_mmPerS: 25 | 50 },
) {
  const samples = bench.stripsOf(settings, system)(run, { start_ms, duration_ms: measureStrip_ms(speed_mmPerS) });
  return drawRunStrip(samples, speed_mmPerS, run.scenario.rhythm);
}

function answerTests(bench: DeviceBench, setup: BenchSetup, { overrides }: Asked<"tests">): DeviceAnswers["tests"] {
  const tested = bench.leads(setup);
  const scope = scopeOf(tested, setup.system, setup.settings);
  const round = runImplantTests(tested, { scope, leftOut: [], overrides });
  const { qLv_ms, leftRightDelay_ms } = tested;
  const usable = listUsableVectors(round.vectors).map(({ name }) => name);
  return { round, usable, qLv_ms, leftRightDelay_ms, curves: drawStrengthDuration(round.chambers) };
}

function findPair(bench: DeviceBench, setup: BenchSetup, { lead, vectorName }: TestedLead) {
  const { atrial, right, left } = bench.leads(setup);
  const pair = lead === "RA" ? atrial : lead === "RV" ? right : left.find(({ name }) => name === vectorName);
  if (pair) return pair;
  throw new TributaryError({
    code: "lead-not-placed",
    what: "There is no such lead to test.",
    where: vectorName ?? lead,
    why: "it is not connected, or its cathode does not lie in a vein",
    fix: "Choose another lead or vector.",
  });
}

function answerDiagnosis(
  bench: DeviceBench,
  setup: BenchSetup,
  { named }: Asked<"diagnosis">,
): DeviceAnswers["diagnosis"] {
  const { fault: truth } = setup;
  const isSameFault = named?.fault === truth?.fault;
  const isSameLead = truth?.fault === "reversed-ports" || named?.lead === truth?.lead;
  return {
    truth,
    isRight: isSameFault && isSameLead,
    findings: compareSystems(bench.leads({ ...setup, fault: undefined }), bench.leads(setup)),
  };
}

import {
  type ImplantedSystem,
  type InterrogationSnapshot,
  impedancesOfPairs,
  interrogate,
  measureChambers,
  normalizeTime,
  rhythmAtEnd,
  runSkipping,
} from "@tributary/model/generator";
import { programCase } from "@tributary/plan";
import type { CommandContext, OptionValues } from "../command.ts";
import type { CaseRun } from "../run-case.ts";
import { describeHeart } from "./describe-heart.ts";
import { PROGRAM_OPTIONS, PROGRAM_OPTIONS_HELP, readProgramOptions } from "./device-options.ts";
import { DEVICE_CASE_OPTIONS, DEVICE_CASE_OPTIONS_HELP, loadDeviceCase } from "./load-device-case.ts";
import { poseScenario, readScenario, SCENARIO_OPTIONS, SCENARIO_OPTIONS_HELP } from "./read-scenario.ts";
import { sayLocalTime } from "./say-local-time.ts";
import { testAtImplant } from "./test-at-implant.ts";

/** A day of pacing, so that counters and battery rest on more than a few beats. */
const USUAL_HOURS = "24";
const us_PER_MS = 1000;

/** Options of a case that is paced and then read out. */
export const CASE_OPTIONS = {
  ...DEVICE_CASE_OPTIONS,
  ...PROGRAM_OPTIONS,
  ...SCENARIO_OPTIONS,
  at: { type: "string" },
} as const;

export const CASE_OPTIONS_HELP = [
  "  --at TIME             moment of the session with its zone, 2026-03-09T08:00:00+01:00 (default now)",
  SCENARIO_OPTIONS_HELP.replace("default 60 s", `here default ${USUAL_HOURS} hours`),
  PROGRAM_OPTIONS_HELP,
  DEVICE_CASE_OPTIONS_HELP,
].join("\n");

/** The generator of a case after some time in a closed loop with its heart, and what was taken to have one. */
export async function interrogateCase(
  path: string | undefined,
  options: OptionValues,
  context: CommandContext,
): Promise<{ readonly snapshot: InterrogationSnapshot; readonly remarks: readonly string[] }> {
  const hasDuration = options["seconds"] !== undefined || options["hours"] !== undefined;
  const request = readScenario(hasDuration ? options : { ...options, hours: USUAL_HOURS });
  const wanted = readProgramOptions(options);
  const time = normalizeTime(options["at"] === undefined ? sayLocalTime(new Date()) : String(options["at"]));
  const { run, device, remarks } = await loadDeviceCase(
    "tributary device interrogate",
    path,
    wanted.device,
    options,
    context,
  );
  const hasAtrialFibrillation = run.conduction.atrioventricular.kind === "atrialFibrillation";
  const { settings, ...program } = programCase({ ...wanted, lead: run.lead, device, hasAtrialFibrillation });
  const heart = describeHeart(run, { settings, ...program });
  const scenario = poseScenario(request, heart, settings);
  const system = nameParts(program.system, run);
  const { tested, verdicts } = testAtImplant(run, { settings, ...program });
  const parts = {
    session: { time, kind: "in clinic" as const },
    system,
    settings,
    chambers: measureChambers(rhythmAtEnd(scenario), settings, system, impedancesOfPairs(tested, settings)),
    shockImpedance_ohm: tested.shockImpedance_ohm,
    tests: verdicts,
  };
  const snapshot = interrogate(parts, runSkipping(scenario), us_PER_MS * scenario.duration_ms);
  return { snapshot, remarks: [...heart.remarks, ...remarks] };
}

/** The generator is this program's; the left-ventricular lead has its maker and model; of the others nothing is told. */
function nameParts(system: ImplantedSystem, { lead }: CaseRun): ImplantedSystem {
  const identity = lead && { manufacturer: lead.lead.maker, model: lead.lead.model };
  return {
    ...system,
    identity: { manufacturer: "Tributary", model: `modeled ${system.device.name}` },
    leads: system.leads.map((one) => (one.place === "LV" && identity ? { ...one, identity } : one)),
  };
}

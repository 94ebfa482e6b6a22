import { specifyFindings } from "@tributary/intake";
import { type InterrogationSnapshot, normalizeTime } from "@tributary/model/generator";
import { interrogateHeart, poseScenario, programCase, testedSystemOf } from "@tributary/plan";
import type { CommandContext, OptionValues } from "../command.ts";
import { describeHeart } from "./describe-heart.ts";
import { PROGRAM_OPTIONS, PROGRAM_OPTIONS_HELP, readProgramOptions } from "./device-options.ts";
import { DEVICE_CASE_OPTIONS, DEVICE_CASE_OPTIONS_HELP, loadDeviceCase } from "./load-device-case.ts";
import { readScenario, SCENARIO_OPTIONS, SCENARIO_OPTIONS_HELP } from "./read-scenario.ts";
import { sayLocalTime } from "./say-local-time.ts";

/** A day of pacing, so that counters and battery rest on more than a few beats. */
const USUAL_HOURS = "24";
/** Of the course of the nerve, as "device test" draws it. */
const SEED = 1;

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
  const program = programCase({ ...wanted, lead: run.lead, device, hasAtrialFibrillation });
  const heart = describeHeart(run, program);
  const { qrsDuration_ms } = specifyFindings(run.loaded).findings;
  const snapshot = interrogateHeart({
    system: program.system,
    lead: run.lead?.lead,
    tested: testedSystemOf({ ...run, system: program.system, qrsDuration_ms, seed: SEED }),
    scenario: poseScenario(request, heart, program.settings),
    time,
  });
  return { snapshot, remarks: [...heart.remarks, ...remarks] };
}

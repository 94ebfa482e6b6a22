import { type CaseProgram, createStripSampler, poseScenario, programCase, runDevice } from "@tributary/plan";
import { listDeviceStrips } from "@tributary/report";
import { type Command, EXIT_CODE } from "../command.ts";
import { COMMON_OPTIONS_HELP } from "../input/input-options.ts";
import { openOutputFolder } from "../output/output-folder.ts";
import { throwIfInterrupted } from "../throw-if-interrupted.ts";
import { type DescribedRun, describeDeviceRun } from "./describe-device-run.ts";
import { describeHeart } from "./describe-heart.ts";
import { listProgram } from "./describe-program.ts";
import { PROGRAM_OPTIONS, PROGRAM_OPTIONS_HELP, readPositive, readProgramOptions } from "./device-options.ts";
import { DEVICE_CASE_OPTIONS, DEVICE_CASE_OPTIONS_HELP, loadDeviceCase } from "./load-device-case.ts";
import { readScenario, SCENARIO_OPTIONS, SCENARIO_OPTIONS_HELP } from "./read-scenario.ts";
import { writeDeviceRun } from "./write-device-run.ts";

/** Where strips begin: disturbances come at 4 s. */
const STRIP_START_s = 2;
const STRIP_LEADS = ["II", "V1"] as const;

export const runDeviceCommand: Command = {
  name: "device run",
  summary: "a programmed generator and the heart of a case in a closed loop: counts, intervals, strips",
  help: [
    "tributary device run CASE [--scenario NAME] [--seconds N | --hours N] [--set NAME=VALUE] [--out DIR]",
    "",
    'CASE as for "activate". Rate, PR interval and block are those of the case, times between the leads those of its heart;',
    "what no case tells is assumed, and listed. The generator begins nominal, with the vector of lowest expected threshold.",
    "",
    SCENARIO_OPTIONS_HELP,
    PROGRAM_OPTIONS_HELP,
    "  --out DIR             report.html with strips at 25 and 50 mm/s, each strip, log.json, events.csv",
    `  --strip-at S          where the strips begin (default ${STRIP_START_s} s)`,
    DEVICE_CASE_OPTIONS_HELP,
    COMMON_OPTIONS_HELP,
    "",
    "Example: tributary device run built-in --scenario pvc --set vvDelay_ms=20 --out out/device",
  ].join("\n"),
  mostPositionals: 1,
  options: {
    ...DEVICE_CASE_OPTIONS,
    ...PROGRAM_OPTIONS,
    ...SCENARIO_OPTIONS,
    out: { type: "string" },
    "strip-at": { type: "string" },
  },
  async run([path], options, context) {
    const request = readScenario(options);
    const wanted = readProgramOptions(options);
    const stripStart_s = readPositive("--strip-at", options["strip-at"], request.duration_ms / 1000) ?? STRIP_START_s;
    const folder = options["out"] === undefined ? undefined : openOutputFolder(String(options["out"]));
    try {
      const {
        run: caseRun,
        device,
        remarks,
      } = await loadDeviceCase("tributary device run", path, wanted.device, options, context);
      const hasAtrialFibrillation = caseRun.conduction.atrioventricular.kind === "atrialFibrillation";
      const program = programCase({ ...wanted, lead: caseRun.lead, device, hasAtrialFibrillation });
      const heart = describeHeart(caseRun, program);
      const run = runDevice(poseScenario(request, heart, program.settings));
      const told: DescribedRun = {
        title: caseRun.loaded.case.title,
        what: request.disturbance.what,
        program: listProgram(program),
        run,
        heart,
        remarks,
      };
      context.print(options["json"] ? JSON.stringify(summarize(told, program), undefined, 2) : describeDeviceRun(told));
      if (!folder) return EXIT_CODE.ok;
      context.progress.update("strips", 1);
      const sample = createStripSampler({ ...caseRun, cathode: program.vector?.vector.cathode, leads: STRIP_LEADS });
      const strips = listDeviceStrips(1000 * stripStart_s, request.duration_ms).map(({ speed_mmPerS, ...window }) => ({
        speed_mmPerS,
        samples: sample(run, window),
      }));
      const provenance = [`Tributary 0.1.0, tributary device run, case ${caseRun.loaded.case.id}`];
      writeDeviceRun({ ...told, programmed: told.program, strips, provenance }, folder);
      await throwIfInterrupted(context.signal);
      folder.commit();
      context.progress.clear();
      if (!options["json"]) context.print(`\nStrips and log: ${folder.path}/report.html`);
      return EXIT_CODE.ok;
    } finally {
      folder?.discard();
    }
  },
};

function summarize({ what, run, heart, remarks }: DescribedRun, { system, vector, confirmed }: CaseProgram) {
  const { scenario, eventCount, counters, intervals, tally, episodes, violations } = run;
  return {
    device: system.device.name,
    vector: vector && { name: vector.vector.name, expectedThreshold_V: vector.threshold_V },
    confirmed,
    what,
    scenario,
    eventCount,
    counters,
    intervals,
    tally,
    episodes,
    violations,
    heart: heart.origins,
    remarks: [...heart.remarks, ...remarks],
    notice: "Research, planning and training use; not for diagnosis or live care.",
  };
}

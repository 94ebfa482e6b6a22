import { specifyPlan } from "@tributary/intake";
import packageInfo from "../../package.json" with { type: "json" };
import { type Command, EXIT_CODE } from "../command.ts";
import { COMMON_OPTIONS_HELP, INPUT_OPTIONS, INPUT_OPTIONS_HELP, readInputOptions } from "../input/input-options.ts";
import { loadCase } from "../input/load-case.ts";
import { PLAN_OPTIONS, PLAN_OPTIONS_HELP, readPlanOptions } from "../input/plan-options.ts";
import { describePlan, describeProvisional } from "../output/describe-plan.ts";
import { openOutputFolder } from "../output/output-folder.ts";
import { runPlan } from "../plan/run-plan.ts";
import { formatPlan, writePlan } from "../plan/write-plan.ts";
import { throwIfInterrupted } from "../throw-if-interrupted.ts";
import { usage } from "../usage-error.ts";

export const planCommand: Command = {
  name: "plan",
  summary: "ranks the places of a left-ventricular lead in the veins, with vector, delays, reasons and how sure it is",
  help: [
    "tributary plan CASE [--out DIR] [options]",
    "",
    'CASE as for "activate".',
    "",
    "  --out DIR           writes plan.json, report.html and pictures/; all at the end or none",
    PLAN_OPTIONS_HELP,
    INPUT_OPTIONS_HELP,
    COMMON_OPTIONS_HELP,
    "",
    "Example: tributary plan built-in --out out/plan",
  ].join("\n"),
  mostPositionals: 1,
  options: { ...INPUT_OPTIONS, ...PLAN_OPTIONS, out: { type: "string" } },
  async run([path], options, context) {
    if (!path) throw usage("tributary plan", "no case is named");
    const planOptions = readPlanOptions(options);
    const input = specifyPlan(loadCase(path, readInputOptions(options)), {
      ...planOptions,
      programVersion: packageInfo.version,
    });
    const folder = options["out"] === undefined ? undefined : openOutputFolder(String(options["out"]));
    try {
      const planned = await runPlan(input, planOptions.threadCount, {
        onStage: context.progress.update,
        onProvisional: (plan) => context.progress.say(describeProvisional(plan)),
        signal: context.signal,
      });
      if (folder) writePlan(planned, folder);
      await throwIfInterrupted(context.signal);
      folder?.commit();
      context.print(options["json"] ? formatPlan(planned).trimEnd() : describePlan(planned.plan));
      if (folder && !options["json"]) context.print(`\nWritten to ${folder.path}`);
      return EXIT_CODE.ok;
    } finally {
      folder?.discard();
    }
  },
};

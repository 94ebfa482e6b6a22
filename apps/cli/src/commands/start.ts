import { specifyPlan } from "@tributary/intake";
import packageInfo from "../../package.json" with { type: "json" };
import { type Command, EXIT_CODE } from "../command.ts";
import { COMMON_OPTIONS_HELP, INPUT_OPTIONS, INPUT_OPTIONS_HELP, readInputOptions } from "../input/input-options.ts";
import { loadCase } from "../input/load-case.ts";
import { PLAN_OPTIONS, PLAN_OPTIONS_HELP, readPlanOptions } from "../input/plan-options.ts";
import { describePlan, describeProvisional } from "../output/describe-plan.ts";
import { openOutputFolder } from "../output/output-folder.ts";
import { createPageBoard, listReportFiles } from "../page/page-board.ts";
import { runPlan } from "../plan/run-plan.ts";
import { formatPlan, writePlan } from "../plan/write-plan.ts";
import { readStoreFolder, STORE_OPTION, STORE_OPTION_HELP } from "../record/store-folder.ts";
import { openBrowser } from "../server/open-browser.ts";
import { openWorkbench } from "../server/open-workbench.ts";
import { PORT_OPTION_HELP, readPort } from "../server/serve-options.ts";
import { announceServer, servePages } from "../server/serve-pages.ts";
import { throwIfInterrupted } from "../throw-if-interrupted.ts";
import { waitForAbort } from "../wait-for-abort.ts";

export const startCommand: Command = {
  name: "start",
  summary: "plans a case while a page on this computer shows how far it is, and then the report",
  help: [
    "tributary start [CASE] [--once] [--plain] [options]",
    "",
    'CASE as for "activate"; left out: the built-in patient. The workbench and the page of the plan are served to this',
    "computer only, from the first second on, until Ctrl-C. A browser is opened where there is a terminal and a display.",
    "The workbench is built when it is first served, and again after its sources changed; that takes a few seconds.",
    "",
    "  --once              ends when the report is written; serves no workbench",
    "  --plain             serves the page of the plan alone, without the workbench",
    "  --out DIR           where plan.json, report.html and pictures/ are written (default out/ and the case's id)",
    PORT_OPTION_HELP,
    STORE_OPTION_HELP,
    PLAN_OPTIONS_HELP,
    INPUT_OPTIONS_HELP,
    COMMON_OPTIONS_HELP,
    "",
    "Example: tributary start examples/real-heart/case.json",
  ].join("\n"),
  mostPositionals: 1,
  options: {
    ...INPUT_OPTIONS,
    ...PLAN_OPTIONS,
    once: { type: "boolean" },
    plain: { type: "boolean" },
    out: { type: "string" },
    port: { type: "string" },
    ...STORE_OPTION,
  },
  async run([path = "built-in"], options, context) {
    const { progress, signal, print } = context;
    const tell = options["json"] ? progress.say : print;
    const port = readPort(options);
    const planOptions = readPlanOptions(options);
    const loaded = loadCase(path, readInputOptions(options));
    const board = createPageBoard(loaded.case.title);
    const isPlain = options["once"] === true || options["plain"] === true;
    const workbench = isPlain ? undefined : await openWorkbench(progress);
    const server = await servePages(board, port, { storeFolder: readStoreFolder(options), workbench });
    try {
      tell(announceServer(server, port));
      if (!options["once"]) openBrowser(server.entranceUrl);
      const folder = openOutputFolder(String(options["out"] ?? `out/${loaded.case.id}`));
      try {
        const planned = await runPlan(
          specifyPlan(loaded, { ...planOptions, programVersion: packageInfo.version }),
          planOptions.threadCount,
          {
            onStage: (stage, fraction) => {
              progress.update(stage, fraction);
              board.showStage(stage, fraction);
            },
            onProvisional: (plan) => {
              progress.say(describeProvisional(plan));
              board.showProvisional(plan);
            },
            signal,
          },
        );
        writePlan(planned, folder);
        await throwIfInterrupted(signal);
        folder.commit();
        board.showResult(listReportFiles(planned.html, formatPlan(planned)));
        print(options["json"] ? formatPlan(planned).trimEnd() : describePlan(planned.plan));
        tell(`\nWritten to ${folder.path}`);
      } finally {
        folder.discard();
      }
      if (options["once"]) return EXIT_CODE.ok;
      tell(`The report is at ${server.url} (Ctrl-C ends it)`);
      await waitForAbort(signal);
      return EXIT_CODE.interrupted;
    } finally {
      await server.close();
    }
  },
};

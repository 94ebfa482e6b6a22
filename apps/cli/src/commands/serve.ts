import { specifyHeart } from "@tributary/intake";
import { buildActivationReport } from "@tributary/report";
import { type Command, EXIT_CODE } from "../command.ts";
import { COMMON_OPTIONS_HELP, INPUT_OPTIONS, INPUT_OPTIONS_HELP, readInputOptions } from "../input/input-options.ts";
import { loadCase } from "../input/load-case.ts";
import { createReportInput } from "../output/write-run.ts";
import { createPageBoard, listReportFiles } from "../page/page-board.ts";
import { readStoreFolder, STORE_OPTION, STORE_OPTION_HELP } from "../record/store-folder.ts";
import { runCase } from "../run-case.ts";
import { PORT_OPTION_HELP, readPort } from "../server/serve-options.ts";
import { announceServer, servePages } from "../server/serve-pages.ts";
import { usage } from "../usage-error.ts";
import { waitForAbort } from "../wait-for-abort.ts";

export const serveCommand: Command = {
  name: "serve",
  summary: "shows the activation of a case in the browser, on this computer only, without a plan",
  help: [
    "tributary serve [CASE] [--port N] [options]",
    "",
    'CASE as for "activate"; left out: the built-in patient. The report of "activate" is served until Ctrl-C and not',
    'written; for a plan see "start".',
    "",
    PORT_OPTION_HELP,
    STORE_OPTION_HELP,
    INPUT_OPTIONS_HELP,
    COMMON_OPTIONS_HELP,
    "",
    "Example: tributary serve examples/real-heart/case.json",
  ].join("\n"),
  mostPositionals: 1,
  options: { ...INPUT_OPTIONS, ...STORE_OPTION, port: { type: "string" } },
  async run([path = "built-in"], options, context) {
    const port = readPort(options);
    const loaded = loadCase(path, readInputOptions(options));
    const board = createPageBoard(loaded.case.title);
    const server = await servePages(board, port, { storeFolder: readStoreFolder(options) });
    try {
      context.print(announceServer(server, port));
      const heart = specifyHeart(loaded);
      if (heart.kind === "plainMesh") throw usage("tributary serve", "a mesh without surface labels has no report");
      const progress = {
        ...context.progress,
        update: (stage: string, fraction: number) => {
          context.progress.update(stage, fraction);
          board.showStage(stage, fraction);
        },
      };
      const run = await runCase(loaded, heart, { ...context, progress });
      board.showResult(listReportFiles(buildActivationReport(createReportInput(run)).html));
      context.print(`The report is at ${server.url} (Ctrl-C ends it)`);
      await waitForAbort(context.signal);
      return EXIT_CODE.interrupted;
    } finally {
      await server.close();
    }
  },
};

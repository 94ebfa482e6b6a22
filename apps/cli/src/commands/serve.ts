import { buildActivationReport } from "@tributary/report";
import { type Command, EXIT_CODE } from "../command.ts";
import { COMMON_OPTIONS_HELP, INPUT_OPTIONS, INPUT_OPTIONS_HELP, readInputOptions } from "../input/input-options.ts";
import { loadCase } from "../input/load-case.ts";
import { specifyHeart } from "../input/specify-heart.ts";
import { createReportInput } from "../output/write-run.ts";
import { type ServedFile, servePages } from "../page-server.ts";
import { runCase } from "../run-case.ts";
import { usage } from "../usage-error.ts";

const DEFAULT_PORT = 4317;

export const serveCommand: Command = {
  name: "serve",
  summary: "computes a case and shows its report in the browser, on this computer only",
  help: [
    "tributary serve [CASE] [--port N] [options]",
    "",
    'CASE as for "activate"; left out: the built-in patient. Ends with Ctrl-C.',
    "",
    `  --port N            port on 127.0.0.1 (default ${DEFAULT_PORT}; 0 for any free one)`,
    INPUT_OPTIONS_HELP,
    COMMON_OPTIONS_HELP,
    "",
    "Example: tributary serve examples/real-heart/case.json",
  ].join("\n"),
  mostPositionals: 1,
  options: { ...INPUT_OPTIONS, port: { type: "string" } },
  async run([path = "built-in"], options, context) {
    const port = Number(options["port"] ?? DEFAULT_PORT);
    if (!Number.isInteger(port) || port < 0 || port > 65535) throw usage("--port", `"${options["port"]}" is no port`);
    const loaded = loadCase(path, readInputOptions(options));
    const heart = specifyHeart(loaded);
    if (heart.kind === "plainMesh") throw usage("tributary serve", "a mesh without surface labels has no report");
    // The port is taken first: a port in use is told before anything is computed.
    const files = new Map<string, ServedFile>();
    const server = await servePages(files, port);
    try {
      const run = await runCase(loaded, heart, context);
      const { html } = buildActivationReport(createReportInput(run));
      files.set("/", { contentType: "text/html; charset=utf-8", content: html });
      files.set("/favicon.ico", { contentType: "image/svg+xml", content: FAVICON });
      context.print(`${loaded.case.title}\nReady at ${server.url} (Ctrl-C ends it)`);
      await waitForAbort(context.signal);
      return EXIT_CODE.ok;
    } finally {
      await server.close();
    }
  },
};

const FAVICON =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><path d="M8 14C2 9 1 6 3 4s4-1 5 1c1-2 3-3 5-1s1 5-5 10z" fill="#b3424a"/></svg>';

function waitForAbort(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener("abort", () => resolve(), { once: true });
  });
}

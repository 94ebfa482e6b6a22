import { specifyHeart } from "@tributary/intake";
import { type Command, EXIT_CODE } from "../command.ts";
import { COMMON_OPTIONS_HELP, INPUT_OPTIONS, INPUT_OPTIONS_HELP, readInputOptions } from "../input/input-options.ts";
import { loadCase } from "../input/load-case.ts";
import { blankRepeats } from "../output/blank-repeats.ts";
import { renderTextTable } from "../output/text-table.ts";
import { traceRun } from "../output/trace-run.ts";
import { runCase } from "../run-case.ts";
import { usage } from "../usage-error.ts";

export const traceCommand: Command = {
  name: "trace",
  summary: "prints what passes from each part of the model to the next: counts, ranges, units",
  help: [
    "tributary trace CASE [options]",
    "",
    'CASE as for "activate". Each line is one arrow of docs/architecture.md.',
    "",
    INPUT_OPTIONS_HELP,
    COMMON_OPTIONS_HELP,
    "",
    "Example: tributary trace built-in",
  ].join("\n"),
  mostPositionals: 1,
  options: INPUT_OPTIONS,
  async run([path], options, context) {
    if (!path) throw usage("tributary trace", "no case is named");
    const loaded = loadCase(path, readInputOptions(options));
    const heart = specifyHeart(loaded);
    if (heart.kind === "plainMesh")
      throw usage("tributary trace", "a mesh without surface labels passes no arrow but one");
    const rows = traceRun(await runCase(loaded, heart, context));
    if (options["json"]) context.print(JSON.stringify(rows, undefined, 2));
    else {
      const cells = rows.map(({ arrow, what, count, low, high, unit }) => [arrow, what, count, low, high, unit]);
      context.print(renderTextTable(["arrow", "what", "count:", "lowest:", "highest:", "unit"], blankRepeats(cells)));
    }
    return EXIT_CODE.ok;
  },
};

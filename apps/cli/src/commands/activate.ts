import { type Command, EXIT_CODE } from "../command.ts";
import { INPUT_OPTIONS, INPUT_OPTIONS_HELP, readInputOptions, usage } from "../input/input-options.ts";
import { loadCase } from "../input/load-case.ts";
import { specifyHeart } from "../input/specify-heart.ts";
import { describeRun, summarizeRun } from "../output/describe-run.ts";
import { openOutputFolder } from "../output/output-folder.ts";
import { writeRun } from "../output/write-run.ts";
import { runCase } from "../run-case.ts";
import { activatePlainMesh } from "./activate-plain-mesh.ts";

export const activateCommand: Command = {
  name: "activate",
  summary: "computes the activation of a heart: intrinsic, and paced from each lead",
  help: [
    "tributary activate CASE [--out DIR] [options]",
    "",
    "CASE is a case file (.json), a heart (.vtp, .stl, .ply surface; .vtu, .vtk, .pts/.elem, .node/.ele mesh),",
    'or "built-in" for the patient that comes with the program.',
    "",
    "  --out DIR           writes report.html, pictures (.svg), activation.vtu, activation-*.dat, openCARP mesh, summary.json",
    INPUT_OPTIONS_HELP,
    "",
    "Example: tributary activate examples/real-heart/case.json --out out/real-heart",
  ].join("\n"),
  options: { ...INPUT_OPTIONS, out: { type: "string" } },
  async run([path], options, context) {
    if (!path) throw usage("tributary activate", "no case is named");
    const inputOptions = readInputOptions(options);
    const loaded = loadCase(path, inputOptions);
    const heart = specifyHeart(loaded);
    const folder = options["out"] === undefined ? undefined : openOutputFolder(String(options["out"]));
    try {
      if (heart.kind === "plainMesh") {
        await activatePlainMesh(
          loaded,
          heart,
          { ...inputOptions, folder, wantsJson: options["json"] === true },
          context,
        );
      } else {
        const run = await runCase(loaded, heart, context);
        if (folder) writeRun(run, folder);
        context.print(options["json"] ? JSON.stringify(summarizeRun(run), undefined, 2) : describeRun(run));
      }
      context.signal.throwIfAborted();
      folder?.commit();
      if (folder && !options["json"]) context.print(`\nWritten to ${folder.path}`);
      return EXIT_CODE.ok;
    } finally {
      folder?.discard();
    }
  },
};

import { type ActivationDifference, countNodes, measureActivationDifference } from "@tributary/model";
import { type Command, EXIT_CODE } from "../command.ts";
import { COMMON_OPTIONS_HELP, INPUT_OPTIONS, INPUT_OPTIONS_HELP, readInputOptions } from "../input/input-options.ts";
import { loadCase } from "../input/load-case.ts";
import { readActivationFile } from "../input/read-activation-file.ts";
import { specifyHeart } from "../input/specify-heart.ts";
import { describeDifference } from "../output/describe-difference.ts";
import { describeRun, summarizeRun } from "../output/describe-run.ts";
import { openOutputFolder } from "../output/output-folder.ts";
import { writeRun } from "../output/write-run.ts";
import { type CaseRun, runCase } from "../run-case.ts";
import { throwIfInterrupted } from "../throw-if-interrupted.ts";
import { usage } from "../usage-error.ts";
import { activatePlainMesh } from "./activate-plain-mesh.ts";

export const activateCommand: Command = {
  name: "activate",
  summary: "computes the activation of a heart: intrinsic, and paced from each lead",
  help: [
    "tributary activate CASE [--out DIR] [options]",
    "",
    "CASE is a case file (.json), a bundle (.tributary), a heart (.vtp, .stl, .ply surface; .vtu, .vtk, .pts/.elem,",
    '.node/.ele mesh), or "built-in" for the patient that comes with the program.',
    "",
    "  --out DIR           writes report.html, pictures (.svg), activation.vtu, summary.json, and for openCARP heart.pts,",
    "                      .elem, .lon, activation-*.dat; all at the end or none, replacing files of the same name",
    INPUT_OPTIONS_HELP,
    "  --compare FILE      another program's activation times of the same nodes (.dat, .igb): differences are printed",
    "  --source X,Y,Z      for a mesh without surface labels: where activation starts, mm",
    COMMON_OPTIONS_HELP,
    "",
    "Example: tributary activate examples/real-heart/case.json --out out/real-heart",
  ].join("\n"),
  mostPositionals: 1,
  options: { ...INPUT_OPTIONS, out: { type: "string" }, compare: { type: "string" }, source: { type: "string" } },
  async run([path], options, context) {
    if (!path) throw usage("tributary activate", "no case is named");
    const inputOptions = readInputOptions(options);
    const loaded = loadCase(path, inputOptions);
    const heart = specifyHeart(loaded);
    if (heart.kind === "heart" && inputOptions.source_mm) {
      throw usage("--source", "this heart has surface labels: its beats and its lead are the sources");
    }
    const comparePath = options["compare"] === undefined ? undefined : String(options["compare"]);
    const folder = options["out"] === undefined ? undefined : openOutputFolder(String(options["out"]));
    try {
      if (heart.kind === "plainMesh") {
        await activatePlainMesh(
          loaded,
          heart,
          { ...inputOptions, folder, comparePath, wantsJson: options["json"] === true },
          context,
        );
      } else {
        const run = await runCase(loaded, heart, context);
        const difference = comparePath === undefined ? undefined : compareRun(run, comparePath);
        if (folder) writeRun(run, folder);
        const summary = difference ? { ...summarizeRun(run), difference } : summarizeRun(run);
        context.print(options["json"] ? JSON.stringify(summary, undefined, 2) : describeRun(run));
        if (difference && !options["json"]) {
          context.print(`\n${describeDifference(run.study.maps[0]!.name, comparePath!, difference)}`);
        }
      }
      await throwIfInterrupted(context.signal);
      folder?.commit();
      if (folder && !options["json"]) context.print(`\nWritten to ${folder.path}`);
      return EXIT_CODE.ok;
    } finally {
      folder?.discard();
    }
  },
};

/** The first map of a run (the intrinsic beat where there is one) against another program's. */
function compareRun({ study, prepared }: CaseRun, path: string): ActivationDifference {
  const other = readActivationFile(path, countNodes(prepared.heart));
  return measureActivationDifference(study.maps[0]!.times_ms, other);
}

import { basename, dirname, extname } from "node:path";
import { writeTableCsv, writeTableParquet } from "@tributary/formats";
import { specifyCirculation, specifyHeart } from "@tributary/intake";
import { TributaryError } from "@tributary/model";
import { type CirculationStudy, studyCirculation } from "@tributary/plan";
import { type Command, EXIT_CODE } from "../command.ts";
import { COMMON_OPTIONS_HELP, INPUT_OPTIONS, INPUT_OPTIONS_HELP, readInputOptions } from "../input/input-options.ts";
import { loadCase } from "../input/load-case.ts";
import { describeCirculation, summarizeCirculation } from "../output/describe-circulation.ts";
import { openOutputFolder } from "../output/output-folder.ts";
import { tabulateTrace } from "../output/trace-table.ts";
import { type CaseRun, runCase } from "../run-case.ts";
import { throwIfInterrupted } from "../throw-if-interrupted.ts";
import { usage } from "../usage-error.ts";

export const circulationCommand: Command = {
  name: "circulation",
  summary: "fits a circulation to a case and shows what each activation does to pressure, volume and work",
  help: [
    "tributary circulation CASE [--trace FILE] [options]",
    "",
    'CASE as for "activate". Volume and mass of the left ventricle are those of the heart; ejection fraction, heart rate,',
    "blood pressure, filling pressure and mitral regurgitation those of the case.",
    "",
    "  --trace FILE        every signal of one beat as it is now, a column each: .csv or .parquet",
    INPUT_OPTIONS_HELP,
    COMMON_OPTIONS_HELP,
    "",
    "Example: tributary circulation built-in --trace beat.csv",
  ].join("\n"),
  mostPositionals: 1,
  options: { ...INPUT_OPTIONS, trace: { type: "string" } },
  async run([path], options, context) {
    if (!path) throw usage("tributary circulation", "no case is named");
    const tracePath = options["trace"] === undefined ? undefined : checkTracePath(String(options["trace"]));
    const loaded = loadCase(path, readInputOptions(options));
    const heart = specifyHeart(loaded);
    if (heart.kind === "plainMesh") {
      throw usage("tributary circulation", "a mesh without surface labels has no walls to pump with");
    }
    const folder = tracePath === undefined ? undefined : openOutputFolder(dirname(tracePath));
    try {
      const run = await runCase(loaded, heart, context);
      const study = studyRun(run);
      if (tracePath) folder!.write(basename(tracePath), writeTrace(tracePath, study));
      const remarks = [...run.remarks, VELOCITIES_REMARK];
      const { id, title } = loaded.case;
      context.print(
        options["json"]
          ? JSON.stringify(summarizeCirculation(id, title, study, remarks), undefined, 2)
          : describeCirculation(title, study, remarks),
      );
      await throwIfInterrupted(context.signal);
      folder?.commit();
      if (tracePath && !options["json"]) context.print(`\nWritten to ${tracePath}`);
      return EXIT_CODE.ok;
    } finally {
      folder?.discard();
    }
  },
};

const VELOCITIES_REMARK =
  'Activation is that of "tributary activate", at the velocities of the case; "tributary plan" fits it to the QRS first.';

function studyRun({ loaded, prepared, conduction, study: { maps } }: CaseRun): CirculationStudy {
  const [now, ...others] = maps;
  const paced = others.filter(({ id }) => id === "rv" || id.startsWith("lv-") || id.startsWith("biv-"));
  const study = studyCirculation(
    {
      prepared,
      atrioventricular: conduction.atrioventricular,
      findings: specifyCirculation(loaded.case),
      times_ms: now!.times_ms,
    },
    paced,
  );
  if (study) return study;
  throw new TributaryError({
    code: "circulation-volume",
    what: "The volume of the left ventricle is not known.",
    where: loaded.case.id,
    why: "the mesh's endocardium has no open rim that a base could close",
    fix: "Give a heart whose left-ventricular endocardium ends at the base.",
  });
}

function checkTracePath(path: string): string {
  if ([".csv", ".parquet"].includes(extname(path).toLowerCase())) return path;
  throw usage("--trace", `${path} ends neither in .csv nor in .parquet`);
}

function writeTrace(path: string, study: CirculationStudy): string | Uint8Array {
  const table = tabulateTrace(study);
  return extname(path).toLowerCase() === ".csv" ? writeTableCsv(table) : writeTableParquet(table);
}

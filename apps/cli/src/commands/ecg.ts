import { findSexLabel, readEcg } from "@tributary/formats";
import { measureRecording } from "@tributary/intake";
import { judgeLbbb } from "@tributary/model";
import { type Command, EXIT_CODE } from "../command.ts";
import { ECG_OPTIONS, readEcgOptions } from "../input/ecg-options.ts";
import { COMMON_OPTIONS_HELP } from "../input/input-options.ts";
import { readEcgFiles } from "../input/read-ecg-files.ts";
import { describeEcg, summarizeEcg } from "../output/describe-ecg.ts";
import { usage } from "../usage-error.ts";

export const ecgCommand: Command = {
  name: "ecg",
  summary: "measures a 12-lead ECG: QRS duration, axis, area, notches, left bundle branch block",
  help: [
    "tributary ecg FILE [options]",
    "",
    "FILE is a table (.csv: a header with the leads in any order, then a row a sample) or a WFDB record (.hea, or its .dat",
    "or .mat). Its beats are averaged; recordings with a wrong unit, exchanged arms or leads that contradict each other are",
    "refused.",
    "",
    "  --rate HZ           sampling rate of a table without a column time_s or time_ms",
    "  --units mV|uV       unit of a table (default mV); a record says it itself",
    "  --sex female|male   for the limit of QRS duration in Strauss' criteria; default: what the record says",
    COMMON_OPTIONS_HELP,
    "",
    "Example: tributary ecg patient.csv --rate 500 --sex female",
  ].join("\n"),
  mostPositionals: 1,
  options: ECG_OPTIONS,
  async run([path], options, context) {
    if (!path) throw usage("tributary ecg", "no file is named");
    const { sex: statedSex, ...readOptions } = readEcgOptions(options);
    const files = readEcgFiles(path);
    const fileName = files[0]!.name;
    const recording = readEcg(files, readOptions);
    const measured = measureRecording(recording, fileName);
    const sex = statedSex ?? findSexLabel(recording.labels);
    const described = { fileName, recording, measured, sex, definitions: judgeLbbb(measured.qrs, sex) };
    context.print(options["json"] ? JSON.stringify(summarizeEcg(described), undefined, 2) : describeEcg(described));
    return EXIT_CODE.ok;
  },
};

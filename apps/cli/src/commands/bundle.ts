import { basename, dirname, extname } from "node:path";
import { writeBundle } from "@tributary/formats";
import packageInfo from "../../package.json" with { type: "json" };
import { type Command, EXIT_CODE } from "../command.ts";
import { listNamedFiles } from "../input/hash-input.ts";
import { COMMON_OPTIONS_HELP, INPUT_OPTIONS, INPUT_OPTIONS_HELP, readInputOptions } from "../input/input-options.ts";
import { type LoadedCase, loadCase } from "../input/load-case.ts";
import { openOutputFolder } from "../output/output-folder.ts";
import { usage } from "../usage-error.ts";

export const bundleCommand: Command = {
  name: "bundle",
  summary: "packs a case and the files it names into one file, which every command takes as a case",
  help: [
    "tributary bundle CASE --output FILE.tributary [options]",
    "",
    'CASE as for "activate", but no bundle. The case is checked and packed as it is, byte for byte, with the SHA-256 of',
    "every file; the same case gives the same bytes. A bundle that was changed afterwards is refused.",
    "",
    "  --output FILE       the bundle, its name ends in .tributary; a file of that name is replaced",
    INPUT_OPTIONS_HELP,
    COMMON_OPTIONS_HELP,
    "",
    "Example: tributary bundle examples/real-heart/case.json --output real-heart.tributary",
  ].join("\n"),
  mostPositionals: 1,
  options: { ...INPUT_OPTIONS, output: { type: "string" } },
  async run([path], options, context) {
    if (!path) throw usage("tributary bundle", "no case is named");
    if (isBundleName(path)) throw usage("tributary bundle", `"${path}" is a bundle already`);
    const target = String(options["output"] ?? "");
    if (!isBundleName(target)) throw usage("--output", `"${target}" is not the name of a .tributary file`);
    const loaded = loadCase(path, readInputOptions(options));
    const data = readData(loaded);
    const bundle = { programVersion: packageInfo.version, caseFile: loaded.caseFile, data, results: new Map() };
    const bytes = writeBundle({ ...bundle, events: undefined });
    const folder = openOutputFolder(dirname(target));
    try {
      folder.write(basename(target), bytes);
      folder.commit();
    } finally {
      folder.discard();
    }
    const summary = { file: target, size_bytes: bytes.length, caseId: loaded.case.id, data: [...data.keys()] };
    context.print(options["json"] ? JSON.stringify(summary, undefined, 2) : describeBundle(summary));
    return EXIT_CODE.ok;
  },
};

function isBundleName(path: string): boolean {
  return extname(path).toLowerCase() === ".tributary";
}

function readData({ case: value, files }: LoadedCase): Map<string, Uint8Array> {
  return new Map(listNamedFiles(value).map((path) => [path, files.read(path).bytes]));
}

function describeBundle({
  file,
  size_bytes,
  caseId,
  data,
}: {
  readonly file: string;
  readonly size_bytes: number;
  readonly caseId: string;
  readonly data: readonly string[];
}): string {
  const files = data.length === 0 ? "it names no files" : `with ${data.join(", ")}`;
  return `Written to ${file}: the case ${caseId}, ${files}; ${(size_bytes / 1024).toFixed(0)} KiB`;
}

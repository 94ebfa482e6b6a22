import { decodeHl7, type ReadSnapshot, readDeviceBundle, readOru, writeDeviceBundle, writeOru } from "@tributary/care";
import { type Command, type CommandContext, EXIT_CODE, type OptionValues } from "../command.ts";
import { COMMON_OPTIONS_HELP } from "../input/input-options.ts";
import { readInputFile } from "../input/read-input-file.ts";
import { writeFile } from "../output/write-file.ts";
import { throwIfInterrupted } from "../throw-if-interrupted.ts";
import { usage } from "../usage-error.ts";
import { describeSnapshot } from "./describe-snapshot.ts";
import { CASE_OPTIONS, CASE_OPTIONS_HELP, interrogateCase } from "./interrogate-case.ts";

export const interrogateDeviceCommand: Command = {
  name: "device interrogate",
  summary: "reads out the generator of a case after some hours of pacing, or a message of any device",
  help: [
    "tributary device interrogate CASE [--at TIME] [--hl7 FILE] [--fhir FILE] [options]",
    "tributary device interrogate --read FILE [--zone ZONE] [--hl7 FILE] [--fhir FILE]",
    "",
    'The generator of a case runs with its heart as by "device run"; then each lead is tested and all is read out: identity,',
    "measurements, battery, counters, episodes, settings. What nobody measured is shown missing.",
    "",
    "  --hl7 FILE            writes it as an HL7 v2 message ORU^R01",
    "  --fhir FILE           writes it as a FHIR R4 Bundle",
    "  --read FILE           reads an HL7 v2 message or a FHIR Bundle of a device in place of a case",
    "  --zone ZONE           of the times of an HL7 message that tells none, such as +01:00",
    CASE_OPTIONS_HELP,
    COMMON_OPTIONS_HELP,
    "",
    "Example: tributary device interrogate built-in --at 2026-03-09T08:00:00+01:00 --hl7 device.hl7",
  ].join("\n"),
  mostPositionals: 1,
  options: {
    ...CASE_OPTIONS,
    hl7: { type: "string" },
    fhir: { type: "string" },
    read: { type: "string" },
    zone: { type: "string" },
  },
  async run([path], options, context) {
    const read = await takeSnapshot(path, options, context);
    await throwIfInterrupted(context.signal);
    const written = writeMessages(read, options);
    context.print(options["json"] ? writeJson(read) : describeSnapshot(read));
    if (!options["json"]) for (const file of written) context.print(`\nWritten to ${file}`);
    return EXIT_CODE.ok;
  },
};

async function takeSnapshot(
  path: string | undefined,
  options: OptionValues,
  context: CommandContext,
): Promise<ReadSnapshot> {
  const { read: message, zone } = options;
  if (message === undefined) {
    if (path === undefined) throw usage("tributary device interrogate", "neither a case nor --read is named");
    if (zone !== undefined) throw usage("--zone", "it says how a file is read; --at has a zone of its own");
    return { ...(await interrogateCase(path, options, context)), unread: [] };
  }
  if (path !== undefined)
    throw usage("tributary device interrogate", `both "${path}" and --read name what is read out`);
  for (const option of Object.keys(CASE_OPTIONS)) {
    if (options[option] !== undefined)
      throw usage(`--${option}`, "it says how a case is paced, not how a file is read");
  }
  return readMessage(String(message), readZone(zone));
}

/** FHIR is JSON; all else is taken for HL7, whose reader says what is wrong. */
function readMessage(path: string, zone: string | undefined): ReadSnapshot {
  const { bytes } = readInputFile(path);
  const isJson = /^[\ufeff\s]*[{[]/.test(new TextDecoder().decode(bytes.subarray(0, 64)));
  return isJson ? readDeviceBundle(new TextDecoder().decode(bytes), path) : readOru(decodeHl7(bytes, path), path, zone);
}

function readZone(value: OptionValues[string]): string | undefined {
  if (value === undefined || /^[+-]\d{2}:\d{2}$/.test(String(value))) return value as string | undefined;
  throw usage("--zone", `"${value}" is given; a zone is written as +01:00`);
}

function writeMessages({ snapshot }: ReadSnapshot, { hl7, fhir }: OptionValues): string[] {
  return [
    ...(hl7 === undefined ? [] : [writeFile(String(hl7), writeOru(snapshot))]),
    ...(fhir === undefined ? [] : [writeFile(String(fhir), writeJson(writeDeviceBundle(snapshot)))]),
  ];
}

function writeJson(value: unknown): string {
  return JSON.stringify(value, undefined, 2);
}

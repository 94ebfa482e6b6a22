import { decodeHl7, type ReadSnapshot, readDeviceBundle, readOru, writeDeviceBundle, writeOru } from "@tributary/care";
import { specifyGenerator } from "@tributary/intake";
import { interrogate, measureChambers, normalizeTime, runSkipping } from "@tributary/model/generator";
import { type Command, EXIT_CODE, type OptionValues } from "../command.ts";
import { COMMON_OPTIONS_HELP, readInputOptions } from "../input/input-options.ts";
import { loadCase } from "../input/load-case.ts";
import { readInputFile } from "../input/read-input-file.ts";
import { writeFile } from "../output/write-file.ts";
import { usage } from "../usage-error.ts";
import { describeSnapshot } from "./describe-snapshot.ts";
import { sayLocalTime } from "./say-local-time.ts";

/** A day of pacing, so that counters and battery rest on more than a few beats. */
const USUAL_HOURS = 24;
const MOST_HOURS = 87_660;
const ms_PER_HOUR = 3_600_000;
const us_PER_MS = 1000;

export const interrogateDeviceCommand: Command = {
  name: "device interrogate",
  summary: "reads out the generator of a case after some hours of pacing, or a message of any device",
  help: [
    "tributary device interrogate CASE [--hours N] [--at TIME] [--hl7 FILE] [--fhir FILE] [options]",
    "tributary device interrogate --read FILE [--hl7 FILE] [--fhir FILE] [options]",
    "",
    'CASE is a case file or "built-in". Its generator, nominally programmed, paces its rhythm; then each lead is tested and',
    "all is read out: identity, measurements, battery, counters, episodes, settings. What nobody measured is shown missing.",
    "",
    `  --hours N     how long it paces before (default ${USUAL_HOURS})`,
    "  --at TIME     moment of the session with its zone, such as 2026-03-09T08:00:00+01:00 (default: now)",
    "  --hl7 FILE    writes it as an HL7 v2 message ORU^R01",
    "  --fhir FILE   writes it as a FHIR R4 Bundle",
    "  --read FILE   reads an HL7 v2 message or a FHIR Bundle of a device in place of a case",
    "  --zone ZONE   of the times of an HL7 message that tells none, such as +01:00",
    COMMON_OPTIONS_HELP,
    "",
    "Example: tributary device interrogate built-in --at 2026-03-09T08:00:00+01:00 --hl7 device.hl7",
  ].join("\n"),
  mostPositionals: 1,
  endsAtOnce: true,
  options: {
    hours: { type: "string" },
    at: { type: "string" },
    hl7: { type: "string" },
    fhir: { type: "string" },
    read: { type: "string" },
    zone: { type: "string" },
  },
  async run([path], options, context) {
    const read = takeSnapshot(path, options);
    const { snapshot } = read;
    const written = [
      ...(options["hl7"] === undefined ? [] : [writeFile(String(options["hl7"]), writeOru(snapshot))]),
      ...(options["fhir"] === undefined
        ? []
        : [writeFile(String(options["fhir"]), writeJson(writeDeviceBundle(snapshot)))]),
    ];
    context.print(options["json"] ? writeJson(read) : describeSnapshot(read));
    if (!options["json"]) for (const file of written) context.print(`\nWritten to ${file}`);
    return EXIT_CODE.ok;
  },
};

function takeSnapshot(path: string | undefined, options: OptionValues): ReadSnapshot {
  const message = options["read"];
  if (message === undefined) return interrogateCase(path, options);
  if (path !== undefined)
    throw usage("tributary device interrogate", `both "${path}" and --read name what is read out`);
  for (const option of ["hours", "at"]) {
    if (options[option] !== undefined)
      throw usage(`--${option}`, "it says how a case is paced, not how a file is read");
  }
  return readMessage(String(message), readZone(options["zone"]));
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

function interrogateCase(path: string | undefined, options: OptionValues): ReadSnapshot {
  if (path === undefined) throw usage("tributary device interrogate", "neither a case nor --read is named");
  if (options["zone"] !== undefined) throw usage("--zone", "it says how a file is read; --at has a zone of its own");
  const hours = readHours(options["hours"]);
  const time = normalizeTime(options["at"] === undefined ? sayLocalTime(new Date()) : String(options["at"]));
  const { system, scenario, remarks } = specifyGenerator(loadCase(path, readInputOptions(options)));
  const { settings, rhythm } = scenario;
  const blocks = runSkipping({ ...scenario, duration_ms: ms_PER_HOUR * hours });
  const chambers = measureChambers(rhythm, settings, system);
  const parts = { session: { time, kind: "in clinic" as const }, system, settings, chambers, tests: [] };
  return { snapshot: interrogate(parts, blocks, us_PER_MS * ms_PER_HOUR * hours), unread: [], remarks };
}

function readHours(value: OptionValues[string]): number {
  const hours = value === undefined ? USUAL_HOURS : Number(value);
  if (hours > 0 && hours <= MOST_HOURS) return hours;
  throw usage("--hours", `"${value}" is given; a number above 0 and up to ${MOST_HOURS} is allowed`);
}

function writeJson(value: unknown): string {
  return JSON.stringify(value, undefined, 2);
}

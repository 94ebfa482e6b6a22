import { type Command, EXIT_CODE } from "../command.ts";
import { interrogateDeviceCommand } from "../device/interrogate.ts";
import { runDeviceCommand } from "../device/run.ts";
import { testDeviceCommand } from "../device/test.ts";
import { verifyDeviceCommand } from "../device/verify.ts";
import { usage } from "../usage-error.ts";

/** What can be done with a generator, by the word after `device`. */
const SUBCOMMANDS: readonly Command[] = [
  runDeviceCommand,
  testDeviceCommand,
  interrogateDeviceCommand,
  verifyDeviceCommand,
];

export const deviceCommand: Command = {
  name: "device",
  summary: "runs the pulse generator of a case in a closed loop with its heart, or reads it out",
  help: [
    "tributary device WHAT ...",
    "",
    ...SUBCOMMANDS.map(({ name, summary }) => `  ${name.padEnd(20)}${summary}`),
    "",
    'Options of each: "tributary device run --help".',
    "",
    "Example: tributary device run built-in --scenario pvc --out out/device",
  ].join("\n"),
  mostPositionals: Infinity,
  options: {},
  subcommands: SUBCOMMANDS,
  async run([word], _options, context) {
    const words = SUBCOMMANDS.map(({ name }) => name.split(" ")[1]).join(", ");
    if (word) throw usage("tributary device", `"${word}" is none of ${words}`);
    context.print(deviceCommand.help);
    return EXIT_CODE.usage;
  },
};

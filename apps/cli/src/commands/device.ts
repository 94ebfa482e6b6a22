import { type Command, EXIT_CODE } from "../command.ts";
import { interrogateDeviceCommand } from "../device/interrogate.ts";
import { usage } from "../usage-error.ts";

/** What can be done with a generator, by the word after `device`. */
const SUBCOMMANDS: readonly Command[] = [interrogateDeviceCommand];

export const deviceCommand: Command = {
  name: "device",
  summary: "reads out the pulse generator of a case, or a message of one",
  help: [
    "tributary device WHAT ...",
    "",
    ...SUBCOMMANDS.map(({ name, summary }) => `  ${name.padEnd(20)}${summary}`),
    "",
    'Options of each: "tributary device interrogate --help".',
    "",
    "Example: tributary device interrogate built-in --hl7 device.hl7",
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

import { codeImplant, describeCodes, requireVariant } from "@tributary/care";
import { createCareCommand } from "../care/care-command.ts";
import { renderParts } from "../care/care-text.ts";

export const codeCommand = createCareCommand({
  name: "code",
  summary: "billing numbers of this kind of implant with reasons and errors, and the codes of diagnosis and device",
  optionsHelp: [],
  options: {},
  example: "tributary code built-in --variant dualPacemakerToCrtD",
  answer({ clinical }) {
    const value = codeImplant(requireVariant(clinical));
    return { value, text: renderParts(describeCodes(value)) };
  },
});

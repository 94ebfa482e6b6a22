import { assessIndication, describeIndication } from "@tributary/care";
import { createCareCommand } from "../care/care-command.ts";
import { renderParts } from "../care/care-text.ts";

export const indicationCommand = createCareCommand({
  name: "indication",
  summary: "what five guidelines say of this patient, side by side, with the trace of every criterion",
  optionsHelp: ["  --trace             every row of every table, not only those that decide"],
  options: { trace: { type: "boolean" } },
  example: "tributary indication built-in",
  answer({ clinical, asOf }, options) {
    const value = assessIndication(clinical.records, asOf);
    return { value, text: renderParts(describeIndication(value, { withAllRows: options["trace"] === true })) };
  },
});

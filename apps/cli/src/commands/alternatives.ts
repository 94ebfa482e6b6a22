import { compareAlternatives, describeAlternatives } from "@tributary/care";
import { createCareCommand } from "../care/care-command.ts";
import { renderParts } from "../care/care-text.ts";

export const alternativesCommand = createCareCommand({
  name: "alternatives",
  summary: "what else could be done: every option by every outcome, the published value or that none was reported",
  optionsHelp: [],
  options: {},
  example: "tributary alternatives built-in",
  answer() {
    const value = compareAlternatives();
    return { value, text: renderParts(describeAlternatives(value)) };
  },
});

import { describeFollowUp, judgeCaseFollowUp } from "@tributary/care";
import { createCareCommand } from "../care/care-command.ts";
import { renderParts } from "../care/care-text.ts";
import { readPair } from "../care/read-pair.ts";

export const followUpCommand = createCareCommand({
  name: "follow-up",
  summary:
    "what a device check holds, whether the implant helped, what to look at when it did not, and the years after",
  optionsHelp: [
    "  --lvesv BEFORE,AFTER         end-systolic volume of the left ventricle, mL",
    "  --lvef BEFORE,AFTER          ejection fraction, %",
  ],
  options: { lvesv: { type: "string" }, lvef: { type: "string" } },
  example: "tributary follow-up built-in --lvesv 180,140 --lvef 28,36",
  answer({ clinical }, options) {
    const value = judgeCaseFollowUp(clinical, {
      endSystolicVolume_mL: readPair("lvesv", options, [10, 700]),
      lvef_pct: readPair("lvef", options, [5, 85]),
    });
    return { value, text: renderParts(describeFollowUp(value)) };
  },
});

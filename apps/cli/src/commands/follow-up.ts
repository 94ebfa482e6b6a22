import {
  ALERT_NOTICE,
  DEVICE_CHECK_ITEMS,
  judgeLvef,
  judgeVolume,
  listLifeStations,
  NON_RESPONDER_STEPS,
  requireVariant,
} from "@tributary/care";
import { createCareCommand } from "../care/care-command.ts";
import { describeFollowUp } from "../care/describe-follow-up.ts";
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
    const { device } = requireVariant(clinical);
    const lvesv = readPair("lvesv", options, [10, 700]);
    const lvef = readPair("lvef", options, [5, 85]);
    const value = {
      notice: ALERT_NOTICE,
      check: DEVICE_CHECK_ITEMS.filter(({ only }) => only === undefined || device === "CRT-D"),
      volume: lvesv && judgeVolume(lvesv.before, lvesv.after),
      lvef: lvef && judgeLvef(lvef.before, lvef.after),
      workup: NON_RESPONDER_STEPS,
      life: listLifeStations(device),
    };
    return { value, text: describeFollowUp(value) };
  },
});

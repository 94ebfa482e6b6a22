import { assessRisks, describeEffect, describeRisks, requireVariant, TRIAL_EFFECTS } from "@tributary/care";
import { createCareCommand } from "../care/care-command.ts";
import { renderParts } from "../care/care-text.ts";

export const risksCommand = createCareCommand({
  name: "risks",
  summary: "risks of this implant as people out of a hundred or a thousand, and benefits with both arms of each trial",
  optionsHelp: [],
  options: {},
  example: "tributary risks built-in",
  answer({ clinical }) {
    const { device, origin } = requireVariant(clinical);
    const subject = { records: clinical.records, device, isUpgrade: origin === "upgrade" };
    const risks = assessRisks(subject, "clinician");
    const benefits = TRIAL_EFFECTS.map((effect) => describeEffect(effect));
    return { value: { risks, benefits }, text: renderParts(describeRisks(risks)) };
  },
});

import { judgeReadiness, judgeSedation, listEquipment, modelDuration, requireVariant } from "@tributary/care";
import { createCareCommand } from "../care/care-command.ts";
import { describeTeam } from "../care/describe-team.ts";
import { OPERATOR_OPTIONS, OPERATOR_OPTIONS_HELP, readOperator } from "../care/operator-options.ts";
import { PLAN_OPTION, PLAN_OPTION_HELP, readPlan } from "../care/read-plan.ts";
import { specifyLead } from "../input/specify-lead.ts";

export const teamCommand = createCareCommand({
  name: "team",
  summary: "who and what must be in the room, the checklists, sedation, and how long it may take with this team",
  optionsHelp: [PLAN_OPTION_HELP, ...OPERATOR_OPTIONS_HELP],
  options: { ...PLAN_OPTION, ...OPERATOR_OPTIONS },
  example: "tributary team built-in --operator-cases 20",
  answer({ clinical, loaded }, options) {
    const variant = requireVariant(clinical);
    const { staff, equipment: present, records } = clinical;
    const equipment = listEquipment({
      lead: specifyLead(loaded),
      plan: readPlan(options, loaded),
      device: variant.device,
      hasExistingSystem: variant.existing !== "none",
    });
    const readiness = judgeReadiness({ staff, equipment, present, overrides: [] });
    const duration = modelDuration({ variant, ...readOperator(options) });
    const sedation = judgeSedation(records);
    const told = { variant, readiness, equipment, present, staff, duration, sedation };
    return { value: told, text: describeTeam(told) };
  },
});

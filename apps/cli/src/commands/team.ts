import { describeTeam, judgeCaseTeam } from "@tributary/care";
import { specifyLead } from "@tributary/intake";
import { createCareCommand } from "../care/care-command.ts";
import { renderParts } from "../care/care-text.ts";
import { OPERATOR_OPTIONS, OPERATOR_OPTIONS_HELP, readOperator } from "../care/operator-options.ts";
import { PLAN_OPTION, PLAN_OPTION_HELP, readPlan } from "../care/read-plan.ts";

export const teamCommand = createCareCommand({
  name: "team",
  summary: "who and what must be in the room, the checklists, sedation, and how long it may take with this team",
  optionsHelp: [PLAN_OPTION_HELP, ...OPERATOR_OPTIONS_HELP],
  options: { ...PLAN_OPTION, ...OPERATOR_OPTIONS },
  example: "tributary team built-in --operator-cases 20",
  answer({ clinical, loaded }, options) {
    const told = judgeCaseTeam(clinical, {
      lead: specifyLead(loaded),
      plan: readPlan(options, loaded),
      ...readOperator(options),
    });
    return { value: told, text: renderParts(describeTeam(told)) };
  },
});

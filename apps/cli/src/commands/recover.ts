import { describeRecovery, listOpenDischarge, planCaseRecovery, requireVariant } from "@tributary/care";
import { createCareCommand } from "../care/care-command.ts";
import { renderParts } from "../care/care-text.ts";
import { JURISDICTION_HELP, JURISDICTION_OPTION, readJurisdiction } from "../care/site-options.ts";

export const recoverCommand = createCareCommand({
  name: "recover",
  summary: "discharge, wound, arm, driving and visits after the implant, and which sign calls for whom",
  optionsHelp: [JURISDICTION_HELP],
  options: JURISDICTION_OPTION,
  example: "tributary recover built-in --jurisdiction UK",
  answer({ clinical, isOnRecord }, options) {
    const jurisdiction = readJurisdiction(options);
    const { recovery, schedule, remarks } = planCaseRecovery(clinical, jurisdiction);
    if (recovery.kind === "noTaskList") return { value: recovery, text: `No task list: ${recovery.reason}.` };
    const { device } = requireVariant(clinical);
    const discharge = listOpenDischarge(clinical);
    return {
      value: { ...recovery, remarks, discharge, jurisdiction },
      text: renderParts(
        describeRecovery({
          tasks: recovery.tasks,
          zone: schedule.zone,
          remarks,
          discharge,
          jurisdiction,
          device,
          withNames: isOnRecord,
        }),
      ),
    };
  },
});

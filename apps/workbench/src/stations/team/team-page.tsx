import { describeTeam, judgeCaseTeam } from "@tributary/care";
import { describeCase, specifyLead } from "@tributary/intake";
import { useMemo, useState } from "react";
import { CarePage } from "../../care/care-page.tsx";
import { CareParts } from "../../care/care-parts.tsx";
import { OperatorFields, USUAL_OPERATOR } from "../../care/operator-fields.tsx";
import { useCareCase } from "../../care/use-care-case.ts";
import { filesOf } from "../../engine/specify-opened.ts";
import { usePlanRun, useWorkspace } from "../../frame/workbench-context.ts";

/** The same draws each time, as on the command line. */
const SEED = 1;

/** Who and what must be in the room, whether they are, and how long it may take with this team. */
export default function TeamPage() {
  const { clinical } = useCareCase();
  const { opened } = useWorkspace();
  const run = usePlanRun();
  const [operator, setOperator] = useState(USUAL_OPERATOR);
  const plan = run.kind === "planned" ? run.plan : undefined;
  const parts = useMemo(() => {
    const lead = specifyLead(describeCase(opened.case, filesOf(opened), opened.notes));
    return describeTeam(judgeCaseTeam(clinical, { lead, plan, ...operator, seed: SEED }));
  }, [clinical, opened, plan, operator]);
  return (
    <CarePage station="team" controls={<OperatorFields operator={operator} onChange={setOperator} />}>
      <CareParts parts={parts} />
    </CarePage>
  );
}

import { ErrorCard } from "../../errors/error-card.tsx";
import { usePlanRun, useWorkbench, useWorkspace } from "../../frame/workbench-context.ts";
import { useMessages } from "../../messages/use-messages.ts";
import { RankingTable } from "./ranking-table.tsx";

export default function PlanPage() {
  const { run: words, planPage, stations } = useMessages();
  const { engine } = useWorkbench();
  const { opened } = useWorkspace();
  const run = usePlanRun();
  if (run.kind === "refused") return <ErrorCard error={run.error} />;
  const plan = run.kind === "planned" ? run.plan : run.kind === "running" ? run.provisional : undefined;
  return (
    <div className="stack">
      <h1>{stations.plan}</h1>
      {run.kind === "running" && run.provisional && (
        <p className="banner" role="note">
          {planPage.provisional}
        </p>
      )}
      {plan && <RankingTable plan={plan} />}
      {(run.kind === "idle" || run.kind === "cancelled") && (
        <div className="row">
          <button type="button" className="button main" onClick={() => engine.plan(opened)}>
            {words.plan}
          </button>
        </div>
      )}
    </div>
  );
}

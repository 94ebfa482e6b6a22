import { describePlan } from "@tributary/report";
import { ErrorCard } from "../../errors/error-card.tsx";
import { usePlanRun, useWorkbench, useWorkspace } from "../../frame/workbench-context.ts";
import { useMessages } from "../../messages/use-messages.ts";
import { PlannedView } from "./planned-view.tsx";
import { RankingTable } from "./ranking-table.tsx";
import "./plan-page.css";

export default function PlanPage() {
  const { stations } = useMessages();
  const run = usePlanRun();
  return (
    <div className="stack">
      <header className="plan-head">
        <h1>{stations.plan}</h1>
        {run.kind === "planned" && <p>{describePlan(run.plan)}</p>}
      </header>
      <Content />
    </div>
  );
}

function Content() {
  const { planPage, setting } = useMessages();
  const run = usePlanRun();
  switch (run.kind) {
    case "refused":
      return <ErrorCard error={run.error} />;
    case "planned":
      return <PlannedView plan={run.plan} options={run.options} heart={run.heart} />;
    case "running":
      return run.provisional ? (
        <>
          <p className="banner" role="note">
            {planPage.provisional} {setting.waiting}
          </p>
          <RankingTable plan={run.provisional} setting={undefined} />
        </>
      ) : (
        <p className="quiet">{planPage.soon}</p>
      );
    default:
      return <Begin />;
  }
}

function Begin() {
  const { run: words } = useMessages();
  const { engine } = useWorkbench();
  const { opened } = useWorkspace();
  return (
    <section className="card stack">
      <p>{words.idle}</p>
      <div className="row">
        <button type="button" className="button main" onClick={() => engine.plan(opened)}>
          {words.plan}
        </button>
      </div>
    </section>
  );
}

import { useFormat } from "../messages/use-format.ts";
import { useMessages } from "../messages/use-messages.ts";
import { usePlanRun, useWorkbench, useWorkspace } from "./workbench-context.ts";

/** How far the plan is, on every page; from here it is stopped and begun again. */
export function RunStatus() {
  const { run: words } = useMessages();
  const { engine } = useWorkbench();
  const { opened } = useWorkspace();
  const run = usePlanRun();
  if (run.kind === "planned") return <p className="run-status good">{words.done}</p>;
  if (run.kind === "running") return <RunningStatus stage={run.stage} fraction={run.fraction} />;
  return (
    <div className="run-status">
      <span>{run.kind === "refused" ? words.failed : run.kind === "cancelled" ? words.cancelled : words.idle}</span>
      <button type="button" className="button" onClick={() => engine.plan(opened)}>
        {words.plan}
      </button>
    </div>
  );
}

function RunningStatus({ stage, fraction }: { readonly stage: string; readonly fraction: number }) {
  const { run: words } = useMessages();
  const format = useFormat();
  const { engine } = useWorkbench();
  const name = words.stages[stage] ?? stage;
  return (
    <div className="run-status">
      <span className="stage">
        <span role="status">{name}</span> <span className="quiet">{format.percent(fraction)}</span>
      </span>
      <progress aria-label={words.running} max={1} value={fraction} />
      <button type="button" className="button" onClick={engine.cancel}>
        {words.cancel}
      </button>
    </div>
  );
}

import { lazy, Suspense, useMemo, useState } from "react";
import { ViewTabs } from "../../design/view-tabs.tsx";
import { useWorkspace } from "../../frame/workbench-context.ts";
import { useMessages } from "../../messages/use-messages.ts";
import { connectCase } from "./case-generator.ts";
import { ProgrammerView } from "./programmer-view.tsx";
import "./program-page.css";

const BenchViews = lazy(() => import("./bench-views.tsx"));

const VIEWS = ["program", "loop", "tests", "fault", "readOut"] as const;
export type ProgramView = (typeof VIEWS)[number];

/** The programmer of the generator that fits the leads of the case, and the generator on the bench with the heart of the plan. */
export default function ProgramPage() {
  const { stations, device } = useMessages();
  const { opened } = useWorkspace();
  const generator = useMemo(() => connectCase(opened.case), [opened]);
  const [view, setView] = useState<ProgramView>("program");
  return (
    <div className="stack">
      <h1>{stations.program}</h1>
      <ViewTabs
        label={device.views.title}
        tabs={VIEWS.map((id) => ({ id, text: device.views[id] }))}
        chosen={view}
        onChoose={setView}
      >
        {view === "program" ? (
          <ProgrammerView generator={generator} />
        ) : (
          <Suspense fallback={<p className="quiet">{device.working}</p>}>
            <BenchViews view={view} generator={generator} />
          </Suspense>
        )}
      </ViewTabs>
    </div>
  );
}

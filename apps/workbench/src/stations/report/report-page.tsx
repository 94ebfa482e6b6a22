import { useEffect, useMemo, useState } from "react";
import { CarePage } from "../../care/care-page.tsx";
import { useCareCase } from "../../care/use-care-case.ts";
import { usePlanRun, useWorkbench, useWorkspace } from "../../frame/workbench-context.ts";
import { useMessages } from "../../messages/use-messages.ts";
import { useObservable } from "../../state/observable.ts";
import { ExportCard } from "./export-card.tsx";
import { listExports } from "./list-exports.ts";
import { PictureGallery } from "./picture-gallery.tsx";
import { ReportFrame } from "./report-frame.tsx";
import "./report-page.css";

/** Everything that can be taken along, the pictures, and the report of the plan as the command line writes it. */
export default function ReportPage() {
  return (
    <CarePage station="report">
      <ReportView />
    </CarePage>
  );
}

function ReportView() {
  const { reportPage: words } = useMessages();
  const { clinical, asOf } = useCareCase();
  const { recording } = useWorkspace();
  const { engine } = useWorkbench();
  const run = usePlanRun();
  const drawn = useObservable(engine.report);
  const plan = run.kind === "planned" ? run.plan : undefined;
  const report = plan && drawn;
  const [pseudonym, setPseudonym] = useState("patient-1");
  useEffect(() => {
    if (plan) engine.drawReport();
  }, [engine, plan]);
  const files = useMemo(
    () =>
      listExports({
        clinical,
        asOf,
        plan,
        reportHtml: report?.html,
        recording,
        pseudonym: pseudonym.trim(),
        now: () => new Date().toISOString(),
      }),
    [clinical, asOf, plan, report, recording, pseudonym],
  );
  return (
    <>
      <ExportCard files={files} pseudonym={pseudonym} onPseudonym={setPseudonym} />
      {plan && !report && <p role="status">{words.drawing}</p>}
      {report && (
        <>
          <PictureGallery caseId={clinical.id} pictures={report.pictures} />
          <div className="row">
            <button type="button" className="button" onClick={() => print()}>
              {words.print}
            </button>
          </div>
          <ReportFrame html={report.html} label={words.report} />
        </>
      )}
    </>
  );
}

import { compareAlternatives, describeAlternatives } from "@tributary/care";
import { drawPlanAlternatives } from "@tributary/report";
import { CarePage } from "../../care/care-page.tsx";
import { CareParts } from "../../care/care-parts.tsx";
import { PictureView } from "../../design/picture-view.tsx";
import { usePlanRun } from "../../frame/workbench-context.ts";

/** What else could be done: on this heart in the model, and in published outcomes. */
export default function AlternativesPage() {
  const run = usePlanRun();
  return (
    <CarePage station="alternatives">
      {run.kind === "planned" && <PictureView picture={drawPlanAlternatives(run.plan)} />}
      <CareParts parts={describeAlternatives(compareAlternatives())} />
    </CarePage>
  );
}

import { requireVariant } from "@tributary/care";
import { CarePage } from "../../care/care-page.tsx";
import { useCareCase } from "../../care/use-care-case.ts";
import { useWorkspace } from "../../frame/workbench-context.ts";
import "./implant-page.css";
import { RecordStartCard } from "./record-start-card.tsx";
import { RecordingView } from "./recording-view.tsx";
import { RehearsalView } from "./rehearsal-view.tsx";
import { StartCard } from "./start-card.tsx";
import { StepList } from "./step-list.tsx";

/** The steps of the implant, a rehearsal of them with events at their published rates, and the recording of a case. */
export default function ImplantPage() {
  return (
    <CarePage station="implant">
      <ImplantView />
    </CarePage>
  );
}

function ImplantView() {
  const { clinical } = useCareCase();
  const { rehearsal, recording } = useWorkspace();
  if (recording) return <RecordingView recording={recording} />;
  if (rehearsal) return <RehearsalView rehearsal={rehearsal} />;
  return (
    <>
      <StartCard />
      <RecordStartCard />
      <StepList variant={requireVariant(clinical)} />
    </>
  );
}

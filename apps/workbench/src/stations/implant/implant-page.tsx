import { requireVariant } from "@tributary/care";
import { CarePage } from "../../care/care-page.tsx";
import { useCareCase } from "../../care/use-care-case.ts";
import { useWorkspace } from "../../frame/workbench-context.ts";
import "./implant-page.css";
import { RehearsalView } from "./rehearsal-view.tsx";
import { StartCard } from "./start-card.tsx";
import { StepList } from "./step-list.tsx";

/** The steps of the implant, and a rehearsal of them with events at their published rates. */
export default function ImplantPage() {
  const { clinical } = useCareCase();
  const { rehearsal } = useWorkspace();
  return (
    <CarePage station="implant">
      {rehearsal ? (
        <RehearsalView rehearsal={rehearsal} />
      ) : (
        <>
          <StartCard />
          <StepList variant={requireVariant(clinical)} />
        </>
      )}
    </CarePage>
  );
}

import { DEFAULT_SITE_POLICY, describePreparation, planCasePreparation, requireSchedule } from "@tributary/care";
import { CarePage } from "../../care/care-page.tsx";
import { CareParts } from "../../care/care-parts.tsx";
import { useCareCase } from "../../care/use-care-case.ts";

/** Dated tasks before the implant; without a time of the procedure the error says so in place of dates. */
export default function PreparationPage() {
  const { clinical } = useCareCase();
  const preparation = planCasePreparation(clinical, DEFAULT_SITE_POLICY);
  return (
    <CarePage station="preparation">
      {preparation.kind === "noTaskList" ? (
        <p>{preparation.reason}</p>
      ) : (
        <CareParts parts={describePreparation(preparation, requireSchedule(clinical).zone, false)} />
      )}
    </CarePage>
  );
}

import { assessRisks, describeRisks, requireVariant } from "@tributary/care";
import { CarePage } from "../../care/care-page.tsx";
import { CareParts } from "../../care/care-parts.tsx";
import { useCareCase } from "../../care/use-care-case.ts";

/** Risks as people of one denominator, benefits with both arms of each trial. */
export default function RisksPage() {
  const { clinical } = useCareCase();
  const { device, origin } = requireVariant(clinical);
  const subject = { records: clinical.records, device, isUpgrade: origin === "upgrade" };
  return (
    <CarePage station="risks">
      <CareParts parts={describeRisks(assessRisks(subject, "clinician"))} />
    </CarePage>
  );
}

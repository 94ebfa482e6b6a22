import { assessRisks, describeRisks, requireVariant } from "@tributary/care";
import { CarePage } from "../../care/care-page.tsx";
import { CareParts } from "../../care/care-parts.tsx";
import { useCareCase } from "../../care/use-care-case.ts";
import { BenefitIcons, RiskIcons } from "./icon-card.tsx";

/** Risks as people of one denominator, benefits with both arms of each trial; the same as icons below. */
export default function RisksPage() {
  const { clinical } = useCareCase();
  const { device, origin } = requireVariant(clinical);
  const table = assessRisks({ records: clinical.records, device, isUpgrade: origin === "upgrade" }, "clinician");
  return (
    <CarePage station="risks">
      <CareParts parts={describeRisks(table)} />
      <RiskIcons table={table} />
      <BenefitIcons />
    </CarePage>
  );
}

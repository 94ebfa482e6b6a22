import { assessIndication, describeIndication } from "@tributary/care";
import { useState } from "react";
import { CarePage } from "../../care/care-page.tsx";
import { CareParts } from "../../care/care-parts.tsx";
import { useCareCase } from "../../care/use-care-case.ts";
import { useMessages } from "../../messages/use-messages.ts";

/** What each guideline says, side by side, and why. */
export default function IndicationPage() {
  const { care: words } = useMessages();
  const { clinical, asOf } = useCareCase();
  const [withAllRows, setWithAllRows] = useState(false);
  return (
    <CarePage
      station="indication"
      controls={
        <label>
          <input type="checkbox" checked={withAllRows} onChange={({ target }) => setWithAllRows(target.checked)} />
          {words.allRows}
        </label>
      }
    >
      <CareParts parts={describeIndication(assessIndication(clinical.records, asOf), { withAllRows })} />
    </CarePage>
  );
}

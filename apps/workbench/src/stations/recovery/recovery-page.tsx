import {
  type DrivingJurisdiction,
  describeRecovery,
  listOpenDischargeConditions,
  planCaseRecovery,
  requireVariant,
} from "@tributary/care";
import { useState } from "react";
import { CarePage } from "../../care/care-page.tsx";
import { CareParts } from "../../care/care-parts.tsx";
import { useCareCase } from "../../care/use-care-case.ts";
import { useMessages } from "../../messages/use-messages.ts";

const JURISDICTIONS: readonly DrivingJurisdiction[] = ["EU", "CA", "UK", "US"];

/** From discharge to the first visits, with the signs that call for somebody. */
export default function RecoveryPage() {
  const { care: words } = useMessages();
  const { clinical } = useCareCase();
  const [jurisdiction, setJurisdiction] = useState<DrivingJurisdiction>("EU");
  const { device } = requireVariant(clinical);
  const { recovery, schedule, remarks } = planCaseRecovery(clinical, jurisdiction);
  return (
    <CarePage
      station="recovery"
      controls={
        <label>
          {words.jurisdiction}
          <select
            className="field"
            value={jurisdiction}
            onChange={({ target }) => setJurisdiction(JURISDICTIONS[target.selectedIndex]!)}
          >
            {JURISDICTIONS.map((name) => (
              <option key={name}>{name}</option>
            ))}
          </select>
        </label>
      }
    >
      {recovery.kind === "noTaskList" ? (
        <p>{recovery.reason}</p>
      ) : (
        <CareParts
          parts={describeRecovery({
            tasks: recovery.tasks,
            zone: schedule.zone,
            remarks,
            discharge: listOpenDischargeConditions([], device),
            jurisdiction,
            device,
            withNames: false,
          })}
        />
      )}
    </CarePage>
  );
}

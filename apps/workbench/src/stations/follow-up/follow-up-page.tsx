import { describeFollowUp, judgeCaseFollowUp } from "@tributary/care";
import { useState } from "react";
import { CarePage } from "../../care/care-page.tsx";
import { CareParts } from "../../care/care-parts.tsx";
import { useCareCase } from "../../care/use-care-case.ts";
import { useMessages } from "../../messages/use-messages.ts";
import { type Pair, PairField, readPair } from "./pair-field.tsx";

const NOT_MEASURED: Pair = { before: "", after: "" };
const VOLUME_RANGE_mL = [10, 700] as const;
const LVEF_RANGE_pct = [5, 85] as const;

/** What a device check holds, whether the implant helped, what to look at when it did not, and the years after. */
export default function FollowUpPage() {
  const { care: words } = useMessages();
  const { clinical } = useCareCase();
  const [volume, setVolume] = useState(NOT_MEASURED);
  const [lvef, setLvef] = useState(NOT_MEASURED);
  const told = judgeCaseFollowUp(clinical, {
    endSystolicVolume_mL: readPair(volume, VOLUME_RANGE_mL),
    lvef_pct: readPair(lvef, LVEF_RANGE_pct),
  });
  return (
    <CarePage
      station="followUp"
      controls={
        <>
          <PairField label={words.volume} range={VOLUME_RANGE_mL} pair={volume} onChange={setVolume} />
          <PairField label={words.lvef} range={LVEF_RANGE_pct} pair={lvef} onChange={setLvef} />
        </>
      }
    >
      <CareParts parts={describeFollowUp(told)} />
    </CarePage>
  );
}

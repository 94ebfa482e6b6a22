import { type ClinicalCase, localDate, readClinicalCase, withRecord } from "@tributary/care";
import { useMemo } from "react";
import { useWorkspace } from "../frame/workbench-context.ts";

/** The clinical side of the open case with what its record adds, and the day it is judged on: that of the incision where there is one, else today. */
export interface CareCase {
  readonly clinical: ClinicalCase;
  readonly asOf: string;
}

/** @throws TributaryError of the case's clinical section */
export function useCareCase(): CareCase {
  const { opened } = useWorkspace();
  return useMemo(() => {
    const ofFile = readClinicalCase(opened.case);
    const clinical = opened.record ? withRecord(ofFile, opened.record) : ofFile;
    const { schedule } = clinical;
    const asOf = schedule?.anchors.incision ? localDate(schedule.anchors.incision, schedule.zone) : today();
    return { clinical, asOf };
  }, [opened]);
}

function today(): string {
  const now = new Date();
  const pad = (number: number) => String(number).padStart(2, "0");
  return `${now.getFullYear()}-${pad(now.getMonth() + 1)}-${pad(now.getDate())}`;
}

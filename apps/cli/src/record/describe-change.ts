import type { RecordChange } from "@tributary/care";
import { factLabel } from "@tributary/care";

/** What an event of a log says, in one line. */
export function describeChange(change: RecordChange): string {
  switch (change.kind) {
    case "opened":
      return "opened";
    case "caseFiled":
      return `filed ${change.files.map(({ name }) => name).join(", ")}`;
    case "factsRecorded":
      return change.facts
        .map(({ fact, value, date }) => `${factLabel(fact)}: ${value}${date === undefined ? "" : ` of ${date}`}`)
        .join("; ");
    case "taskCompleted":
      return `done: ${change.completion.taskId} at ${change.completion.at} by ${change.completion.by}`;
    case "holdConfirmed": {
      const { drug, prescriber, lastDoseAt, restart } = change.confirmation;
      return `${prescriber} confirms the hold of ${drug}: last dose ${lastDoseAt}, restart ${restart}`;
    }
    case "antiplateletHoldAsked":
      return `${change.hold.cardiologist}, cardiology, asks for the hold of ${change.hold.drug}`;
    case "testWaived":
      return `test left out: ${change.testId}`;
    case "gapOverridden":
      return `answered for in room and team: ${change.gapId}`;
    case "eventSeen": {
      const { kind, at, by, drug } = change.event;
      return `seen: ${kind}${drug === undefined ? "" : ` (${drug})`} at ${at} by ${by}`;
    }
    case "withdrawn":
      return `event ${change.sequence} is withdrawn`;
    case "moved":
      return `from ${change.from} to ${change.to}${change.reviewDate === undefined ? "" : `, next look ${change.reviewDate}`}`;
    case "handedOver":
      return `handed over to ${change.to}`;
    case "copied":
      return change.as === "case" ? "copied as a file" : "told for research, without what leads to the patient";
    case "conflictSettled":
      return `the other log, ${change.otherHash.slice(0, 12)}, does not count`;
  }
}

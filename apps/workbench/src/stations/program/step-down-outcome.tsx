import type { StepDownResult } from "@tributary/model/generator";
import { useFormat } from "../../messages/use-format.ts";
import { useMessages } from "../../messages/use-messages.ts";
import { DataTable } from "./data-table.tsx";
import type { ThresholdSetUp } from "./threshold-set-up.ts";

interface Props {
  readonly result: StepDownResult;
  readonly setUp: ThresholdSetUp;
  /** Outputs that a person went through; undefined where the test ended by itself. */
  readonly pacedSteps: number | undefined;
}

/** What a test of a threshold measured, or why it has to be repeated. */
export function StepDownOutcome({ result, setUp, pacedSteps }: Props) {
  const { device } = useMessages();
  const { threshold: words } = device;
  const format = useFormat();
  const { threshold_V, endedBy, steps, pacedBeats, lostBeats } = result;
  const lateSteps = pacedSteps === undefined ? 0 : pacedSteps - steps.length;
  const isMeasured = threshold_V !== undefined && endedBy === "loss-of-capture";
  return (
    <>
      <p className={isMeasured ? "closure good" : "closure bad"} role="status">
        {tellThreshold()} {words.paced(format.number(pacedBeats), format.number(lostBeats))}{" "}
        {lateSteps > 0 && words.late(format.number(lateSteps))}
      </p>
      <DataTable
        caption={words.title}
        columns={[words.amplitude, words.captured]}
        rows={steps.map(({ amplitude_V, isCaptured }) => [
          format.number(amplitude_V, 1),
          isCaptured ? words.yes : words.no,
        ])}
      />
    </>
  );

  function tellThreshold(): string {
    if (threshold_V === undefined) return words.noCapture(format.number(setUp.start_V, 1));
    const volts = format.number(threshold_V, 1);
    if (endedBy === "release") return words.upperBound(volts);
    if (endedBy === "lowest-output") return words.lowestOutput(volts);
    return words.measured(volts, format.number(setUp.pulseWidth_ms, 1));
  }
}

import { useState } from "react";
import { PictureView } from "../../design/picture-view.tsx";
import type { BenchRequest } from "../../engine/device-messages.ts";
import { useFormat } from "../../messages/use-format.ts";
import { useMessages } from "../../messages/use-messages.ts";
import { DeviceAnswer } from "./device-answer.tsx";
import { listOutputs_V, type ThresholdSetUp } from "./threshold-set-up.ts";
import { useDeviceAnswer } from "./use-device.ts";

interface Props {
  readonly bench: BenchRequest;
  readonly setUp: ThresholdSetUp;
  /** @param stepCount  outputs that were paced */
  readonly onStop: (stepCount: number) => void;
}

/** One output after the other, each as a strip on which a person sees whether it captures. */
export function ManualSteps({ bench, setUp, onStop }: Props) {
  const { device } = useMessages();
  const { threshold: words } = device;
  const format = useFormat();
  const [step, setStep] = useState(0);
  const outputs_V = listOutputs_V(setUp.start_V);
  const amplitude_V = outputs_V[step]!;
  const test = { ...setUp.tested, amplitude_V, pulseWidth_ms: setUp.pulseWidth_ms };
  const talk = useDeviceAnswer<"output">({ ask: "output", bench, test, speed_mmPerS: 25 });
  return (
    <>
      <div className="row">
        <b role="status">{words.now(format.number(amplitude_V, 1))}</b>
        <button
          type="button"
          className="button main"
          disabled={step + 1 >= outputs_V.length}
          onClick={() => setStep(step + 1)}
        >
          {words.lower}
        </button>
        <button type="button" className="button" onClick={() => onStop(step + 1)}>
          {words.stop}
        </button>
      </div>
      <DeviceAnswer talk={talk}>
        {({ picture }) => (
          <div className="strip-and-facts">
            <PictureView picture={picture} />
          </div>
        )}
      </DeviceAnswer>
    </>
  );
}

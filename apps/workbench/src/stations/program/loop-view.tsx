import { DISTURBANCES } from "@tributary/model/generator";
import { useEffect, useState } from "react";
import { PictureView } from "../../design/picture-view.tsx";
import type { BenchRequest } from "../../engine/device-messages.ts";
import { useFormat } from "../../messages/use-format.ts";
import { useMessages } from "../../messages/use-messages.ts";
import { SettingChoice } from "../plan/setting-choice.tsx";
import { SettingSlider } from "../plan/setting-slider.tsx";
import { DeviceAnswer } from "./device-answer.tsx";
import { RunFacts } from "./run-facts.tsx";
import { useDeviceAnswer } from "./use-device.ts";

/** A strip is told of whole seconds; the last one shown ends with the run. */
const LAST_START_s = 53;
const SPEEDS = [25, 50] as const;
/** The paper moves on this often, by as much. */
const STEP_ms = 500;

/** Generator and heart for a minute: surface leads, electrograms and marks, as a strip that runs. */
export function LoopView({ bench }: { readonly bench: BenchRequest }) {
  const { device } = useMessages();
  const { loop: words } = device;
  const format = useFormat();
  const [disturbance, setDisturbance] = useState("none");
  const [speed, setSpeed] = useState<25 | 50>(25);
  const [start_s, setStart] = useState(2);
  const [isRunning, setRunning] = useState(false);
  const talk = useDeviceAnswer<"strip">({
    ...{ ask: "strip", bench, disturbance, start_ms: 1000 * start_s, speed_mmPerS: speed },
  });
  const { isBusy } = talk;
  useEffect(() => {
    if (!isRunning || isBusy) return;
    if (start_s >= LAST_START_s) {
      setRunning(false);
      return;
    }
    const timer = setTimeout(() => setStart(start_s + STEP_ms / 1000), STEP_ms);
    return () => clearTimeout(timer);
  }, [isRunning, isBusy, start_s]);
  return (
    <>
      <section className="card loop-controls">
        <SettingChoice
          label={words.happens}
          value={disturbance}
          options={DISTURBANCES.map(({ id, what }) => ({ value: id, text: device.disturbances[id] ?? what }))}
          onChange={setDisturbance}
        />
        <SettingChoice
          label={words.speed}
          value={String(speed)}
          options={SPEEDS.map((value) => ({ value: String(value), text: `${value} mm/s` }))}
          onChange={(value) => setSpeed(Number(value) as 25 | 50)}
        />
        <SettingSlider
          label={words.from}
          text={`${format.number(start_s, 1)} s`}
          value={start_s}
          range={[0, LAST_START_s]}
          step={0.5}
          onChange={setStart}
        />
        <div className="row">
          <button type="button" className="button main" onClick={() => setRunning(!isRunning)}>
            {isRunning ? words.pause : words.play}
          </button>
          <button type="button" className="button" onClick={() => setStart(0)}>
            {words.back}
          </button>
        </div>
      </section>
      <DeviceAnswer talk={talk}>
        {({ picture, run, heart }) => (
          <div className="strip-and-facts">
            <PictureView picture={picture} />
            <RunFacts run={run} heart={heart} />
          </div>
        )}
      </DeviceAnswer>
    </>
  );
}
